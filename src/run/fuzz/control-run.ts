import type { RuleId } from '../../rulebook/index.ts';
import { drawsFor } from '../../simulator/index.ts';
import { scenarioAt } from './scenario.ts';
import { type Ground, tryScenario, violatedIn } from './try-scenario.ts';

/** Whether a portal that is wrong in one world of a hundred was found out, and after how many scenarios. */
export type ControlRun = {
  readonly caught: boolean;
  readonly scenarios: number;
  /** How many of them were played in a faulty world. */
  readonly faulty: number;
  /** Rules that were found violated in worlds where nothing was wrong. */
  readonly false: readonly string[];
};

const SHARE = 0.01;

/**
 * Fuzzes a portal that is faulty in one world of a hundred, until the fault is found. It shows that the whole way from a
 * fault to an exit code that is not 0 still works.
 */
export async function controlRun(options: {
  readonly seed: string;
  readonly sound: Ground;
  readonly faulty: Ground;
  readonly breaks: RuleId;
  readonly most: number;
  readonly stopped: () => boolean;
}): Promise<ControlRun> {
  const { seed, sound, faulty, breaks, most, stopped } = options;
  const wrong = new Set<string>();
  let played = 0;
  for (let index = 0; index < most && !stopped(); index += 1) {
    const bad = drawsFor(seed, 'control-run', index).chance(SHARE);
    if (bad) played += 1;
    const rules = violatedIn(
      await tryScenario(scenarioAt({ seed: `${seed}/control-run`, index }), bad ? faulty : sound),
    );
    if (bad && rules.includes(breaks))
      return { caught: true, scenarios: index + 1, faulty: played, false: [...wrong].sort() };
    if (!bad) for (const rule of rules) wrong.add(rule);
  }
  return { caught: false, scenarios: most, faulty: played, false: [...wrong].sort() };
}
