import type { FeedEvent, Status } from '../contract/index.ts';
import type { DomainEvent, Parts } from '../reference-impl/index.ts';
import { atTheDoor, rowsOf, viewsIn } from './door.ts';
import { changing } from './makers.ts';
import type { Mutant } from './mutant.ts';

/** A decision that passes through a waiting status on its way. */
const detour =
  (waiting: Status) =>
  (event: DomainEvent): DomainEvent[] =>
    event.type === 'status-changed' && event.cause === 'decision' && event.to === 'APPROVED'
      ? [event, { ...event, from: 'APPROVED', to: waiting }, { ...event, from: waiting, to: 'APPROVED' }]
      : [event];

const DAY_MS = 86_400_000;

const MINUTE_MS = 60_000;

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

/** Faults in statuses: what they are, how they follow each other, and what the door shows of them. */
export const statusMutants: readonly Mutant[] = [
  atTheDoor(
    'status-in-own-words',
    'um.status.vocabulary',
    'The work queue’s own status names reach the page.',
    ['view-request', 'list-requests', 'submit-request'],
    (body) => {
      for (const view of viewsIn(body)) if (view.status === 'MEDREVIEW') view.status = 'IN REVIEW';
    },
  ),
  atTheDoor(
    'line-status-open',
    'portal.viewer.line-status',
    'Service lines have a status list of their own.',
    ['view-request', 'submit-request'],
    (body) => {
      for (const line of rowsOf(body, 'lines')) line.status = 'OPEN';
    },
  ),
  changing(
    'history-forgets-what-was-before',
    'um.status.allowed-transitions',
    'The status log writes PEND as the status before, always.',
    (event) => [
      event.type === 'status-changed' && event.from === 'MEDREVIEW' ? { ...event, from: 'PEND' } : event,
    ],
  ),
  atTheDoor(
    'denied-shown-as-approved',
    'um.status.matches-decision',
    'Two-faced: a true feed, and pages that show any final status as approved.',
    ['view-request'],
    (body) => {
      if (body.status === 'DENIED') body.status = 'APPROVED';
    },
  ),
  atTheDoor(
    'status-from-last-night',
    'portal.status.realtime-status',
    'Pages are fed by a nightly copy.',
    ['view-request'],
    (body, { state }) => {
      const decided = rowsOf(body, 'decisions').at(-1)?.decidedAt;
      const age = (state?.now ?? 0) - Date.parse(String(decided));
      if (body.type !== 'referral' && age < DAY_MS && rowsOf(body, 'decisions').length === 1)
        body.status = 'MEDREVIEW';
    },
  ),
  {
    id: 'feed-backdates-urgent-decisions',
    breaks: 'portal.status.realtime-status',
    summary: 'Two-faced: the pages tell the truth, and the export dates late decisions back into time.',
    make: backdated,
  },
  changing(
    'old-requests-denied-on-intake',
    'um.status.denied-basis',
    'A retrospective request without its record is denied by the intake robot.',
    (event, { world }, all) => {
      const received = all.find(({ type }) => type === 'received');
      const old =
        received?.type === 'received' &&
        received.accepted.reviewType === 'retrospective' &&
        received.accepted.information.length === 0;
      return old && world.desk === 'portal' && event.type === 'status-changed'
        ? [{ ...event, to: 'DENIED' }]
        : [event];
    },
  ),
  changing(
    'pended-for-the-letter',
    'um.status.pended-meaning',
    'Approved requests are pended until the letter is printed.',
    detour('PEND'),
  ),
  changing(
    'medreview-after-approval',
    'um.status.medreview-meaning',
    'Approved requests go back to review for a second look.',
    detour('MEDREVIEW'),
  ),
  changing(
    'closed-without-a-reason',
    'um.status.closed-basis',
    'Closing is a status change and nothing more.',
    (event, _state, all) =>
      event.type === 'closed' && !all.some(({ type }) => type === 'received') ? [] : [event],
  ),
];
