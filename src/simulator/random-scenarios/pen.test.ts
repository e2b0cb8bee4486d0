import { beforeAll, describe, expect, it } from 'vitest';
import { packOf } from '../../rulebook/index.ts';
import { drawsFor } from '../draws.ts';
import { OfficeDays } from '../workload/office-days.ts';
import { type Act, randomScenarioAt } from './index.ts';
import { Pen } from './pen.ts';

const office = new OfficeDays(packOf('allways-commercial'));

/** Every instant to which a pen goes on from an instant, over 4,000 draws of one seed. */
function reachedFrom(since: string): ReadonlySet<string> {
  const from = Date.parse(since);
  return new Set(
    Array.from({ length: 4000 }, (_, index) => {
      const pen = new Pen(drawsFor('edges', 'pen', index), office, from, 'A');
      pen.onward(from);
      return new Date(pen.now).toISOString();
    }),
  );
}

describe('the time of a random act', () => {
  // Thursday, 2026-02-12, 10:00 in Boston (EST, five hours behind UTC). Monday the 16th is a federal holiday.
  const reached = reachedFrom('2026-02-12T15:00:00.000Z');

  it.each([
    ['24 hours', '2026-02-13T15:00:00.000Z', '2026-02-13T15:00:00.001Z'],
    ['48 hours', '2026-02-14T15:00:00.000Z', '2026-02-14T15:00:00.001Z'],
    ['72 hours', '2026-02-15T15:00:00.000Z', '2026-02-15T15:00:00.001Z'],
  ])('is the last instant within %s, and the first one after', (_limit, last, late) => {
    expect(reached).toContain(last);
    expect(reached).toContain(late);
  });

  it.each([
    ['1 business day, Friday', '2026-02-14T04:59:59.999Z', '2026-02-14T05:00:00.000Z'],
    ['2 business days, Tuesday', '2026-02-18T04:59:59.999Z', '2026-02-18T05:00:00.000Z'],
    ['14 calendar days, 26 February', '2026-02-27T04:59:59.999Z', '2026-02-27T05:00:00.000Z'],
    ['30 calendar days, 14 March in summer time', '2026-03-15T03:59:59.999Z', '2026-03-15T04:00:00.000Z'],
  ])('is the last instant of the day that %s ends, and the midnight after', (_limit, last, late) => {
    expect(reached).toContain(last);
    expect(reached).toContain(late);
  });

  it('is a second before and after each of them, for clocks that count in seconds', () => {
    expect(reached).toContain('2026-02-13T14:59:59.000Z');
    expect(reached).toContain('2026-02-13T15:00:01.000Z');
  });
});

describe('random scenarios', () => {
  const gaps = new Set<number>();
  const instants = new Set<string>();
  const follow = (steps: readonly Act[]): void => {
    const sent = new Map<string, number>();
    for (const step of steps) {
      const at = Date.parse(step.at);
      instants.add(new Date(at).toISOString());
      if (step.case === undefined) continue;
      if (step.do === 'submit-request') sent.set(step.case, at);
      else gaps.add(at - (sent.get(step.case) ?? Number.NaN));
    }
  };
  beforeAll(() => {
    for (let index = 0; index < 3000; index += 1) follow(randomScenarioAt('edges', index).steps);
  });

  it.each([
    ['24 hours', 86_400_000],
    ['72 hours', 259_200_000],
  ])('act on a request exactly %s after it was sent, and a thousandth of a second later', (_limit, gap) => {
    expect(gaps).toContain(gap);
    expect(gaps).toContain(gap + 1);
  });

  it.each([
    ['Friday, 2026-02-06', '2026-02-07T04:59:59.999Z', '2026-02-07T05:00:00.000Z'],
    ['Monday, 2026-02-09', '2026-02-10T04:59:59.999Z', '2026-02-10T05:00:00.000Z'],
    ['Tuesday, 2026-03-10, in summer time', '2026-03-11T03:59:59.999Z', '2026-03-11T04:00:00.000Z'],
  ])('act in the last instant of %s, and at the midnight after it', (_day, last, late) => {
    expect(instants).toContain(last);
    expect(instants).toContain(late);
  });
});
