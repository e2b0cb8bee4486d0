import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  type Counting,
  endOfDay,
  localDate,
  nextOpening,
  withinBusinessDays,
  withinCalendarDays,
} from '../../src/calendar/calendar.ts';
import { effectiveReceipt } from '../../src/oracles/clocks/counting.ts';
import { limit, workingDays, ZoneTable } from '../../src/oracles/index.ts';
import { calendarOf } from '../../src/reference-impl/time-frames/limits.ts';
import {
  INTERPRETATION_NAMES,
  INTERPRETATIONS,
  type Interpretation,
  packOf,
} from '../../src/rulebook/index.ts';

const pack = packOf('allways-commercial');
const zone = pack.zone;
const from = Date.parse('2021-01-01T00:00:00Z');
const to = Date.parse('2030-12-01T00:00:00Z');

const changes = pack.transitions.map(([at]) => Date.parse(at)).filter((at) => at > from && at < to);
/** Instants anywhere, and instants within three hours of a clock change. */
const instant = fc.oneof(
  fc.integer({ min: from / 1000, max: to / 1000 }).map((seconds) => seconds * 1000),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -10_800, max: 10_800 }))
    .map(([at, seconds]) => at + seconds * 1000),
);
const interpretation = fc
  .constantFrom(...INTERPRETATION_NAMES)
  .map((name): Interpretation => INTERPRETATIONS[name]);

type Day = DateTime<true> | DateTime<false>;

/** The same count, by luxon. */
function luxonBusinessDays(
  at: number,
  days: number,
  { bd_end, after_hours, nonbusiness_anchor, holidays }: Interpretation,
): number {
  const closed = new Set(
    holidays.split('+').flatMap((name) => pack.holidays[name]?.map(([date]) => date) ?? []),
  );
  const works = (day: Day): boolean => day.weekday <= 5 && !closed.has(day.toISODate() ?? '');
  const next = (day: Day): Day => {
    let later: Day = day.plus({ days: 1 });
    while (!works(later)) later = later.plus({ days: 1 });
    return later;
  };
  const start = DateTime.fromMillis(at, { zone });
  let day: Day = start.startOf('day');
  const late = start.toFormat('HH:mm:ss.SSS') > '18:00:00.000';
  if (after_hours === 'next_bd' && works(day) && late) day = next(day);
  if (nonbusiness_anchor === 'roll' && !works(day)) day = next(day);
  for (let count = 0; count < days; count += 1) day = next(day);
  return bd_end === 'cob'
    ? day.set({ hour: 18 }).toMillis()
    : day.plus({ days: 1 }).startOf('day').toMillis() - 1;
}

describe('the oracle, the reference calendar and luxon', () => {
  it('agree on the local date of 10,000 random instants', () => {
    const table = new ZoneTable(pack.transitions);
    const calendar = calendarOf(pack, 'fed+ma');
    fc.assert(
      fc.property(instant, (at) => {
        const { day, ms } = table.toLocal(at);
        const local = DateTime.fromMillis(at, { zone });
        expect(new Date(day * 86_400_000).toISOString().slice(0, 10)).toBe(local.toISODate());
        expect(localDate(calendar, at)).toBe(local.toISODate());
        expect(ms).toBe(((local.hour * 60 + local.minute) * 60 + local.second) * 1000 + local.millisecond);
      }),
      { numRuns: 10_000 },
    );
  });

  it('agree on business days from 10,000 random instants, under the three interpretations', () => {
    fc.assert(
      fc.property(instant, interpretation, fc.integer({ min: 1, max: 5 }), (at, chosen, days) => {
        const own = limit(workingDays(pack, chosen.holidays), at, days, 'business-days', chosen);
        const counting: Counting = chosen;
        expect(withinBusinessDays(calendarOf(pack, chosen.holidays), at, days, counting)).toBe(own);
        expect(luxonBusinessDays(at, days, chosen)).toBe(own);
      }),
      { numRuns: 10_000 },
    );
  });

  it('agree on calendar days from 10,000 random instants, to the end of the day and to the clock time', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 14 }), (at, days) => {
        const calendar = calendarOf(pack, 'fed+ma');
        const eod = limit(workingDays(pack, 'fed+ma'), at, days, 'calendar-days', INTERPRETATIONS.default);
        expect(withinCalendarDays(calendar, at, days, 'eod')).toBe(eod);
        expect(
          DateTime.fromMillis(at, { zone })
            .startOf('day')
            .plus({ days: days + 1 })
            .toMillis() - 1,
        ).toBe(eod);
        const clock = limit(workingDays(pack, 'ma'), at, days, 'calendar-days', INTERPRETATIONS.strict);
        expect(withinCalendarDays(calendar, at, days, 'clock')).toBe(clock);
      }),
      { numRuns: 10_000 },
    );
  });

  it('agree on when the office opens for what came in', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const chosen = INTERPRETATIONS.lenient;
        expect(nextOpening(calendarOf(pack, chosen.holidays), at)).toBe(
          effectiveReceipt(workingDays(pack, chosen.holidays), at, chosen),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('know days of 23 and 25 hours', () => {
    const calendar = calendarOf(pack, 'fed+ma');
    const length = (date: string, before: string): number =>
      (endOfDay(calendar, date) - endOfDay(calendar, before)) / 3_600_000;
    expect(length('2026-03-08', '2026-03-07')).toBe(23);
    expect(length('2026-11-01', '2026-10-31')).toBe(25);
  });
});
