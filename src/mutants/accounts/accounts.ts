import { problem, replacingAnswers } from '../makers/answers.ts';
import { changingEvents } from '../makers/events.ts';
import { changingGate } from '../makers/gates.ts';
import { DAY_MS } from '../makers/times.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in accounts: their approval, their end and their passwords. */
export const accounts: readonly Mutant[] = [
  changingGate({
    id: 'ended-after-four-weeks',
    breaks: 'portal.account.inactive-30-days',
    summary: 'Thirty days are taken for a month of four weeks.',
    gate: 'terminated',
    change:
      () =>
      ({ activeAt }, now) =>
        now - activeAt > 28 * DAY_MS,
  }),
  changingGate({
    id: 'old-token-still-opens',
    breaks: 'portal.account.terminated-blocks-access',
    summary: 'Sessions live on when their account has ended.',
    gate: 'session',
    change: () => () => null,
  }),
  // An account that ended is found ended once, and the refusal counts as activity.
  {
    id: 'second-try-opens',
    breaks: 'portal.account.terminated-blocks-access',
    summary: 'The refused sign-in itself counts as activity.',
    meddles: true,
    make: (parts) => {
      const told = new Set<string>();
      const { terminated } = parts.gates;
      return {
        ...parts,
        gates: {
          ...parts.gates,
          terminated: (account, now, pack) => {
            const ended = terminated(account, now, pack);
            const again = told.has(account.id);
            if (ended) told.add(account.id);
            return ended && !again;
          },
        },
      };
    },
  },
  changingGate({
    id: 'access-without-end',
    breaks: 'portal.account.renewal-180-days',
    summary: 'Renewal is a reminder in the mail.',
    gate: 'lapsed',
    change: () => () => false,
  }),
  changingEvents({
    id: 'administrator-is-enough',
    breaks: 'portal.access.dual-approval',
    summary: 'What the site has approved the plan waves through.',
    change: (event) =>
      event.type === 'access-approved' && event.by === 'administrator'
        ? [event, { ...event, by: 'plan' }]
        : event,
  }),
  changingGate({
    id: 'any-administrator-approves',
    breaks: 'portal.useradmin.approve-new-access',
    summary: 'An administrator is an administrator, of whatever site.',
    gate: 'approve',
    change: (gate) => (state, access, actor, user) =>
      user?.sites.some(({ administrator }) => administrator)
        ? 'administrator'
        : gate(state, access, actor, user),
  }),
  replacingAnswers({
    id: 'no-registration-page',
    breaks: 'portal.useradmin.enrol-paths',
    summary: 'Whoever wants an account asks the administrator.',
    when: ({ operation, body }, { status }) =>
      operation === 'request-access' && status === 201 && (body as { class?: unknown }).class === undefined,
    answer: () => problem(403, 'forbidden', 'Ask the User Administrator of your site.'),
  }),
];
