import { beforeAll, describe, expect, it } from 'vitest';
import { loadScenarios } from '../../src/cli/load-scenarios.ts';
import { scenarioFolder } from '../../src/cli/ports.ts';
import type { Outcome } from '../../src/harness/index.ts';
import { LIARS } from '../../src/liars/index.ts';
import { NEEDS } from '../../src/oracles/index.ts';
import { findRule, PACKS, RULES, ruleOf } from '../../src/rulebook/index.ts';
import { playInProcess } from '../example.ts';

const stories = loadScenarios(scenarioFolder());

describe('the stories', () => {
  it('are at least 60', () => {
    expect(stories.length).toBeGreaterThanOrEqual(60);
  });

  it('each have a why that no other shares', () => {
    expect(new Set(stories.map(({ why }) => why)).size).toBe(stories.length);
  });

  it('expect only rules of the catalogue', () => {
    const unknown = stories.flatMap(({ id, expect: own }) =>
      own.filter(({ rule }) => !findRule(rule)).map(({ rule }) => `${id}: ${rule}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('the portal done right', () => {
  let outcomes: Outcome[];

  beforeAll(async () => {
    ({ outcomes } = await playInProcess([]));
  });

  it('passes every story', () => {
    expect(
      outcomes
        .filter(({ verdict }) => verdict !== 'pass')
        .map(({ scenario, notes }) => `${scenario.id}: ${notes.join()}`),
    ).toEqual([]);
  });

  it('meets what is optional for others too', () => {
    const missed = outcomes.flatMap(({ scenario, findings }) =>
      scenario.expect
        .filter((expected) => expected.optional)
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

  it('is found violated nowhere, and nothing about it depends on the reading', () => {
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
  const judged = RULES.filter(({ disposition }) => disposition.is === 'judged').map(({ id }) => id);

  it('is one that an oracle family judges, and the other way round', () => {
    expect([...judged].sort()).toEqual([...NEEDS.keys()].sort());
  });

  it('is one that a story expects to find met', () => {
    const expected = new Set(
      stories.flatMap(({ expect: own }) =>
        own.filter(({ verdict }) => verdict !== 'violated').map(({ rule }) => rule),
      ),
    );
    expect(judged.filter((id) => !expected.has(id))).toEqual([]);
  });

  it('has a liar that breaks it, or for a provider a story in which a provider does', () => {
    const broken = new Set([
      ...LIARS.map(({ breaks }) => breaks),
      ...stories.flatMap(({ expect: own }) =>
        own
          .filter(({ verdict, rule }) => verdict === 'violated' && findRule(rule)?.binds === 'provider')
          .map(({ rule }) => rule),
      ),
    ]);
    expect(judged.filter((id) => !broken.has(id))).toEqual([]);
  });

  it('binds the plan, its delegate or a provider', () => {
    const others = RULES.filter(
      ({ disposition, binds }) => disposition.is === 'judged' && binds === 'member',
    ).map(({ id }) => id);
    expect(others).toEqual([]);
  });

  it('is judged on the party that it binds', async () => {
    const { outcomes } = await playInProcess([]);
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

describe('the liars', () => {
  it('are at least 120, each with an id and a summary of its own', () => {
    expect(LIARS.length).toBeGreaterThanOrEqual(120);
    expect(new Set(LIARS.map(({ id }) => id)).size).toBe(LIARS.length);
  });

  it('break only rules that are judged and bind the plan or its delegate', () => {
    const wrong = LIARS.filter(({ breaks }) => !NEEDS.has(breaks) || ruleOf(breaks).binds === 'provider');
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
