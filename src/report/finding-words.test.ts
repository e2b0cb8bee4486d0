import { describe, expect, it } from 'vitest';
import { comparisonRows, findingWords } from './finding-words.ts';

const ZONE = 'America/New_York';
const late = {
  given: { limit: '24 hours from receipt of the request' },
  expected: { decision: { demand: 'at-most', value: { instant: Date.parse('2026-02-12T14:00:00Z') } } },
  observed: { decision: { instant: Date.parse('2026-02-13T05:00:00Z') }, lateBy: { span: 54_000_000 } },
};

describe('a finding', () => {
  it('is told as expected, observed and given, with the zone on every instant', () => {
    expect(findingWords(late, ZONE)).toBe(
      'Expected decision: by Thu 02/12/2026 09:00 EST. Observed decision: Fri 02/13/2026 00:00 EST; late by: 15 h 0 min. Given: limit: 24 hours from receipt of the request.',
    );
  });

  it('is a table with a row for each name', () => {
    expect(comparisonRows(late, ZONE)).toEqual([
      { label: 'decision', expected: 'by Thu 02/12/2026 09:00 EST', observed: 'Fri 02/13/2026 00:00 EST' },
      { label: 'late by', expected: '', observed: '15 h 0 min' },
    ]);
  });

  it('shows what was not there as none', () => {
    const rows = comparisonRows({ expected: { letter: { demand: 'present' } }, observed: {} }, ZONE);
    expect(rows).toEqual([{ label: 'letter', expected: 'present', observed: 'none' }]);
  });

  it.each([
    [{ demand: 'refused' }, 'refused (4xx)'],
    [{ demand: 'accepted' }, 'accepted (2xx)'],
    [{ demand: 'one-of', values: ['approved', 'partial'] }, 'one of approved, partial'],
    [{ demand: 'not', value: 201 }, 'anything but 201'],
    [{ demand: 'at-most', value: 255 }, 'at most 255'],
    [
      { demand: 'at-least', value: { instant: Date.parse('2026-02-12T14:00:00Z') } },
      'Thu 02/12/2026 09:00 EST or later',
    ],
    [{ demand: 'includes', values: ['member'] }, 'including member'],
    [{ demand: 'excludes', values: ['member'] }, 'without member'],
    [{ demand: 'contains', text: 'knee brace' }, 'containing “knee brace”'],
  ])('words the demand %j', (demand, words) => {
    expect(comparisonRows({ expected: { value: demand }, observed: {} }, ZONE)[0]?.expected).toBe(words);
  });
});
