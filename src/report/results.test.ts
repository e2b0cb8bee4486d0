import { describe, expect, it } from 'vitest';
import { sampleResults } from '../../tests/sample-results.ts';
import { answerOf } from './answer.ts';
import { readCampaignResults } from './campaign-results.ts';
import { readResults } from './results.ts';

describe('readResults', () => {
  const now = sampleResults({ 'a.rule': 'inconclusive', 'b.rule': 'pass' });

  it('reads what is written today', () => {
    expect(readResults(JSON.parse(JSON.stringify(now)))).toEqual(now);
  });

  it('reads version 1, which said unproved and reading', () => {
    const { interpretation: reading, ...rest } = now;
    const old = {
      ...rest,
      reading,
      formatVersion: 1,
      summary: { unproved: 1, pass: 1 },
      verdicts: now.verdicts.map((one) => (one.rule === 'a.rule' ? { ...one, verdict: 'unproved' } : one)),
    };
    expect(readResults(JSON.parse(JSON.stringify(old)))).toEqual(now);
  });

  it('reads version 2, which said reading and knob and told a violation in a sentence alone', () => {
    const { interpretation: reading, ...rest } = now;
    const told = {
      rule: 'a.rule',
      scenario: 'a/b',
      case: 'A',
      because: 'it came late',
      evidence: 'reported',
      causedBy: null,
      timeline: [],
      reproduce: 'portalproof run --suite a/b',
    };
    const flip = { value: 'eod', verdict: 'met', dueAt: null };
    const old = { ...rest, reading, formatVersion: 2 };
    const read = readResults({ ...old, violations: [{ ...told, flips: [{ ...flip, knob: 'bd_end' }] }] });
    expect(read).toEqual({
      ...now,
      violations: [
        {
          ...told,
          given: {},
          expected: {},
          observed: {},
          records: [],
          flips: [{ ...flip, setting: 'bd_end' }],
        },
      ],
    });
  });

  it('does not take the old word in the version of today, nor a version of tomorrow', () => {
    expect(() => readResults({ ...now, summary: { unproved: 1 } })).toThrow();
    expect(() => readResults({ ...now, formatVersion: 4 })).toThrow();
    expect(() => readResults('no results')).toThrow();
  });
});

describe('readCampaignResults', () => {
  const now = {
    formatVersion: 3,
    implementation: 'A portal 1',
    seed: '1',
    injectFaults: false,
    stopped: false,
    scenarios: 40,
    cases: 60,
    steps: 300,
    seconds: 1,
    onOthers: 0,
    failures: [],
    broken: [{ message: 'refused', scenarios: 2, token: 'pp1.MQ.1' }],
    controlRun: { caught: true, scenarios: 30, faulty: 1, false: [] },
    coverage: { rules: {}, operations: {}, pairs: {}, neverRules: [], neverOperations: [] },
  };

  it('reads what is written today', () => {
    expect(readCampaignResults(now)).toEqual(now);
  });

  it('reads version 1, which called scenarios stories', () => {
    const { scenarios: stories, injectFaults: troubles, controlRun: _, ...rest } = now;
    const old = {
      ...rest,
      formatVersion: 1,
      stories,
      troubles,
      broken: [{ message: 'refused', stories: 2, token: 'pp1.MQ.1' }],
      canary: { caught: true, stories: 30, faulty: 1, false: [] },
    };
    expect(readCampaignResults(old)).toEqual(now);
  });

  it('reads version 2, which said troubles and canary', () => {
    const { injectFaults: troubles, controlRun: canary, ...rest } = now;
    expect(readCampaignResults({ ...rest, troubles, canary, formatVersion: 2 })).toEqual(now);
  });

  it('does not take a version of tomorrow', () => {
    expect(() => readCampaignResults({ ...now, formatVersion: 4 })).toThrow();
  });
});

describe('answerOf', () => {
  const end = { exitCode: 0, summary: {}, complete: true, scope: null } as const;

  it('has a headline of its own for every end of a run', () => {
    const words = [
      answerOf(end),
      answerOf({ ...end, scope: 'suite claims' }),
      answerOf({ ...end, exitCode: 1, summary: { fail: 2 } }),
      answerOf({ ...end, exitCode: 4 }),
      answerOf({ ...end, exitCode: 3 }),
      answerOf({ ...end, exitCode: 3, complete: false }),
    ].map(({ word }) => word);
    expect(words).toEqual([
      'Conformant',
      'Nothing wrong in a part',
      'Not conformant',
      'Not shown to conform',
      'No answer',
      'Stopped',
    ]);
  });

  it('tells of rules that failed before it tells that the run was stopped', () => {
    const { word, line } = answerOf({ ...end, exitCode: 1, summary: { fail: 2 }, complete: false });
    expect(word).toBe('Not conformant');
    expect(line).toContain('stopped');
  });

  it('counts the rules that failed', () => {
    expect(answerOf({ ...end, exitCode: 1, summary: { fail: 1 } }).line).toMatch(/^1 rule was violated/);
    expect(answerOf({ ...end, exitCode: 1, summary: { fail: 2 } }).line).toMatch(/^2 rules were violated/);
  });
});
