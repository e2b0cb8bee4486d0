import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inProcessGround } from '../../src/cli/explore/portal.ts';
import { loadScenarios } from '../../src/cli/shared/load-scenarios.ts';
import { tryScenario, violatedIn } from '../../src/run/fuzz/index.ts';

const scenarios = loadScenarios(fileURLToPath(new URL('./regressions', import.meta.url)));

/** Minimized scenarios from fuzzing and a few by hand; each once showed a false positive or a fault of the reference implementation. */
describe('a regression scenario', () => {
  it.each(scenarios.map((scenario) => [scenario.title, scenario] as const))(
    '%s: no violation on the reference implementation',
    async (_, scenario) => {
      const tried = await tryScenario(scenario, await inProcessGround(null));
      expect(tried.error).toBeNull();
      expect(violatedIn(tried)).toEqual([]);
    },
  );
});
