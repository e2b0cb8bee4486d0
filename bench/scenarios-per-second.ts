import { join } from 'node:path';
import { Bench } from 'tinybench';
import { callTransport, httpAdapter, socketTransport } from '../src/adapters/index.ts';
import { loadScenarios } from '../src/cli/shared/load-scenarios.ts';
import { secretToken } from '../src/cli/shared/ports.ts';
import { startReference } from '../src/cli/shared/reference-server.ts';
import { createApp, Portal } from '../src/reference-impl/index.ts';
import { PACKS } from '../src/rulebook/index.ts';
import { runSuite } from '../src/run/index.ts';
import { short } from './machine.ts';

/** How many scenarios a second, over a socket and in this process, side by side. */
export async function scenariosPerSecond(): Promise<string[]> {
  const scenarios = loadScenarios(join(process.cwd(), 'scenarios'));
  const app = createApp(new Portal({ packs: PACKS, token: secretToken }));
  const server = await startReference({ port: 0, host: '127.0.0.1' });
  const interfaces = {
    'over HTTP': httpAdapter({ name: 'http', transport: socketTransport(server.url, 4), timeoutMs: 10_000 }),
    'in process': httpAdapter({
      name: 'in-process',
      transport: callTransport(app.call),
      timeoutMs: 10_000,
    }),
  };
  const bench = new Bench({ iterations: 5, warmupIterations: 1, time: 0, warmupTime: 0 });
  for (const [name, adapter] of Object.entries(interfaces)) {
    const description = await adapter.describe();
    bench.add(name, async () => {
      await runSuite({
        adapter,
        description,
        scenarios: scenarios,
        seed: '1',
        concurrency: 4,
        now: () => performance.now(),
      });
    });
  }
  await bench.run();
  await interfaces['over HTTP'].dispose();
  await server.close();
  const rates = bench.tasks.map(({ name, result }) => {
    if (!('latency' in result)) throw new Error(`${name} was not measured`);
    return { name, rate: (scenarios.length * 1000) / result.latency.mean };
  });
  const [first, second] = rates;
  return [
    ...rates.map(
      ({ name, rate }) =>
        `${name}: ${short(rate)} scenarios/s (${scenarios.length} scenarios, 5 rounds, concurrency 4)`,
    ),
    `in process is ${short((second?.rate ?? 0) / (first?.rate ?? 1))} times as fast as over HTTP`,
  ];
}
