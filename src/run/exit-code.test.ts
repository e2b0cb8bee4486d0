import { describe, expect, it } from 'vitest';
import { auditExitCode, fuzzExitCode, runExitCode } from './exit-code.ts';
import type { Verdict } from './verdicts.ts';

const rule = (verdict: Verdict, core = false) => ({ rule: 'um.authid.unique' as const, core, verdict });

describe('runExitCode', () => {
  const end = { outcomes: [], complete: true, verdicts: [rule('pass', true)] };

  it('is 0 where every core rule passed', () => {
    expect(runExitCode(end)).toBe(0);
  });

  it('is 0 where a rule that is not core did not pass', () => {
    expect(runExitCode({ ...end, verdicts: [rule('inconclusive'), rule('depends'), rule('warn')] })).toBe(0);
  });

  it('is 1 where a rule failed, though a core rule is missing too', () => {
    expect(runExitCode({ ...end, verdicts: [rule('fail'), rule('inconclusive', true)] })).toBe(1);
  });

  it.each(['inconclusive', 'unsupported', 'depends', 'warn'] as const)(
    'is 4 for a core rule that is %s',
    (verdict) => {
      expect(runExitCode({ ...end, verdicts: [rule(verdict, true)] })).toBe(4);
    },
  );

  it('is 4 for one core rule that did not pass among others that did', () => {
    expect(runExitCode({ ...end, verdicts: [rule('pass', true), rule('inconclusive', true)] })).toBe(4);
  });

  it('leaves out core rules that the chosen part of the suite is not about', () => {
    const verdicts = [rule('inconclusive', true)];
    expect(runExitCode({ ...end, verdicts, within: new Set(['um.valid.all-conditions']) })).toBe(0);
    expect(runExitCode({ ...end, verdicts, within: new Set(['um.authid.unique']) })).toBe(4);
  });

  it('is 3 where a scenario ended in an error, a rule did, or the run was stopped', () => {
    expect(runExitCode({ ...end, outcomes: [{ verdict: 'error' }] })).toBe(3);
    expect(runExitCode({ ...end, verdicts: [rule('error')] })).toBe(3);
    expect(runExitCode({ ...end, complete: false })).toBe(3);
  });

  it('is 1 where a rule failed, whatever else could not be played', () => {
    const verdicts = [rule('fail'), rule('error')];
    expect(runExitCode({ verdicts, outcomes: [{ verdict: 'error' }], complete: false })).toBe(1);
  });
});

describe('fuzzExitCode', () => {
  const end = { failures: [], broken: [], scenarios: 10, controlRun: { caught: true, false: [] } };

  it('is 0 where nothing is broken and the control run found its fault', () => {
    expect(fuzzExitCode(end)).toBe(0);
  });

  it('is 0 where no control run was asked for', () => {
    expect(fuzzExitCode({ ...end, controlRun: null })).toBe(0);
  });

  it('is not 0 where the control run did not find its fault', () => {
    expect(fuzzExitCode({ ...end, controlRun: { caught: false, false: [] } })).toBe(4);
  });

  it('is not 0 where the control run found a rule broken on the reference implementation', () => {
    expect(fuzzExitCode({ ...end, controlRun: { caught: true, false: ['um.authid.unique'] } })).toBe(4);
  });

  it('is not 0 where nothing was played', () => {
    expect(fuzzExitCode({ ...end, scenarios: 0 })).toBe(4);
  });

  it('is 3 where a scenario could not be played to its end, and 1 where a rule is broken, whatever could not', () => {
    expect(fuzzExitCode({ ...end, broken: ['one'] })).toBe(3);
    expect(fuzzExitCode({ ...end, failures: ['one'] })).toBe(1);
    expect(fuzzExitCode({ ...end, failures: ['one'], broken: ['one'] })).toBe(1);
  });
});

describe('auditExitCode', () => {
  const end = {
    tally: { violated: 0, depends: 0, indeterminate: 0 },
    rows: { judged: 5, rejected: 0 },
    unjudged: [],
  };

  it('is 0 where every row was judged and nothing was violated', () => {
    expect(auditExitCode([end])).toBe(0);
  });

  it('is 1 where a duty was violated under any pack, though rows were rejected', () => {
    const late = { ...end, tally: { ...end.tally, violated: 1 } };
    expect(auditExitCode([{ ...end, rows: { judged: 5, rejected: 1 } }, late])).toBe(1);
  });

  it.each([
    ['a finding depends on the interpretation', { ...end, tally: { ...end.tally, depends: 1 } }],
    ['a finding is indeterminate', { ...end, tally: { ...end.tally, indeterminate: 1 } }],
    ['a row was rejected', { ...end, rows: { judged: 5, rejected: 1 } }],
    ['no row was judged', { ...end, rows: { judged: 0, rejected: 0 } }],
    ['a clock lacks its column', { ...end, unjudged: ['closed_at'] }],
  ])('is 4 where %s', (_title, one) => {
    expect(auditExitCode([end, one])).toBe(4);
  });
});
