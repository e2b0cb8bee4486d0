import { describe, expect, it } from 'vitest';
import { CAPABILITIES } from '../contract/index.ts';
import { type Finding, finding } from '../oracles/finding.ts';
import { ACCEPTED, atMost, instant } from '../oracles/value.ts';
import { unfulfilled } from './expectations.ts';
import type { Expectation, Scenario } from './scenario.ts';

const RULE = 'portal.referral.diagnosis-max-six';
const NOON = '2026-02-03T12:00:00-05:00';
const AFTER = '2026-02-03T12:00:00.001-05:00';

type Found = Partial<Pick<Finding, 'given' | 'expected' | 'verdict'>>;

/** What is unfulfilled of one expectation, by findings that were met unless they say otherwise. */
function missed(expectation: Partial<Expectation>, ...found: readonly Found[]): string[] {
  const scenario: Scenario = {
    id: 'request-entry/one',
    title: '',
    why: '',
    desk: 'scripted',
    pack: 'allways-commercial',
    start: NOON,
    steps: [],
    until: NOON,
    expect: [{ rule: RULE, case: 'A', verdict: 'met', ...expectation }],
  };
  const findings = found.map((more) =>
    finding({ rule: RULE, case: 'A', verdict: 'met', events: [1], ...more }),
  );
  return unfulfilled(scenario, findings, CAPABILITIES);
}

describe('an expectation', () => {
  it('is fulfilled by a finding of its verdict', () => {
    expect(missed({}, {})).toEqual([]);
  });

  it('is unfulfilled where nothing was found', () => {
    expect(missed({})).toEqual([`expected ${RULE}, case A, met; found nothing`]);
  });

  it.each<[Expectation['allows'], number]>([
    [{ answer: 201 }, 0],
    [{ answer: 422 }, 1],
    [{ other: 201 }, 1],
  ])('that the rule allows %j of an answer that must be accepted has %i misses', (allows, count) => {
    expect(missed({ allows }, { expected: { answer: ACCEPTED } })).toHaveLength(count);
  });

  it.each<[Expectation['forbids'], number]>([
    [{ answer: 422 }, 0],
    [{ answer: 201 }, 1],
    [{ other: 422 }, 1],
  ])('that the rule forbids %j of an answer that must be accepted has %i misses', (forbids, count) => {
    expect(missed({ forbids }, { expected: { answer: ACCEPTED } })).toHaveLength(count);
  });

  it('reads what is written as an instant as one, in any offset', () => {
    const expected = { doneAt: atMost(instant(Date.parse(NOON))) };
    expect(
      missed({ allows: { doneAt: '2026-02-03T17:00:00Z' }, forbids: { doneAt: AFTER } }, { expected }),
    ).toEqual([]);
    expect(missed({ allows: { doneAt: AFTER } }, { expected })).toHaveLength(1);
  });

  it('of something given is about the finding that has it, and about no other', () => {
    const two: Found[] = [
      { given: { days: 89 }, expected: { answer: 200 } },
      { given: { days: 90 }, expected: { answer: 403 } },
    ];
    expect(missed({ given: { days: 90 }, forbids: { answer: 200 } }, ...two)).toEqual([]);
    expect(missed({ given: { days: 89 }, forbids: { answer: 200 } }, ...two)).toHaveLength(1);
    expect(missed({ given: { days: 91 } }, ...two)).toHaveLength(1);
  });

  it('that is optional may find nothing of what it gives', () => {
    expect(missed({ given: { days: 91 }, optional: true }, { given: { days: 90 } })).toEqual([]);
  });

  it('that may depend is fulfilled by a finding that depends, where it was applied to what it gives', () => {
    const expected = { given: { days: 91 }, mayDepend: true } as const;
    expect(missed(expected, { given: { days: 91 }, verdict: 'depends' })).toEqual([]);
    expect(missed(expected, { given: { days: 90 }, verdict: 'depends' })).toHaveLength(1);
    expect(missed(expected, { given: { days: 91 }, verdict: 'violated' })).toHaveLength(1);
  });

  it('that is unfulfilled says what was found instead', () => {
    expect(missed({ given: { days: 91 } }, { given: { days: 90 } })).toEqual([
      `expected ${RULE}, case A, met, given {"days":91}; found met given {"days":90}`,
    ]);
  });
});
