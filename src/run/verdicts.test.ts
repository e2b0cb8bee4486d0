import { describe, expect, it } from 'vitest';
import { CAPABILITIES } from '../contract/index.ts';
import { finding } from '../oracles/finding.ts';
import type { Finding } from '../oracles/index.ts';
import type { RuleId } from '../rulebook/index.ts';
import { type Verdict, verdictsOf } from './verdicts.ts';

/** A rule of severity `fail` that binds the plan. */
const RULE = 'um.decide.deny-physician-only';

const found = (verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding =>
  finding({ rule: RULE, case: 'A', verdict, events: [1], ...more });

function verdictOf(
  findings: readonly Finding[],
  more: { capabilities?: []; disturbed?: Set<RuleId> } = {},
): Verdict {
  const { capabilities = [...CAPABILITIES], disturbed = new Set<RuleId>() } = more;
  const all = verdictsOf({ core: [], findings, interpretation: 'all', capabilities, disturbed });
  return all.find(({ rule }) => rule === RULE)?.verdict ?? 'not-applicable';
}

describe('the verdict on a rule', () => {
  it('is pass where it was met and never violated', () => {
    expect(verdictOf([found('met'), found('pending')])).toBe('pass');
  });

  it('is fail where one finding is a violation, though another depends on the interpretation', () => {
    expect(verdictOf([found('depends'), found('violated'), found('depends')])).toBe('fail');
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

  it('is unsupported where a capability that it needs is lacking and nothing was found', () => {
    expect(verdictOf([], { capabilities: [] })).toBe('unsupported');
    expect(verdictOf([found('violated')], { capabilities: [] })).toBe('fail');
  });

  it('does not count violations by the staff or by providers', () => {
    expect(verdictOf([found('met'), found('violated', { on: 'staff' })])).toBe('pass');
    expect(verdictOf([found('met'), found('violated', { on: 'provider' })])).toBe('pass');
  });
});
