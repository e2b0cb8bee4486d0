import { changingAnswers, problem, replacingAnswers } from '../makers/answers.ts';
import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';
import { daysBefore } from './makers.ts';

/** Faults in eligibility as a practice sees it. */
export const eligibility: readonly Mutant[] = [
  replacingAnswers({
    id: 'eligibility-rests-on-saturdays',
    breaks: 'portal.eligibility.available-24x7',
    summary: 'Look-ups stop while systems are maintained.',
    when: ({ operation, state }, { status }) =>
      operation === 'show-eligibility' && status === 200 && new Date(state?.now ?? 0).getUTCDay() === 6,
    answer: () => problem(503, 'internal', 'Back on Monday.'),
  }),
  changingAnswers({
    id: 'nobody-has-a-birthday',
    breaks: 'portal.home.eligibility-search-keys',
    summary: 'The birth date is compared in another notation.',
    operations: ['show-eligibility'],
    change: (body, { query }) => {
      if (query.by === 'birth-date') body.members = [];
    },
  }),
  changingAnswers({
    id: 'eligibility-of-yesterday',
    breaks: 'portal.eligibility.refreshed-3x-daily',
    summary: 'The feed is read once a day, after midnight.',
    operations: ['show-eligibility'],
    change: (body) => {
      body.refreshedAt = daysBefore(body.refreshedAt, 1);
    },
  }),
  changingGate({
    id: 'former-offices-look-on',
    breaks: 'portal.eligibility.contracted-providers-only',
    summary: 'An account outlives its contract.',
    gate: 'contracted',
    change: () => () => null,
  }),
];
