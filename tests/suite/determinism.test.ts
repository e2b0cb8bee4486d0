import { describe, expect, it } from 'vitest';
import { callTransport, httpAdapter } from '../../src/adapters/index.ts';
import { loadScenarios } from '../../src/cli/shared/load-scenarios.ts';
import { scenarioFolder, secretToken } from '../../src/cli/shared/ports.ts';
import { toLines } from '../../src/history/index.ts';
import { createApp, Portal } from '../../src/reference-impl/index.ts';
import { PACKS } from '../../src/rulebook/index.ts';
import { runSuite } from '../../src/run/index.ts';

const scenarios = loadScenarios(scenarioFolder());

async function histories(seed: string, concurrency: number): Promise<string> {
  const app = createApp(new Portal({ packs: PACKS, token: secretToken }));
  const adapter = httpAdapter({
    name: 'in-process',
    transport: callTransport(app.call),
    timeoutMs: 120_000,
  });
  const description = await adapter.describe();
  const outcomes = await runSuite({
    adapter,
    description,
    scenarios: scenarios,
    seed,
    concurrency,
    now: () => 0,
    explain: false,
  });
  return outcomes.flatMap(({ history }) => (history ? toLines(history) : [])).join('\n');
}

describe('the same seed', () => {
  it('gives byte-identical histories at concurrency 1 and 4, though session tokens are secret', async () => {
    expect((await histories('seed', 4)) === (await histories('seed', 1))).toBe(true);
  });

  it('is not the same as another seed', async () => {
    expect((await histories('seed', 4)) === (await histories('other', 4))).toBe(false);
  });
});
