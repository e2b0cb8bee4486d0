import { describe, expect, it } from 'vitest';
import { CAPABILITIES, type Capability } from '../contract/index.ts';
import { finding } from '../oracles/finding.ts';
import { type Finding, NEEDS, type TimeFacts } from '../oracles/index.ts';
import { type RuleId, ruleOf } from '../rulebook/index.ts';
import { conductOf, type RuleVerdict, type VerdictInputs, verdictsOf, verdictUnder } from './verdicts.ts';

/** A rule of severity `fail` that binds the plan and needs several capabilities. */
const RULE = 'um.decide.deny-physician-only';
/** A rule of severity `warn` that binds the plan. */
const MILD = 'portal.search.filters';
/** A rule that binds providers. */
const OF_PROVIDERS = 'portal.eligibility.verify-daily-before-service';

const found = (verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding =>
  finding({ rule: RULE, case: 'A', verdict, events: [1], ...more });

const timed = (more: Partial<TimeFacts>): TimeFacts => ({
  duty: 'decision',
  part: null,
  row: 'preservice-urgent',
  startAt: null,
  dueAt: null,
  actualAt: null,
  lateBySeconds: null,
  byInterpretation: { default: 'met', strict: 'violated', lenient: 'pending' },
  flips: [],
  also: [],
  alsoMet: [],
  ...more,
});

function all(findings: readonly Finding[], more: Partial<VerdictInputs> = {}): RuleVerdict[] {
  const usual: VerdictInputs = {
    core: [],
    findings,
    interpretation: 'all',
    capabilities: [...CAPABILITIES],
    disturbed: new Set<RuleId>(),
  };
  return verdictsOf({ ...usual, ...more });
}

function rowOf(
  findings: readonly Finding[],
  more: Partial<VerdictInputs> = {},
  rule: RuleId = RULE,
): RuleVerdict {
  const row = all(findings, more).find((one) => one.rule === rule);
  if (!row) throw new RangeError(`no row of ${rule}`);
  return row;
}

const verdictOf = (findings: readonly Finding[], more: Partial<VerdictInputs> = {}) =>
  rowOf(findings, more).verdict;

const without = (...lacking: readonly Capability[]): Pick<VerdictInputs, 'capabilities'> => ({
  capabilities: CAPABILITIES.filter((one) => !lacking.includes(one)),
});

describe('the verdict on a rule', () => {
  it('is pass where it was met and never violated', () => {
    expect(verdictOf([found('met'), found('pending')])).toBe('pass');
  });

  it('is fail where one finding is a violation, though another depends on the interpretation', () => {
    expect(verdictOf([found('depends'), found('violated'), found('depends')])).toBe('fail');
  });

  it('is warn where a rule that can fail no run is violated', () => {
    expect(ruleOf(MILD).severity).toBe('warn');
    expect(rowOf([found('violated', { rule: MILD })], {}, MILD).verdict).toBe('warn');
  });

  it('is depends where a finding depends and none is a violation, though another is met', () => {
    expect(verdictOf([found('met'), found('depends')])).toBe('depends');
  });

  it.each([
    ['nothing was found', []],
    ['all is pending', [found('pending')]],
    ['all is indeterminate', [found('indeterminate')]],
    ['it does not apply', [found('not-applicable')]],
    ['only the staff that a scenario plays met it', [found('met', { on: 'staff' })]],
  ])('is inconclusive where %s', (_title, findings) => {
    expect(verdictOf(findings)).toBe('inconclusive');
  });

  it('is unsupported where one of the capabilities that it needs is lacking and nothing was met', () => {
    const needs = NEEDS.get(RULE) ?? [];
    expect(needs.length).toBeGreaterThan(1);
    for (const need of needs) expect(verdictOf([found('depends')], without(need)), need).toBe('unsupported');
  });

  it('stands where a capability is lacking and it was met or violated all the same', () => {
    expect(verdictOf([found('met')], { capabilities: [] })).toBe('pass');
    expect(verdictOf([found('violated')], { capabilities: [] })).toBe('fail');
  });

  it('is error where a scenario about it broke, whatever was met or depends elsewhere', () => {
    const disturbed = new Set<RuleId>([RULE]);
    expect(verdictOf([found('met'), found('depends')], { disturbed })).toBe('error');
    expect(verdictOf([], { disturbed: new Set([MILD]) })).toBe('inconclusive');
  });

  it('is fail where a scenario about it broke and another shows a violation', () => {
    expect(verdictOf([found('violated')], { disturbed: new Set([RULE]) })).toBe('fail');
  });

  it('does not count violations by the staff or by providers', () => {
    expect(verdictOf([found('met'), found('violated', { on: 'staff' })])).toBe('pass');
    expect(verdictOf([found('met'), found('violated', { on: 'provider' })])).toBe('pass');
  });
});

describe('the row of a rule', () => {
  it('counts the findings of each verdict on the portal, and all of them', () => {
    const verdicts = [
      'met',
      'met',
      'met',
      'violated',
      'violated',
      'pending',
      'indeterminate',
      'depends',
    ] as const;
    const row = rowOf([...verdicts.map((one) => found(one)), found('met', { on: 'staff' })]);
    const { met, violated, pending, indeterminate, depends, exercised } = row;
    expect([met, violated, pending, indeterminate, depends, exercised]).toEqual([3, 2, 1, 1, 1, 8]);
  });

  it('names each kind of evidence once, in order', () => {
    const row = rowOf([
      found('met', { evidence: 'staged' }),
      found('met', { evidence: 'observed' }),
      found('met', { evidence: 'reported' }),
      found('met', { evidence: 'staged' }),
    ]);
    expect(row.evidence).toEqual(['observed', 'reported', 'staged']);
  });

  it('counts what was met at the edge and just inside it, and nothing that was not met', () => {
    const row = rowOf([
      found('met', { edge: 'at' }),
      found('met', { edge: 'at' }),
      found('met', { edge: 'near' }),
      found('met'),
      found('violated', { edge: 'at' }),
      found('depends', { edge: 'near' }),
    ]);
    expect([row.boundary, row.nearMisses]).toEqual([2, 1]);
  });

  it('is empty where nothing was found', () => {
    const { evidence, exercised, met, boundary, nearMisses } = rowOf([]);
    expect({ evidence, exercised, met, boundary, nearMisses }).toEqual({
      evidence: [],
      exercised: 0,
      met: 0,
      boundary: 0,
      nearMisses: 0,
    });
  });

  it('says whether the rule is one of the core, and what it is', () => {
    const { level, basis, binds } = ruleOf(RULE);
    expect(rowOf([], { core: [RULE] })).toMatchObject({ core: true, level, basis, binds });
    expect(rowOf([], { core: [MILD] }).core).toBe(false);
  });

  it('is there for every rule that can be judged and does not bind providers, in their order', () => {
    const expected = [...NEEDS.keys()].filter((id) => ruleOf(id).binds !== 'provider');
    expect(all([]).map(({ rule }) => rule)).toEqual(expected);
    expect(expected.length).toBeLessThan(NEEDS.size);
  });
});

describe('the other arms of a time limit', () => {
  const OTHER = 'um.preservice-urgent.decision-72h';

  it('are met where they were kept, without an edge', () => {
    const row = rowOf([found('met', { edge: 'at', time: timed({ alsoMet: [OTHER, RULE] }) })], {}, OTHER);
    expect(row).toMatchObject({ verdict: 'pass', met: 1, boundary: 0 });
  });

  it('are violated where they were missed with the arm that binds', () => {
    const missed = found('violated', { time: timed({ also: [OTHER, RULE] }) });
    expect(rowOf([missed], {}, OTHER)).toMatchObject({ verdict: 'fail', violated: 1, boundary: 0 });
    expect(rowOf([missed]).violated).toBe(1);
  });

  it('say nothing where the arm that binds was not violated', () => {
    expect(rowOf([found('depends', { time: timed({ also: [OTHER] }) })], {}, OTHER).exercised).toBe(0);
  });

  it('are not counted twice where they are the arm that binds', () => {
    expect(rowOf([found('met', { time: timed({ alsoMet: [RULE] }) })]).met).toBe(1);
  });
});

describe('verdictUnder', () => {
  const depending = found('depends', { time: timed({}) });

  it('is the sum over all interpretations where none is chosen', () => {
    expect(verdictUnder(depending, 'all')).toBe('depends');
  });

  it.each([
    ['default', 'met'],
    ['strict', 'violated'],
    ['lenient', 'pending'],
  ] as const)('is what the interpretation %s gives where it is chosen', (name, verdict) => {
    expect(verdictUnder(depending, name)).toBe(verdict);
  });

  it('stays what it is where no time was judged, or the duty does not apply', () => {
    expect(verdictUnder(found('violated'), 'lenient')).toBe('violated');
    expect(verdictUnder(found('not-applicable', { time: timed({}) }), 'strict')).toBe('not-applicable');
  });

  it('makes a verdict on the rule of what the chosen interpretation gives', () => {
    expect(verdictOf([depending], { interpretation: 'strict' })).toBe('fail');
    expect(verdictOf([depending], { interpretation: 'default' })).toBe('pass');
    expect(verdictOf([depending], { interpretation: 'lenient' })).toBe('inconclusive');
  });
});

describe('conductOf', () => {
  it('has a row for each rule that binds providers, and only those', () => {
    const expected = [...NEEDS.keys()].filter((id) => ruleOf(id).binds === 'provider');
    expect(conductOf([]).map(({ rule }) => rule)).toEqual(expected);
  });

  it('counts what providers did, and nothing of the portal’s', () => {
    const on = { rule: OF_PROVIDERS, on: 'provider' } as const;
    const findings = [
      found('met', on),
      found('met', on),
      found('violated', on),
      found('depends', on),
      found('pending', on),
      found('violated', { rule: OF_PROVIDERS, on: 'portal' }),
      found('violated', { on: 'provider' }),
    ];
    const row = conductOf(findings).find(({ rule }) => rule === OF_PROVIDERS);
    expect(row).toEqual({ rule: OF_PROVIDERS, met: 2, violated: 1, depends: 1 });
  });
});
