import { findRule } from '../../rulebook/index.ts';
import type { Scenario } from '../../run/index.ts';
import { ConfigError } from './config-error.ts';

/** Which scenarios are wanted: of a suite (or one scenario by its id), about a rule, of a pack. */
export type ScenarioFilter = {
  readonly suite?: string | undefined;
  readonly rule?: string | undefined;
  readonly pack?: string | undefined;
};

/** The scenarios that a filter selects. Throws ConfigError for a filter that selects nothing or names no rule. */
export function selectScenarios(all: readonly Scenario[], { suite, rule, pack }: ScenarioFilter): Scenario[] {
  const wanted = rule === undefined ? undefined : findRule(rule);
  if (rule !== undefined && !wanted)
    throw new ConfigError(`--rule is “${rule}”, which is no rule; see \`portalproof rules\``);
  const chosen = all.filter(
    ({ id, expect, pack: own }) =>
      (pack === undefined || own === pack) &&
      (suite === undefined || id === suite || id.startsWith(`${suite}/`)) &&
      (wanted === undefined || expect.some((expected) => expected.rule === wanted.id)),
  );
  if (chosen.length > 0) return chosen;
  const areas = [...new Set(all.map(({ id }) => id.split('/')[0]))];
  throw new ConfigError(
    `no scenario fits --suite ${suite ?? '(all)'} --rule ${rule ?? '(all)'} --pack ${pack ?? '(all)'}; the suites are ${areas.join(', ')}`,
  );
}
