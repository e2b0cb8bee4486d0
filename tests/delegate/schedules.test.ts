import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { type Preferences, type Reviewer, WEEKDAYS } from '../../src/contract/index.ts';
import { WINDOWS } from '../../src/reference-impl/delegate/windows.ts';
import { PARTS } from '../../src/reference-impl/index.ts';
import { eligibility } from '../../src/reference-impl/peer-to-peer/eligibility.ts';
import { offerOf, SLOT_GATES, type SlotGates } from '../../src/reference-impl/peer-to-peer/slots.ts';
import { delegatePackOf, packOf } from '../../src/rulebook/index.ts';
import { size } from '../size.ts';
import { FEDERAL } from './holidays.ts';
import { DENIAL, Delegate, PHYSICIAN, PRACTICE } from './host.ts';

const US_ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Phoenix',
];
const pack = packOf('evicore-medicaid');
const own = delegatePackOf(pack, 'medicaid');

/** A world with one reviewer more than the standard one, two denied cases and a few talks, drawn at random. */
const schedule = fc.record({
  decidedAt: fc.integer({ min: 0, max: 300 }),
  apart: fc.integer({ min: 0, max: 3 }),
  lookAfter: fc.integer({ min: 1, max: 185 * 24 }),
  weeksAhead: fc.integer({ min: 0, max: 2 }),
  days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  blocks: fc.subarray([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18], { minLength: 1 }),
  timeZone: fc.constantFrom(...US_ZONES),
  reviewerZone: fc.constantFrom(...US_ZONES),
  shift: fc.tuple(fc.integer({ min: 6, max: 12 }), fc.integer({ min: 1, max: 8 })),
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  priority: fc.integer({ min: 1, max: 3 }),
  booked: fc.integer({ min: 0, max: 4 }),
});
type Drawn = typeof schedule extends fc.Arbitrary<infer T> ? T : never;

const two = (value: number): string => String(value).padStart(2, '0');
const HOUR = 3_600_000;

