import {
  denied,
  group,
  MONDAY_AT_NINE,
  offer,
  PREFERENCES,
  slotAt,
  submitted,
} from '../../../tests/checks/delegate.ts';
import { describeChecks, describeVerdicts } from '../../../tests/checks/describe-checks.ts';
import { slots } from './slots.ts';

const TEN = slotAt('ten', '2026-02-09T15:00:00.000Z', '10:00 AM EST');
/** Half a quarter of an hour off, and so half in the hour. */
const OFF_GRID = slotAt('off', '2026-02-09T14:07:00.000Z', '9:07 AM EST');
/** Saturday, 02/14/2026. */
const SATURDAY = slotAt('saturday', '2026-02-14T14:00:00.000Z', '9:00 AM EST');
const WEST = [slotAt('west', '2026-02-09T21:00:00.000Z', '4:00 PM EST')];
/** The first day after the 180 days: Monday, 08/03/2026, in summer time. */
const TOO_LATE = slotAt('late', '2026-08-03T13:00:00.000Z', '9:00 AM EDT');
const IN_TIME = slotAt('in-time', '2026-07-31T13:00:00.000Z', '9:00 AM EDT');

const offering = (...offered: Parameters<typeof group>[0]) => offer(denied(), [group(offered)]).until();

/** A Medicare case before its decision; information is due on Monday, 02/09, at 9:15 in the morning. */
const beforeDecision = () =>
  submitted('medicare')
    .at('2026-02-03T10:00:00-05:00')
    .feed(
      {
        type: 'case-information-requested',
        request: '3000000001',
        items: ['notes'],
        dueAt: '2026-02-09T14:15:00.000Z',
      },
      'A',
    );

describeChecks('the slots of a peer-to-peer', slots, {
  'p2p.slots.respect-preferences': {
    kept: () => offering(...MONDAY_AT_NINE),
    broken: () => offering(...MONDAY_AT_NINE, TEN),
    observed: {
      slotsOutsidePreferences: [{ start: { instant: Date.parse(TEN.start) }, reviewer: 'reviewer-east' }],
    },
  },
  'p2p.slots.fifteen-minute-grid': {
    kept: () => offering(...MONDAY_AT_NINE),
    broken: () => offering(OFF_GRID),
    observed: {
      slotsOffGrid: [{ start: { instant: Date.parse(OFF_GRID.start) }, length: { span: 900_000 } }],
    },
  },
  'p2p.slots.no-weekend': {
    kept: () => offering(...MONDAY_AT_NINE),
    broken: () => offering(SATURDAY),
  },
  // reviewer-west has priority 2 and comes after reviewer-east.
  'p2p.slots.grouped-by-skill-priority': {
    kept: () => offer(denied(), [group(MONDAY_AT_NINE), group(WEST, 'reviewer-west', 2)]).until(),
    broken: () => offer(denied(), [group(WEST, 'reviewer-west', 2), group(MONDAY_AT_NINE)]).until(),
  },
  // reviewer-sleep is trained for sleep medicine alone; the case is one of radiation therapy.
  'p2p.slots.reviewers-qualified': {
    kept: () => offering(...MONDAY_AT_NINE),
    broken: () => offer(denied(), [group(MONDAY_AT_NINE, 'reviewer-sleep')]).until(),
  },
  'p2p.slots.future-only': {
    kept: () => offer(denied().at('2026-02-09T08:59:59.999-05:00')).until(),
    broken: () => offer(denied().at('2026-02-09T09:00:00.001-05:00')).until(),
    observed: { earliestSlot: { instant: Date.parse('2026-02-09T14:00:00Z') } },
  },
  'p2p.slots.not-after-valid-until': {
    kept: () => offering(IN_TIME),
    broken: () => offering(TOO_LATE),
  },
  'predecision.medicare.consult-must-occur-before-due': {
    kept: () => offer(beforeDecision(), [group(MONDAY_AT_NINE.slice(0, 2))]).until(),
    broken: () => offer(beforeDecision(), [group(MONDAY_AT_NINE.slice(0, 3))]).until(),
  },
  'p2p.slots.zone-label': {
    kept: () => offering(...MONDAY_AT_NINE),
    broken: () => offering({ ...TEN, label: '9:00 AM CST' }),
  },
  'p2p.slots.empty-week': {
    kept: () => offer(denied(), [], { answer: { message: 'No slot is free in this week.' } }).until(),
    broken: () => offer(denied(), []).until(),
    observed: { message: null },
  },
});

describeVerdicts('slots at the instant of the call', slots, [
  {
    it: 'finds that a slot that starts now is in the past',
    rule: 'p2p.slots.future-only',
    history: () => offer(denied().at('2026-02-09T09:00:00-05:00')).until(),
    verdicts: ['violated'],
  },
  {
    it: 'leaves slots of a weekend to the rule on weekends',
    rule: 'p2p.slots.respect-preferences',
    history: () => offer(denied(), [group([SATURDAY])], { preferences: PREFERENCES }).until(),
    verdicts: ['met'],
  },
]);
