import { beforeAll, describe, expect, it } from 'vitest';
import { loadScenarios } from '../../src/cli/shared/load-scenarios.ts';
import { scenarioFolder } from '../../src/cli/shared/ports.ts';
import { MUTANTS } from '../../src/mutants/index.ts';
import { NEEDS } from '../../src/oracles/index.ts';
import { findRule, isJudged, PACKS, RULES, ruleOf } from '../../src/rulebook/index.ts';
import type { Outcome } from '../../src/run/index.ts';
import { playedClean } from '../example.ts';

const scenarios = loadScenarios(scenarioFolder());

describe('the scenarios', () => {
  it('are at least 60', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60);
  });

  it('each have a why that no other shares', () => {
    expect(new Set(scenarios.map(({ why }) => why)).size).toBe(scenarios.length);
  });

  it('expect only rules of the catalogue', () => {
    const unknown = scenarios.flatMap(({ id, expect: own }) =>
      own.filter(({ rule }) => !findRule(rule)).map(({ rule }) => `${id}: ${rule}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('the reference implementation', () => {
  let outcomes: Outcome[];

  beforeAll(async () => {
    ({ outcomes } = await playedClean());
  });

  it('passes every scenario', () => {
    expect(
      outcomes
        .filter(({ verdict }) => verdict !== 'pass')
        .map(({ scenario, notes }) => `${scenario.id}: ${notes.join()}`),
    ).toEqual([]);
  });

  it('meets what is optional for others too', () => {
    const missed = outcomes.flatMap(({ scenario, findings }) =>
      scenario.expect
        .filter(({ optional, mayDepend }) => optional || mayDepend)
        .filter(({ rule, case: name, verdict }) =>
          findings.every(
            (found) =>
              found.rule !== rule || found.verdict !== verdict || (name !== undefined && found.case !== name),
          ),
        )
        .map(({ rule }) => `${scenario.id}: ${rule}`),
    );
    expect(missed).toEqual([]);
  });

  it('is found violated nowhere, and nothing about it depends on the interpretation', () => {
    const bad = outcomes.flatMap(({ findings }) =>
      findings.filter(
        ({ on, verdict }) => on === 'portal' && (verdict === 'violated' || verdict === 'depends'),
      ),
    );
    expect(bad).toEqual([]);
  });

  it('answers as the contract says, everywhere', () => {
    expect(outcomes.flatMap(({ misfits }) => misfits)).toEqual([]);
  });

  it('does at least a quarter of its acts in the last minute before the strict limit', () => {
    let acts = 0;
    let last = 0;
    for (const { findings } of outcomes) {
      for (const { on, time, edge } of findings) {
        if (on !== 'portal' || !time?.actualAt) continue;
        acts += 1;
        if (edge === 'at') last += 1;
      }
    }
    expect(acts).toBeGreaterThan(60);
    expect(last / acts).toBeGreaterThanOrEqual(0.25);
  });
});

describe('every rule that is judged', () => {
  const judged = RULES.filter(isJudged).map(({ id }) => id);

  it('is one that an oracle family judges, and the other way round', () => {
    expect([...judged].sort()).toEqual([...NEEDS.keys()].sort());
  });

  it('is one that a scenario expects to find met', () => {
    const expected = new Set(
      scenarios.flatMap(({ expect: own }) =>
        own.filter(({ verdict }) => verdict !== 'violated').map(({ rule }) => rule),
      ),
    );
    expect(judged.filter((id) => !expected.has(id))).toEqual([]);
  });

  it('has a mutant that breaks it, or for a provider a scenario in which a provider does', () => {
    const broken = new Set([
      ...MUTANTS.map(({ breaks }) => breaks),
      ...scenarios.flatMap(({ expect: own }) =>
        own
          .filter(({ verdict, rule }) => verdict === 'violated' && findRule(rule)?.binds === 'provider')
          .map(({ rule }) => rule),
      ),
    ]);
    expect(judged.filter((id) => !broken.has(id))).toEqual([]);
  });

  it('binds the plan, its delegate or a provider', () => {
    const others = RULES.filter((rule) => isJudged(rule) && rule.binds === 'member').map(({ id }) => id);
    expect(others).toEqual([]);
  });

  it('is judged on the party that it binds', async () => {
    const { outcomes } = await playedClean();
    const wrong = outcomes.flatMap(({ findings }) =>
      findings
        .filter(({ rule, on }) => (ruleOf(rule).binds === 'provider') !== (on === 'provider'))
        .map(({ rule, on }) => `${rule} on ${on}`),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  it.each(PACKS.map(({ id, core }) => [id, core] as const))('is every core rule of %s', (_id, core) => {
    expect(core.length).toBeGreaterThan(5);
    expect(core.filter((id) => !judged.includes(id))).toEqual([]);
  });
});

describe('the mutants', () => {
  it('are at least 120, each with an id and a summary of its own', () => {
    expect(MUTANTS.length).toBeGreaterThanOrEqual(120);
    expect(new Set(MUTANTS.map(({ id }) => id)).size).toBe(MUTANTS.length);
  });

  it('break only rules that are judged and bind the plan or its delegate', () => {
    const wrong = MUTANTS.filter(({ breaks }) => !NEEDS.has(breaks) || ruleOf(breaks).binds === 'provider');
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
