import { describe, expect, it } from 'vitest';
import { size } from '../size.ts';
import { compare, pack } from './compare.ts';
import { randomHistory } from './random-histories.ts';

const CASES = 900;
const HISTORIES = size(9, 36);
/** Where logs end: in the middle of things, beside a change of the clocks, at a midnight, at the closing of the office. */
const ENDS = ['2026-02-14T17:00:00Z', '2026-03-08T07:00:00Z', '2026-07-06T03:59:59Z', '2026-09-14T22:00:00Z'];

describe('oracle and audit', () => {
  let total = 0;
  for (const [place, end] of ENDS.entries()) {
    it(`agree on every finding of random determinations, under every interpretation, in a log that ends at ${end}`, async () => {
      const until = Date.parse(end);
      const histories = Array.from({ length: HISTORIES }, (_, seed) =>
        randomHistory(pack, seed * 10 + place, CASES, until),
      );
      const { rows, found, wrong } = await compare(histories, until);
      total += rows;
      expect(wrong.slice(0, 12)).toEqual([]);
      for (const verdict of ['met', 'violated', 'depends', 'pending', 'not-applicable']) {
        expect(found.filter((one) => one.split(' | ')[7] === verdict).length, verdict).toBeGreaterThan(10);
      }
    });
  }

  it(`were compared on ${size(25_000, 100_000)} determinations`, () => {
    expect(total).toBeGreaterThanOrEqual(size(25_000, 100_000));
  });
});
