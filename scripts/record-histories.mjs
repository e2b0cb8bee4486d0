/**
 * Records one history of each mutant that breaks no mere time limit, and of the reference implementation in the
 * same scenario, into tests/histories/recorded, in the form of history-store.mjs. The label of a bad one is what the mutant breaks, written
 * before it ever ran. Histories that are there already are kept: old ones are judged on every commit.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProcess, reachOf, selfTestOptions } from '../dist/cli/selftest/portal.js';
import { canonical } from '../dist/history/chain.js';
import { expandHistory, toLines } from '../dist/history/index.js';
import { packOf } from '../dist/rulebook/index.js';
import { play } from '../dist/run/index.js';
import { tryMutant } from '../dist/run/self-test/index.js';
import { openStore } from './history-store.mjs';

const folder = join(process.cwd(), 'tests/histories/recorded');
mkdirSync(folder, { recursive: true });
const store = openStore(folder, { canonical, expandHistory });
const options = selfTestOptions('recorded');

async function record(name, mutant, scenario) {
  if (existsSync(join(folder, `${name}.ndjson`))) return;
  const adapter = inProcess(mutant, options.pack);
  const { capabilities } = await adapter.describe();
  const { history } = await play(scenario, {
    adapter,
    implementation: mutant ?? 'reference',
    capabilities,
    seed: 'recorded',
    zone: packOf(scenario.pack).zone,
  });
  store.keep(name, `${toLines(history).join('\n')}\n`);
}

const reached = await reachOf(options);
const done = new Set();
for (const mutant of options.mutants) {
  const there = existsSync(join(folder, `bad--${mutant.breaks}.ndjson`));
  if (done.has(mutant.breaks) || there || /-(late|never)$/.test(mutant.id)) continue;
  const { caughtBy } = await tryMutant(options, mutant, reached[mutant.id]);
  const scenario = options.scenarios.find(({ id }) => id === caughtBy[0]);
  if (!scenario) continue;
  done.add(mutant.breaks);
  await record(`bad--${mutant.breaks}`, mutant.id, scenario);
  await record(`good--${scenario.id.replace('/', '--')}`, null, scenario);
}
store.close();
