import { describe, expect, it } from 'vitest';
import { findRule, isRuleId, nearRuleIds, RULES, type RuleId, ruleOf } from '../src/rulebook/index.ts';
import { scenarioSchema } from '../src/run/index.ts';

describe('the ids of rules', () => {
  it('are types: a text is narrowed to one by isRuleId', () => {
    const foreign: string = 'um.preservice-urgent.decision-72h';
    if (!isRuleId(foreign)) throw new Error('it is an id');
    const own: RuleId = foreign;
    expect(ruleOf(own).id).toBe(foreign);
  });

  it('are not those that other documents gave, which are found all the same', () => {
    expect(isRuleId('portal.referral.pcp-site-only')).toBe(false);
    expect(findRule('portal.referral.pcp-site-only')?.id).toBe('um.referral.pcp-only');
  });

  it('that resemble a wrong one are named', () => {
    expect(nearRuleIds('um.preservice-urgent.decision-72')).toEqual(['um.preservice-urgent.decision-72h']);
    expect(nearRuleIds('um.preservice.decision-72h')).toContain('um.preservice-urgent.decision-72h');
  });

  it('are enumerated in the schema of scenarios', () => {
    expect(JSON.stringify(scenarioSchema())).toContain('"um.preservice-urgent.decision-72h"');
  });

  it('each stand once', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });
});
