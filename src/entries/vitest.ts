import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Adapter } from '../adapters/index.ts';
import { loadScenarios } from '../cli/shared/load-scenarios.ts';
import { type ScenarioFilter, selectScenarios } from '../cli/shared/select-scenarios.ts';
import type { Description } from '../contract/index.ts';
import { packOf, ruleOf } from '../rulebook/index.ts';
import { type Outcome, runScenario, type Scenario, violationOf } from '../run/index.ts';

/** What a team's own suite judges, and with which scenarios. */
export type ConformanceSuite = ScenarioFilter & {
  /** The adapter to the team's portal, or what makes it before the first scenario. It is disposed of at the end. */
  readonly adapter: Adapter | (() => Adapter | Promise<Adapter>);
  /** The scenarios to choose from; those that are shipped unless given. */
  readonly scenarios?: readonly Scenario[];
  /** The title of the block of tests. */
  readonly title?: string;
  readonly seed?: string;
  /** The longest that one scenario may take, in ms; 30 seconds unless given. */
  readonly timeoutMs?: number;
};

/** What a scenario found violated, one paragraph for each rule and case. */
function wordsOf(outcome: Outcome, seed: string): string {
  const { zone } = packOf(outcome.scenario.pack);
  const how = { seed, interfaceOptions: '', zone };
  return outcome.findings
    .filter(({ on, verdict, causedBy }) => on === 'portal' && verdict === 'violated' && causedBy === null)
    .map((found) => {
      const { because, reproduce } = violationOf(found, outcome, how);
      return `${found.rule}, case ${found.case}\n  ${ruleOf(found.rule).statement}\n  ${because}\n  ${reproduce}`;
    })
    .join('\n');
}

/**
 * Defines one vitest test for each scenario, inside a vitest file. A test fails where a rule is violated or the scenario
 * ended in an error, and is skipped where the portal lacks a capability that it needs; warnings do not fail it. Throws
 * ConfigError at once for a filter that selects nothing.
 */
export function defineConformance(suite: ConformanceSuite): void {
  const { adapter: given, seed = '1', title = 'conformance', timeoutMs = 30_000 } = suite;
  const scenarios = selectScenarios(suite.scenarios ?? loadScenarios(), suite);
  describe(title, () => {
    let adapter: Adapter;
    let description: Description;
    beforeAll(async () => {
      adapter = typeof given === 'function' ? await given() : given;
      description = await adapter.describe();
    });
    afterAll(() => adapter?.dispose());
    for (const scenario of scenarios) {
      it(`${scenario.id}: ${scenario.title}`, { timeout: timeoutMs }, async ({ skip }) => {
        const now = (): number => performance.now();
        const outcome = await runScenario(scenario, { adapter, description, seed, now });
        const notes = outcome.notes.join('; ');
        if (outcome.verdict === 'unsupported') skip(notes);
        if (outcome.verdict === 'fail') throw new Error(wordsOf(outcome, seed));
        if (outcome.verdict === 'error') throw new Error(`the scenario could not be judged: ${notes}`);
      });
    }
  });
}
