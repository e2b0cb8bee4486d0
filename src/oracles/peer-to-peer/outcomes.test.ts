import {
  APPOINTMENT,
  book,
  CASE,
  change,
  denied,
  determine,
  offer,
  scheduled,
} from '../../../tests/checks/delegate.ts';
import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import type { SmallHistory } from '../../../tests/checks/small-history.ts';
import { outcomes } from './outcomes.ts';

type Level = 'reconsideration' | 'consultative';

const outcome = (history: SmallHistory, level: Level, result: 'upheld' | 'explained') =>
  history.feed(
    {
      type: 'consultation-outcome',
      request: CASE,
      appointment: APPOINTMENT,
      level,
      outcome: result,
      became: null,
    },
    'A',
  );

/** Held on Monday, 02/09/2026, at nine; the outcome is due within one business day, by the end of Tuesday. */
const held = (level: Level) =>
  change(
    scheduled(book(offer(denied('medicaid', 'portal')), { level }), { level }).at(
      '2026-02-09T09:00:00-05:00',
    ),
    'held',
  );

const late = (instant: string) => outcome(held('reconsideration').at(instant), 'reconsideration', 'upheld');

describeChecks('outcomes of a peer-to-peer', outcomes, {
  'p2p.eligibility.consultative-never-changes': {
    kept: () => outcome(held('consultative'), 'consultative', 'explained').until(),
    broken: () =>
      determine(outcome(held('consultative'), 'consultative', 'explained'), 'approved', {
        appointment: APPOINTMENT,
      }).until(),
    observed: { determinations: ['approved'] },
  },
  'p2p.outcome.recorded': {
    kept: () => late('2026-02-10T23:59:59.999-05:00').until('2026-02-12T09:00:00-05:00'),
    broken: () => late('2026-02-11T00:00:00-05:00').until('2026-02-12T09:00:00-05:00'),
    observed: { outcomesInTime: 0 },
  },
});
