import { labelOf } from '../../reference-impl/index.ts';
import { changingAnswers, replacingAnswers, rowsOf } from '../makers/answers.ts';
import { caseNumbered, casesIn, emptyOffer, preferencesOf } from '../makers/delegate.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import { DAY_MS } from '../makers/times.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in preferences and slots. */
export const slots: readonly Mutant[] = [
  replacingAnswers({
    id: 'weekend-days-taken',
    breaks: 'p2p.availability.days-mon-fri',
    summary: 'All seven days can be chosen.',
    when: (context, { status }) => {
      const weekend = preferencesOf(context).days?.some((day) => day === 'saturday' || day === 'sunday');
      return context.operation === 'offer-slots' && status === 400 && weekend === true;
    },
    answer: (context) => emptyOffer(context),
  }),
  replacingAnswers({
    id: 'blocks-around-the-clock',
    breaks: 'p2p.availability.twelve-hour-blocks',
    summary: 'Any hour can be chosen.',
    when: (context, { status }) => {
      const outside = preferencesOf(context).blocks?.some((block) => block < 7 || block > 18);
      return context.operation === 'offer-slots' && status === 400 && outside === true;
    },
    answer: (context) => emptyOffer(context),
  }),
  replacingAnswers({
    id: 'nothing-chosen-is-everything',
    breaks: 'p2p.availability.at-least-one',
    summary: 'Who chooses nothing is taken to mean everything.',
    when: (context, { status }) => {
      const { days = [''], blocks = [0] } = preferencesOf(context);
      return (
        context.operation === 'offer-slots' && status === 400 && (days.length === 0 || blocks.length === 0)
      );
    },
    answer: (context) => emptyOffer(context, ['reviewer-east']),
  }),
  changingAnswers({
    id: 'one-zone-for-all',
    breaks: 'p2p.availability.timezone',
    summary: 'The page always says the zone of the plan.',
    operations: ['offer-slots'],
    change: (body) => {
      body.timeZone = 'America/New_York';
    },
  }),
  changingDelegateGate({
    id: 'last-block-left-out',
    breaks: 'p2p.availability.cross-product',
    summary: 'The last of the chosen hours is read as an end.',
    gate: 'slotFits',
    change: (gate) => (slot, preferences) =>
      gate(slot, {
        ...preferences,
        blocks: preferences.blocks.length > 1 ? preferences.blocks.slice(0, -1) : preferences.blocks,
      }),
  }),
  changingDelegateGate({
    id: 'hours-not-used',
    breaks: 'p2p.slots.respect-preferences',
    summary: 'The days are filtered, the hours are not.',
    gate: 'slotFits',
    change: (gate) => (slot, preferences) =>
      gate(slot, { ...preferences, blocks: Array.from({ length: 24 }, (_, hour) => hour) }),
  }),
  changingAnswers({
    id: 'ten-minutes-each',
    breaks: 'p2p.slots.fifteen-minute-grid',
    summary: 'Peer-to-peer slots are shortened to save time.',
    operations: ['offer-slots'],
    change: (body) => {
      for (const slot of rowsOf(body, 'groups').flatMap((group) => rowsOf(group, 'slots')))
        slot.end = new Date(Date.parse(String(slot.end)) - 300_000).toISOString();
    },
  }),
  changingAnswers({
    id: 'saturday-too',
    breaks: 'p2p.slots.no-weekend',
    summary: 'A reviewer who works on Saturday is in the calendar.',
    operations: ['offer-slots'],
    change: (body, context) => {
      const [group] = rowsOf(body, 'groups');
      const start = Date.parse(`${String(body.week)}T15:00:00Z`) + 5 * DAY_MS;
      const { blocks = [], timeZone = '' } = preferencesOf(context);
      if (!group || blocks.length < 12 || timeZone !== 'America/New_York') return;
      if (start > (context.state?.now ?? 0) + 7 * DAY_MS) return;
      const cases = casesIn(context.body).map(({ caseNumber }) => caseNumbered(context, caseNumber)?.line);
      if (cases.includes('medicare')) return;
      rowsOf(group, 'slots').push({
        id: `saturday@${start}`,
        start: new Date(start).toISOString(),
        end: new Date(start + 900_000).toISOString(),
        label: labelOf(start, timeZone),
      });
    },
  }),
  changingDelegateGate({
    id: 'lowest-priority-first',
    breaks: 'p2p.slots.grouped-by-skill-priority',
    summary: 'The order of priority is the wrong way round.',
    gate: 'slotOrder',
    change: (order) => (one, other) => order(other, one),
  }),
  changingDelegateGate({
    id: 'any-reviewer',
    breaks: 'p2p.slots.reviewers-qualified',
    summary: 'A physician is a physician.',
    gate: 'slotQualified',
    change: () => () => true,
  }),
  changingDelegateGate({
    id: 'yesterday-is-free',
    breaks: 'p2p.slots.future-only',
    summary: 'The whole week is offered.',
    gate: 'slotFuture',
    change: () => () => true,
  }),
  changingDelegateGate({
    id: 'slots-without-end',
    breaks: 'p2p.slots.not-after-valid-until',
    summary: 'Validity is checked when a peer-to-peer is requested, not when it takes place.',
    gate: 'slotWithin',
    change: (gate) => (slot, until) => (until % 1000 === 999 ? true : gate(slot, until)),
  }),
  changingDelegateGate({
    id: 'due-date-is-a-day',
    breaks: 'predecision.medicare.consult-must-occur-before-due',
    summary: 'The due moment is read as the end of its day.',
    gate: 'slotWithin',
    change: (gate) => (slot, until) =>
      until % 1000 === 0 ? slot.start <= until + DAY_MS : gate(slot, until),
  }),
  changingAnswers({
    id: 'summer-time-all-year',
    breaks: 'p2p.slots.zone-label',
    summary: 'The label of the zone never changes.',
    operations: ['offer-slots'],
    change: (body) => {
      for (const slot of rowsOf(body, 'groups').flatMap((group) => rowsOf(group, 'slots')))
        slot.label = String(slot.label).replace(/ST$/, 'DT');
    },
  }),
  changingAnswers({
    id: 'empty-week-says-nothing',
    breaks: 'p2p.slots.empty-week',
    summary: 'An empty week is an empty page.',
    operations: ['offer-slots'],
    change: (body) => {
      body.message = null;
    },
  }),
];