/** What is wrong with the offers and bookings of one drawn schedule; the calendar is luxon's, the rules are worked by hand. */
function faultsOf(drawn: Drawn, gates: SlotGates = SLOT_GATES, tried = new Map<string, number>()): string[] {
  const count = (what: string, more = 1): unknown => tried.set(what, (tried.get(what) ?? 0) + more);
  if (!own) return ['no pack'];
  const first = DateTime.fromISO('2026-01-05T10:00', { zone: pack.zone }).plus({ days: drawn.decidedAt });
  const reviewer: Reviewer = {
    id: 'drawn',
    name: 'Dr. Drawn',
    skills: ['radiation-therapy'],
    priority: drawn.priority,
    zone: drawn.reviewerZone,
    shifts: drawn.weekdays.map((weekday) => ({
      weekday,
      from: `${two(drawn.shift[0])}:00`,
      until: `${two(drawn.shift[0] + drawn.shift[1])}:00`,
    })),
    away: [],
  };
  const delegate = new Delegate(first.minus({ days: 1 }).toISO() ?? '', pack, PARTS, [reviewer]);
  const { state } = delegate.host;
  const [a, b] = [delegate.submitted('M8000001'), delegate.submitted('M8000001')];
  delegate.advance(first.toMillis());
  delegate.give(PHYSICIAN, { act: 'decide', case: a, decision: DENIAL });
  delegate.advance(first.plus({ days: drawn.apart }).toMillis());
  delegate.give(PHYSICIAN, { act: 'decide', case: b, decision: DENIAL });
  delegate.advance(delegate.now + drawn.lookAfter * HOUR);
  const files = [a, b].flatMap((id) => state.delegate.cases.get(id) ?? []);
  const { now } = delegate;
  const found = files.map((file) => eligibility(file, now, own, WINDOWS));
  const lastDay = DateTime.fromMillis(first.toMillis(), { zone: pack.zone })
    .plus({ days: 180 })
    .endOf('day')
    .toMillis();
  const faults: string[] = [];
  const open = found.every(({ result }) => result !== 'none');
  if (open !== now <= lastDay) faults.push(`open: ${open} at ${now}, last day ends at ${lastDay}`);
  if (!open) return faults;
  const { days, blocks, timeZone } = drawn;
  const preferences: Preferences = { days, blocks, timeZone };
  const week =
    DateTime.fromMillis(now, { zone: timeZone }).plus({ weeks: drawn.weeksAhead }).toISODate() ?? '';
  const until = Math.min(...found.map(({ validUntil }) => validUntil ?? Number.POSITIVE_INFINITY));
  const context = () => ({ state, files, now, pack: own, until, gates, moving: null });
  const offered = () => offerOf({ cases: [], preferences, week }, context());
  const contact = { requestingProvider: 'Dr. Ordering', phone: '617-555-0161' };
  const both = drawn.booked % 2 === 0 ? [a, b] : [a];
  const slots = drawn.booked > 0 ? offered().groups.flatMap((group) => group.slots) : [];
  const slot = slots[drawn.booked % Math.max(slots.length, 1)]?.id;
  if (slot)
    delegate.give(PRACTICE, {
      act: 'schedule',
      cases: both.map((id) => delegate.key(id)),
      preferences,
      slot,
      contact,
    });
  const offer = offered();
  let highest = 0;
  for (const { priority, reviewer, slots } of offer.groups) {
    if (priority < highest) faults.push(`priority ${priority} comes after ${highest}`);
    highest = priority;
    count('slots', slots.length);
    if (reviewer.id === 'reviewer-sleep') faults.push('a reviewer of another skill is offered');
    for (const [place, { start, end, label }] of slots.entries()) {
      const from = DateTime.fromMillis(Date.parse(start), { zone: timeZone });
      const last = DateTime.fromMillis(Date.parse(end) - 1, { zone: timeZone });
      const wrong = (what: string): number => faults.push(`${start}: ${what}`);
      if (!days.includes(WEEKDAYS[from.weekday - 1] ?? ('none' as never))) wrong('not a chosen day');
      if (!blocks.includes(from.hour) || !blocks.includes(last.hour)) wrong('not in a chosen block');
      const date = `${from.year}-${two(from.month)}-${two(from.day)}`;
      if (from.weekday > 5 || FEDERAL.has(date)) wrong('a weekend or a holiday');
      if (from.minute % 15 !== 0 || Date.parse(end) - Date.parse(start) !== 15 * 60_000)
        wrong('off the grid');
      if (Date.parse(start) <= now) wrong('in the past');
      if (Date.parse(start) > lastDay) wrong('after the last day');
      const said =
        place > 0 ||
        (label.startsWith(from.toFormat('h:mm a')) && label.endsWith(from.offsetNameShort ?? '?'));
      if (!said) wrong(`labelled ${label}`);
    }
  }
  const live = [...state.delegate.appointments.values()].filter(({ state: own_ }) => own_ === 'scheduled');
  for (const talk of live) {
    const again = offer.groups.some(
      ({ reviewer, slots }) =>
        reviewer.id === talk.reviewer &&
        slots.some(({ start, end }) => Date.parse(start) < talk.end && talk.start < Date.parse(end)),
    );
    if (again) faults.push('a slot that is taken is offered');
    for (const { caseNumber, level: kept } of talk.cases) {
      const shown = found[files.findIndex(({ id }) => id === caseNumber)]?.level;
      if (kept !== shown) faults.push(`case ${caseNumber} was shown ${shown} and is kept ${kept}`);
    }
    if (talk.cases.length !== both.length) faults.push('a case of the talk was lost');
    const level = talk.cases[0]?.level;
    const window = DateTime.fromMillis(first.toMillis(), { zone: pack.zone });
    if (level === 'reconsideration' && now > window.plus({ days: 7 }).toMillis())
      faults.push('late, and yet it may change the decision');
  }
  const [talk] = live;
  if (!talk) return faults;
  for (const { level } of talk.cases) count(`${level} talks`);
  const determined = (): number[] => files.map(({ determinations }) => determinations.length);
  const before = { made: determined(), levels: talk.cases.map(({ level }) => level) };
  delegate.advance(talk.start);
  const later = files.map((file) => eligibility(file, delegate.now, own, WINDOWS));
  if (later.some(({ result }, index) => result === 'eligible' && found[index]?.result === 'consultative'))
    faults.push('what could only explain may change the determination again');
  delegate.give(PHYSICIAN, { act: 'hold', appointment: talk.id, reached: true });
  const ends = talk.cases.map(({ caseNumber, level }) => ({
    caseNumber,
    outcome: level === 'consultative' ? ('explained' as const) : ('overturned' as const),
  }));
  const wrong = ends.map((one) => ({ ...one, outcome: 'overturned' as const }));
  const given = (cases: typeof ends): boolean =>
    delegate.give(PHYSICIAN, { act: 'outcome', appointment: talk.id, told: { cases } });
  if (before.levels.includes('consultative') && given(wrong))
    faults.push('a talk that explains has overturned');
  if (!given(ends)) faults.push('the outcome of a talk was refused');
  for (const [index, level] of before.levels.entries()) {
    const more = (determined()[index] ?? 0) - (before.made[index] ?? 0);
    if (more !== (level === 'consultative' ? 0 : 1))
      faults.push(`a ${level} talk made ${more} determinations`);
  }
  return faults;
}

const SCHEDULES = size(1_500, 5_000);

describe(`on ${SCHEDULES} random schedules`, () => {
  it('every slot is one that may be offered, and no two live talks overlap', () => {
    const tried = new Map<string, number>();
    fc.assert(
      fc.property(schedule, (drawn) => {
        expect(faultsOf(drawn, SLOT_GATES, tried)).toEqual([]);
      }),
      { numRuns: SCHEDULES, seed: 11 },
    );
    expect(tried.get('slots')).toBeGreaterThan(10 * SCHEDULES);
    expect(tried.get('consultative talks')).toBeGreaterThan(SCHEDULES / 10);
    expect(tried.get('reconsideration talks')).toBeGreaterThan(SCHEDULES / 250);
  });

  it.each([
    ['slotFits', { slotFits: () => true }],
    ['slotFree', { slotFree: () => true }],
    ['slotFuture', { slotFuture: () => true }],
    ['slotWithin', { slotWithin: () => true }],
    ['slotQualified', { slotQualified: () => true }],
    ['slotOrder', { slotOrder: () => -1 }],
  ] as const)(
    'a calendar without %s is found out',
    (_name, change) => {
      const gates: SlotGates = { ...SLOT_GATES, ...change };
      const found = fc
        .sample(schedule, { numRuns: 150, seed: 7 })
        .some((drawn) => faultsOf(drawn, gates).length > 0);
      expect(found).toBe(true);
    },
    60_000,
  );
});
