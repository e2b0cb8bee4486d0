/**
 * Plays every scenario of a checkout in this process, round after round, and prints one line of JSON: CPU seconds
 * (user and system) and wall seconds of each round after the first, and the number of scenarios.
 * Usage: node bench/suite.mjs <checkout> <rounds>. The checkout must be built.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const [checkout = '.', rounds = '4'] = process.argv.slice(2);
// A checkout from before the name `run` has the harness in a folder of that name.
const load = (path) => import(pathToFileURL(resolve(checkout, 'dist', path)).href);
const harness = existsSync(resolve(checkout, 'dist/run')) ? 'run' : 'harness';
const [adapters, reference, rulebook, running] = await Promise.all(
  ['adapters', 'reference-impl', 'rulebook', harness].map((name) => load(`${name}/index.js`)),
);
const { createApp, Portal } = reference;
const { runSuite, scenario } = running;
const { PACKS } = rulebook;

const folder = resolve(checkout, 'scenarios');
const scenarios = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => scenario.parse(parse(readFileSync(join(folder, name), 'utf8'))));

let tokens = 0;
const token = () => `token-${tokens++}`;
const app = createApp(new Portal({ packs: PACKS, token, openings: new Map() }));
const adapter = adapters.httpAdapter({
  name: 'in-process',
  // A checkout from before there were plain calls is played as it was then.
  transport: adapters.callTransport ? adapters.callTransport(app.call) : adapters.handlerTransport(app.fetch),
  timeoutMs: 60_000,
});
const description = await adapter.describe();
const cpu = [];
const wall = [];
for (let round = 0; round <= Number(rounds); round += 1) {
  const before = process.cpuUsage();
  const began = performance.now();
  await runSuite({
    adapter,
    description,
    scenarios,
    seed: '1',
    concurrency: 1,
    explain: false,
    now: () => performance.now(),
  });
  const { user, system } = process.cpuUsage(before);
  if (round === 0) continue;
  cpu.push((user + system) / 1e6);
  wall.push((performance.now() - began) / 1000);
}
process.stdout.write(`${JSON.stringify({ scenarios: scenarios.length, cpu, wall })}\n`);
