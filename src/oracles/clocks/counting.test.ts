import { describe, expect, it } from 'vitest';
import { packOf } from '../../rulebook/index.ts';
import { earliest, limit } from './counting.ts';
import { workingDays } from './working-days.ts';

/** New York. In 2026 the clocks go forward on 8 March, 2:00, and back on 1 November, 2:00. */
const pack = packOf('allways-commercial');
const interpretation = pack.interpretations.default;
const days = workingDays(pack, interpretation.holidays);
const at = (iso: string): number => Date.parse(iso);
const within = (from: string, count: number, unit: Parameters<typeof limit>[3]): string =>
  new Date(limit(days, at(from), count, unit, interpretation)).toISOString();
const since = (from: string, count: number, unit: Parameters<typeof limit>[3]): string =>
  new Date(earliest(days, at(from), count, unit, interpretation)).toISOString();

describe('a limit in months', () => {
  it('ends with the same day of the month', () => {
    expect(within('2026-01-15T12:00:00-05:00', 1, 'months')).toBe('2026-02-16T04:59:59.999Z');
  });

  it('clamps to the last day of a shorter month', () => {
    expect(within('2026-01-31T12:00:00-05:00', 1, 'months')).toBe('2026-03-01T04:59:59.999Z');
  });

  it('knows the 29th of February of a leap year', () => {
    expect(within('2027-12-31T12:00:00-05:00', 2, 'months')).toBe('2028-03-01T04:59:59.999Z');
  });

  it('goes over the end of the year', () => {
    expect(within('2026-11-30T12:00:00-05:00', 3, 'months')).toBe('2027-03-01T04:59:59.999Z');
  });

  it('ends at the midnight of summer time when that begins between', () => {
    expect(within('2026-02-20T12:00:00-05:00', 1, 'months')).toBe('2026-03-21T03:59:59.999Z');
  });

  it('looks back over the end of the year, to the last day of a shorter month', () => {
    expect(within('2026-03-31T12:00:00-04:00', -1, 'months')).toBe('2026-03-01T04:59:59.999Z');
    expect(within('2026-01-15T12:00:00-05:00', -2, 'months')).toBe('2025-11-16T04:59:59.999Z');
  });
});

describe('a limit in minutes', () => {
  it('is elapsed time, also over the change of the clocks', () => {
    expect(within('2026-03-08T01:45:00-05:00', 30, 'minutes')).toBe('2026-03-08T07:15:00.000Z');
  });
});

describe('a count that looks back', () => {
  it('ends with the calendar day so many before', () => {
    expect(within('2026-03-10T12:00:00-04:00', -30, 'calendar-days')).toBe('2026-02-09T04:59:59.999Z');
  });

  it('skips the weekend and the holiday of 19 January 2026', () => {
    // From Wednesday the 21st: Tuesday the 20th, then Friday the 16th.
    expect(within('2026-01-21T12:00:00-05:00', -2, 'business-days')).toBe('2026-01-17T04:59:59.999Z');
  });
});

describe('the earliest instant at which something may be done', () => {
  it('is the beginning of the day, where days are counted', () => {
    expect(since('2026-03-01T15:00:00-05:00', 31, 'calendar-days')).toBe('2026-04-01T04:00:00.000Z');
  });

  it('is the beginning of the business day, where those are counted', () => {
    expect(since('2026-01-16T15:00:00-05:00', 1, 'business-days')).toBe('2026-01-20T05:00:00.000Z');
  });

  it('is the beginning of the day so many months later', () => {
    expect(since('2026-08-31T15:00:00-04:00', 6, 'months')).toBe('2027-02-28T05:00:00.000Z');
  });

  it('is the instant itself, where hours are counted', () => {
    expect(since('2026-03-07T12:00:00-05:00', 24, 'hours')).toBe('2026-03-08T17:00:00.000Z');
  });
});
