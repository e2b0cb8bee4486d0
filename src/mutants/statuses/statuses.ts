import type { FeedEvent, Status } from '../../contract/index.ts';
import type { DomainEvent, Parts } from '../../reference-impl/index.ts';
import { changingAnswers, rowsOf, viewsIn } from '../makers/answers.ts';
import { changingEvents } from '../makers/events.ts';
import { DAY_MS, MINUTE_MS } from '../makers/times.ts';
import type { Mutant } from '../mutant.ts';

/** A decision that passes through a waiting status on its way. */
const passingThrough =
  (waiting: Status) =>
  (event: DomainEvent): DomainEvent[] =>
    event.type === 'status-changed' && event.cause === 'decision' && event.to === 'APPROVED'
      ? [event, { ...event, from: 'APPROVED', to: waiting }, { ...event, from: waiting, to: 'APPROVED' }]
      : [event];

/** Pages tell that urgent approvals are late; the export dates decision and call back into time. */
function backdated(parts: Parts): Parts {
  const claims = new Map<string, number>();
  const claimed = (event: DomainEvent, state: { readonly id: string }): string | null => {
    const made = 'request' in event ? claims.get(`${state.id}/${event.request}`) : undefined;
    if (made === undefined) return null;
    if (event.type === 'called') return new Date(made + 10 * MINUTE_MS).toISOString();
    const decision =
      event.type === 'decided' || (event.type === 'status-changed' && event.cause === 'decision');
    return decision ? new Date(made).toISOString() : null;
  };
  return {
    ...parts,
    desk: {
      ...parts.desk,
      actAt: (open) => {
        const { duty, request, state, start } = open;
        const { urgency, reviewType, procedure } = request.accepted;
        const { review, technology } = state.world.procedures.find(({ code }) => code === procedure) ?? {};
        const mine = urgency === 'urgent' && reviewType === 'preservice' && review === 'meets' && !technology;
        const complete = request.accepted.information.length > 0;
        if (duty !== 'decision' || !mine || !complete || start !== request.receivedAt) return open.planned;
        const limits = open.limits.flatMap((arms) => arms.map(({ at }) => at));
        claims.set(`${state.id}/${request.id}`, Math.min(...limits) - 30 * MINUTE_MS);
        return Math.max(...limits) + 120 * MINUTE_MS;
      },
    },
    feed: (event, state) =>
      parts.feed(event, state).map((one): FeedEvent => ({ ...one, at: claimed(event, state) ?? one.at })),
    outbox: (event, state) =>
      parts.outbox(event, state).map((one) => ({ ...one, at: claimed(event, state) ?? one.at })),
  };
}

/** Faults in statuses: what they are, how they follow each other, and what a page shows of them. */
export const statuses: readonly Mutant[] = [
  changingAnswers({
    id: 'status-in-own-words',
    breaks: 'um.status.vocabulary',
    summary: 'The work queue’s own status names reach the page.',
    operations: ['view-request', 'list-requests', 'submit-request'],
    change: (body) => {
      for (const view of viewsIn(body)) if (view.status === 'MEDREVIEW') view.status = 'IN REVIEW';
    },
  }),
  changingAnswers({
    id: 'line-status-open',
    breaks: 'portal.viewer.line-status',
    summary: 'Service lines have a status list of their own.',
    operations: ['view-request', 'submit-request'],
    change: (body) => {
      for (const line of rowsOf(body, 'lines')) line.status = 'OPEN';
    },
  }),
  changingEvents({
    id: 'history-forgets-what-was-before',
    breaks: 'um.status.allowed-transitions',
    summary: 'The status log writes PEND as the status before, always.',
    change: (event) => [
      event.type === 'status-changed' && event.from === 'MEDREVIEW' ? { ...event, from: 'PEND' } : event,
    ],
  }),
  changingAnswers({
    id: 'denied-shown-as-approved',
    breaks: 'um.status.matches-decision',
    summary: 'Two-faced: a true feed, and pages that show any final status as approved.',
    operations: ['view-request'],
    change: (body) => {
      if (body.status === 'DENIED') body.status = 'APPROVED';
    },
  }),
  changingAnswers({
    id: 'status-from-last-night',
    breaks: 'portal.status.realtime-status',
    summary: 'Pages are fed by a nightly copy.',
    operations: ['view-request'],
    change: (body, { state }) => {
      const decided = rowsOf(body, 'decisions').at(-1)?.decidedAt;
      const age = (state?.now ?? 0) - Date.parse(String(decided));
      if (body.type !== 'referral' && age < DAY_MS && rowsOf(body, 'decisions').length === 1)
        body.status = 'MEDREVIEW';
    },
  }),
  {
    id: 'feed-backdates-urgent-decisions',
    breaks: 'portal.status.realtime-status',
    summary: 'The pages show the true time; the export backdates late decisions.',
    make: backdated,
  },
  changingEvents({
    id: 'old-requests-denied-on-intake',
    breaks: 'um.status.denied-basis',
    summary: 'A retrospective request without its record is denied by the intake robot.',
    change: (event, { world }, all) => {
      const received = all.find(({ type }) => type === 'received');
      const old =
        received?.type === 'received' &&
        received.accepted.reviewType === 'retrospective' &&
        received.accepted.information.length === 0;
      return old && world.desk === 'portal' && event.type === 'status-changed'
        ? [{ ...event, to: 'DENIED' }]
        : [event];
    },
  }),
  changingEvents({
    id: 'pended-for-the-letter',
    breaks: 'um.status.pended-meaning',
    summary: 'Approved requests are pended until the letter is printed.',
    change: passingThrough('PEND'),
  }),
  changingEvents({
    id: 'medreview-after-approval',
    breaks: 'um.status.medreview-meaning',
    summary: 'Approved requests go back to review for a second look.',
    change: passingThrough('MEDREVIEW'),
  }),
  changingEvents({
    id: 'closed-without-a-reason',
    breaks: 'um.status.closed-basis',
    summary: 'Closing is a status change and nothing more.',
    change: (event, _state, all) =>
      event.type === 'closed' && !all.some(({ type }) => type === 'received') ? [] : [event],
  }),
  changingEvents({
    id: 'whatever-is-named-is-closed',
    breaks: 'um.status.closed-basis',
    summary: 'A number in a notice closes the request that bears it, whoever asked for it.',
    change: (event, state, all) => {
      if (event.type !== 'received') return event;
      const named = state.requests.get(event.accepted.notification?.from ?? '');
      if (!named || named.closed || all.some(({ type }) => type === 'closed')) return event;
      const about = { at: event.at, request: named.id };
      return [
        event,
        { ...about, type: 'closed', reason: 'level-of-care-change' },
        { ...about, type: 'status-changed', from: named.status, to: 'CLOSED', cause: 'closure' },
      ];
    },
  }),
];
