import { describe, expect, it } from 'vitest';
import { dateWords, instantWords, spanWords } from './dates.ts';

const ZONE = 'America/New_York';
const words = (iso: string): string => instantWords(Date.parse(iso), ZONE);

describe('an instant', () => {
  it('is told in US order with its zone', () => {
    expect(words('2026-02-12T14:00:00Z')).toBe('Thu 02/12/2026 09:00 EST');
  });

  it('is told in the zone of its day, in summer too', () => {
    expect(words('2026-07-01T03:30:00Z')).toBe('Tue 06/30/2026 23:30 EDT');
  });

  it('tells seconds and milliseconds where there are any', () => {
    expect(words('2026-02-12T14:00:05Z')).toBe('Thu 02/12/2026 09:00:05 EST');
    expect(words('2026-02-13T05:00:00.999Z')).toBe('Fri 02/13/2026 00:00:00.999 EST');
  });

  it('is the end of its day in the last millisecond, and not before', () => {
    expect(words('2026-02-17T04:59:59.999Z')).toBe('end of Mon 02/16/2026 EST');
    expect(words('2026-02-17T04:59:59.998Z')).toBe('Mon 02/16/2026 23:59:59.998 EST');
  });

  it('is told as none where it is none', () => {
    expect(instantWords(Number.NaN, ZONE)).toBe('no valid instant');
  });
});

describe('a date', () => {
  it('is told in US order, and any other text as it is', () => {
    expect(dateWords('2026-02-12')).toBe('02/12/2026');
    expect(dateWords('M1000001')).toBe('M1000001');
  });
});

describe('a length of time', () => {
  it.each([
    [15 * 3_600_000, '15 h 0 min'],
    [51 * 3_600_000, '2 d 3 h'],
    [40_000, '40 s'],
    [999, '999 ms'],
    [0, '0 min'],
    [-90_000, '-1 min 30 s'],
  ])('of %i ms is %s', (ms, expected) => {
    expect(spanWords(ms)).toBe(expected);
  });
});
