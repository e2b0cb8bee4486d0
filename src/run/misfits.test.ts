import { describe, expect, it } from 'vitest';
import type { History } from '../history/index.ts';
import { misfitsOf } from './misfits.ts';
import type { Scenario } from './scenario.ts';
import { worldOf } from './world-of.ts';

const at = '2026-01-05T14:00:00Z';
const scenario: Scenario = {
  id: 'look-up/answers',
  title: 'A session is shown',
  why: 'Hand-made, for a test.',
  desk: 'scripted',
  pack: 'allways-commercial',
  start: at,
  until: at,
  steps: [],
  expect: [],
};

/** A history that holds nothing but one answer. */
function historyOf(status: number, body: unknown, op = 'sign-in'): History {
  const world = worldOf(scenario, '1', 'America/New_York');
  return {
    header: {
      kind: 'header',
      formatVersion: 1,
      scenario: scenario.id,
      pack: scenario.pack,
      seed: '1',
      adapter: 'test',
      implementation: 'test',
      capabilities: [],
      start: at,
      world,
      worldDigest: '',
    },
    records: [{ seq: 1, kind: 'answered', at, op, status, body, digest: '', hash: '' }],
    until: at,
    complete: true,
  };
}

describe('misfitsOf', () => {
  it('lists an answer that does not fit the contract, by operation and path', () => {
    const lines = misfitsOf(historyOf(201, { token: 7 }));
    expect(lines.some((line) => line.startsWith('sign-in: token: '))).toBe(true);
  });

  it('says so where the whole body is something else', () => {
    expect(misfitsOf(historyOf(201, 'welcome')).some((line) => line.startsWith('sign-in: the body: '))).toBe(
      true,
    );
  });

  it('lists a misfit once, however often it was answered', () => {
    const once = historyOf(201, { token: 7 });
    const twice = { ...once, records: [...once.records, ...once.records] };
    expect(misfitsOf(twice)).toEqual(misfitsOf(once));
  });

  it('leaves refusals and unknown operations alone', () => {
    expect(misfitsOf(historyOf(401, { token: 7 }))).toEqual([]);
    expect(misfitsOf(historyOf(200, { token: 7 }, 'no-such-operation'))).toEqual([]);
  });
});
