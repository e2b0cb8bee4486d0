import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/audit/ledger.ts';
import { reviewFiles, wilson } from '../../src/audit/sample.ts';

const file = (caseId: string, ...verdicts: readonly string[]): Ledger => ({
  caseId,
  decisionNo: '1',
  obligations: verdicts.map((verdict) => ({
    duty: 'decision',
    title: '',
    rule: '',
    cite: '',
    startAt: null,
    dueAt: null,
    actualAt: null,
    verdict,
    byInterpretation: '',
    lateBySeconds: null,
    causedBy: '',
    flips: '',
    arithmetic: '',
    silence: '',
  })),
});
const files = (count: number, ...verdicts: readonly string[]): Ledger[] =>
  Array.from({ length: count }, (_, index) => file(`F${index}`, ...verdicts));

describe('a file review', () => {
  it('stops at eight where all eight meet', () => {
    expect(reviewFiles(files(40, 'met', 'not-applicable'))).toMatchObject({
      reviewed: 8,
      met: 8,
      doubtful: 0,
    });
  });

  it('goes on to thirty where one of the eight does not', () => {
    const drawn = [...files(7, 'met'), file('late', 'met', 'violated'), ...files(32, 'met')];
    expect(reviewFiles(drawn)).toMatchObject({ reviewed: 30, met: 29 });
  });

  it('does not count as met what depends on an interpretation or cannot be told', () => {
    const drawn = [file('a', 'depends'), file('b', 'met', 'indeterminate'), ...files(38, 'met')];
    expect(reviewFiles(drawn)).toMatchObject({ reviewed: 30, met: 28, doubtful: 2 });
  });

  it('takes the next file in the place of one of which nothing was due yet', () => {
    const drawn = [file('open', 'pending'), ...files(39, 'met')];
    expect(reviewFiles(drawn)).toMatchObject({ reviewed: 8, met: 8, notApplicable: 1 });
  });

  it('reviews all there are where there are fewer', () => {
    expect(reviewFiles(files(5, 'met'))).toMatchObject({ reviewed: 5, met: 5 });
    expect(reviewFiles([])).toMatchObject({ reviewed: 0, interval: null });
  });
});

describe('the interval of a share', () => {
  it('is that of Wilson: 8 of 8 leave a third open, 29 of 30 a sixth', () => {
    expect(wilson(8, 8).map((bound) => bound.toFixed(4))).toEqual(['0.6756', '1.0000']);
    expect(wilson(29, 30).map((bound) => bound.toFixed(4))).toEqual(['0.8333', '0.9941']);
  });
});
