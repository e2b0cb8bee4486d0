import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inProcessGround } from '../../src/cli/explore/portal.ts';
import { loadScenarios } from '../../src/cli/shared/load-scenarios.ts';
import { tryScenario, violatedIn } from '../../src/run/fuzz/index.ts';

const scenarios = loadScenarios(fileURLToPath(new URL('./mended', import.meta.url)));

/** Shortest scenarios of long campaigns and a few by hand, each of which once showed a verdict that was too strict or a fault of the portal. */
describe('a scenario that once convicted the reference portal', () => {
  it.each(scenarios.map((scenario) => [scenario.title, scenario] as const))(
    '%s: convicts it no more',
    async (_, scenario) => {
      const tried = await tryScenario(scenario, await inProcessGround(null));
      expect(tried.error).toBeNull();
      expect(violatedIn(tried)).toEqual([]);
    },
  );
});
