import { denied, group, MONDAY_AT_NINE, offer, PREFERENCES, slotAt } from '../../../tests/checks/delegate.ts';
import { describeChecks, describeVerdicts } from '../../../tests/checks/describe-checks.ts';
import { availability } from './availability.ts';

const choose = (preferences: object, status: number, answer: object = {}) =>
  offer(denied(), [], { preferences: { ...PREFERENCES, ...preferences }, status, answer }).until();

const refusedFor = (path: string): object => ({ errors: [{ path, message: 'not possible' }] });

/** Nine o’clock in Chicago is ten o’clock in New York. */
const NINE_IN_CHICAGO = slotAt('central', '2026-02-09T15:00:00.000Z', '10:00 AM EST');

describeChecks('availability for a peer-to-peer', availability, {
  'p2p.availability.days-mon-fri': {
    kept: () => choose({ days: ['saturday'] }, 422, refusedFor('preferences.days')),
    broken: () => choose({ days: ['saturday'] }, 200),
    observed: { answer: 200 },
  },
  // The twelve blocks begin at the hours from 7 to 18.
  'p2p.availability.twelve-hour-blocks': {
    kept: () => choose({ blocks: [18] }, 200),
    broken: () => choose({ blocks: [18] }, 422, refusedFor('preferences.blocks')),
    observed: { refusedPreferences: ['blocks'] },
  },
  'p2p.availability.at-least-one': {
    kept: () => choose({ days: [] }, 422),
    broken: () => offer(denied(), undefined, { preferences: { ...PREFERENCES, days: [] } }).until(),
    observed: { reviewersOffered: ['reviewer-east'] },
  },
  'p2p.availability.timezone': {
    kept: () => offer(denied()).until(),
    broken: () => offer(denied(), [group([NINE_IN_CHICAGO])]).until(),
    observed: { timeZoneOfHours: 'America/Chicago' },
  },
  'p2p.availability.cross-product': {
    kept: () => offer(denied()).until(),
    broken: () => offer(denied(), [group(MONDAY_AT_NINE.filter(({ id }) => id !== 'nine-15'))]).until(),
    observed: { slotsOffered: 3 },
  },
});

describeVerdicts('what a portal may leave out of an offer', availability, [
  {
    it: 'may ask for some notice: slots that lack at the beginning alone',
    rule: 'p2p.availability.cross-product',
    history: () => offer(denied(), [group(MONDAY_AT_NINE.slice(1))]).until(),
    verdicts: ['depends'],
  },
  {
    // At nine o’clock sharp the slot of nine o’clock lies in the past.
    it: 'does not have to offer a slot that starts now',
    rule: 'p2p.availability.cross-product',
    history: () =>
      offer(denied('medicare').at('2026-02-09T09:00:00-05:00'), [group(MONDAY_AT_NINE.slice(1))]).until(),
    verdicts: ['met'],
  },
]);
