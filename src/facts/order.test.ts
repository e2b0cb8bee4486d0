import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBefore, recordsBefore } from './order.ts';

describe('recordsBefore', () => {
  const lists = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }))
    .map((seqs) => seqs.sort((one, other) => one - other).map((seq) => ({ seq })));

  it('takes exactly the records that stand before another, in their order', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 0, max: 61 }), (all, seq) => {
        expect(recordsBefore(all, seq)).toEqual(all.filter((one) => isBefore(one, { seq })));
      }),
    );
  });

  it('does not take the record itself', () => {
    expect(recordsBefore([{ seq: 3 }, { seq: 4 }], 4)).toEqual([{ seq: 3 }]);
  });
});
