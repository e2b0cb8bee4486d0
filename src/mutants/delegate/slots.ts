import { labelOf } from '../../reference-impl/index.ts';
import { atTheDoor, instead, rowsOf } from '../door.ts';
import type { Mutant } from '../mutant.ts';
import { DAY, numbered, withDelegate } from './makers.ts';
import { casesOf, choices, offered } from './offer.ts';

/** Faults in preferences and slots. */
export const slotMutants: readonly Mutant[] = [
  instead(
    'weekend-days-taken',
    'p2p.availability.days-mon-fri',
    'All seven days can be chosen.',
    (context, { status }) => {
      const weekend = choices(context).days?.some((day) => day === 'saturday' || day === 'sunday');
      return context.operation === 'offer-slots' && status === 400 && weekend === true;
    },
    (context) => offered(context),
  ),
  instead(
    'blocks-around-the-clock',
    'p2p.availability.twelve-hour-blocks',
    'Any hour can be chosen.',
    (context, { status }) => {
      const outside = choices(context).blocks?.some((block) => block < 7 || block > 18);
      return context.operation === 'offer-slots' && status === 400 && outside === true;
    },
    (context) => offered(context),
  ),
  instead(
    'nothing-chosen-is-everything',
    'p2p.availability.at-least-one',
    'Who chooses nothing is taken to mean everything.',
    (context, { status }) => {
      const { days = [''], blocks = [0] } = choices(context);
      return (
        context.operation === 'offer-slots' && status === 400 && (days.length === 0 || blocks.length === 0)
      );
    },
    (context) => offered(context, ['reviewer-east']),
  ),
  atTheDoor(
    'one-zone-for-all',
    'p2p.availability.timezone',
    'The page always says the zone of the plan.',
    ['offer-slots'],
    (body) => {
      body.timeZone = 'America/New_York';
    },
  ),
  withDelegate(
    'last-block-left-out',
    'p2p.availability.cross-product',
    'The last of the chosen hours is read as an end.',
    'slotFits',
    (gate) => (slot, preferences) =>
      gate(slot, {
        ...preferences,
        blocks: preferences.blocks.length > 1 ? preferences.blocks.slice(0, -1) : preferences.blocks,
      }),
  ),
  withDelegate(
    'hours-not-used',
    'p2p.slots.respect-preferences',
    'The days are filtered, the hours are not.',
    'slotFits',
    (gate) => (slot, preferences) =>
      gate(slot, { ...preferences, blocks: Array.from({ length: 24 }, (_, hour) => hour) }),
  ),
  atTheDoor(
    'ten-minutes-each',
    'p2p.slots.fifteen-minute-grid',
    'Talks are shortened to save time.',
    ['offer-slots'],
    (body) => {
      for (const slot of rowsOf(body, 'groups').flatMap((group) => rowsOf(group, 'slots')))
        slot.end = new Date(Date.parse(String(slot.end)) - 300_000).toISOString();
    },
  ),
  atTheDoor(
    'saturday-too',
    'p2p.slots.no-weekend',
    'A reviewer who works on Saturday is in the calendar.',
    ['offer-slots'],
    (body, context) => {
      const [group] = rowsOf(body, 'groups');
      const start = Date.parse(`${String(body.week)}T15:00:00Z`) + 5 * DAY;
      const { blocks = [], timeZone = '' } = choices(context);
      if (!group || blocks.length < 12 || timeZone !== 'America/New_York') return;
      if (start > (context.state?.now ?? 0) + 7 * DAY) return;
      const cases = casesOf(context.body).map(({ caseNumber }) => numbered(context, caseNumber)?.line);
      if (cases.includes('medicare')) return;
      rowsOf(group, 'slots').push({
        id: `saturday@${start}`,
        start: new Date(start).toISOString(),
        end: new Date(start + 900_000).toISOString(),
        label: labelOf(start, timeZone),
      });
    },
  ),
  withDelegate(
    'lowest-priority-first',
    'p2p.slots.grouped-by-skill-priority',
    'The order of priority is the wrong way round.',
    'slotOrder',
    (order) => (one, other) => order(other, one),
  ),
  withDelegate(
    'any-reviewer',
    'p2p.slots.reviewers-qualified',
    'A physician is a physician.',
    'slotQualified',
    () => () => true,
  ),
  withDelegate(
    'yesterday-is-free',
    'p2p.slots.future-only',
    'The whole week is offered.',
    'slotFuture',
    () => () => true,
  ),
  withDelegate(
    'slots-without-end',
    'p2p.slots.not-after-valid-until',
    'Validity is looked at when a talk is asked for, not when it takes place.',
    'slotWithin',
    (gate) => (slot, until) => (until % 1000 === 999 ? true : gate(slot, until)),
  ),
  withDelegate(
    'due-date-is-a-day',
    'predecision.medicare.consult-must-occur-before-due',
    'The due moment is read as the end of its day.',
    'slotWithin',
    (gate) => (slot, until) => (until % 1000 === 0 ? slot.start <= until + DAY : gate(slot, until)),
  ),
  atTheDoor(
    'summer-time-all-year',
    'p2p.slots.zone-label',
    'The label of the zone never changes.',
    ['offer-slots'],
    (body) => {
      for (const slot of rowsOf(body, 'groups').flatMap((group) => rowsOf(group, 'slots')))
        slot.label = String(slot.label).replace(/ST$/, 'DT');
    },
  ),
  atTheDoor(
    'empty-week-says-nothing',
    'p2p.slots.empty-week',
    'An empty week is an empty page.',
    ['offer-slots'],
    (body) => {
      body.message = null;
    },
  ),
];
