/**
 * Records one history of each liar that breaks no mere time limit, and of the portal done right in the
 * same story, into tests/histories/recorded. The label of a bad one is what the liar breaks, written
 * before it ever ran. Histories that are there already are kept: old ones are judged on every commit.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProcess, reachOf, selfTestOptions } from '../dist/cli/self-portal.js';
import { play, tryLiar } from '../dist/harness/index.js';
import { toLines } from '../dist/history/index.js';
import { packOf } from '../dist/rulebook/index.js';

const folder = join(process.cwd(), 'tests/histories/recorded');
mkdirSync(folder, { recursive: true });
const options = selfTestOptions('recorded');

async function record(name, liar, story) {
  const path = join(folder, `${name}.ndjson`);
  if (existsSync(path)) return;
  const adapter = inProcess(liar, options.pack);
  const { capabilities } = await adapter.describe();
  const { history } = await play(story, {
    adapter,
    implementation: liar ?? 'reference',
    capabilities,
    seed: 'recorded',
    zone: packOf(story.pack).zone,
  });
  writeFileSync(path, `${toLines(history).join('\n')}\n`);
}

const reached = await reachOf(options);
const done = new Set();
for (const liar of options.liars) {
  const there = existsSync(join(folder, `bad--${liar.breaks}.ndjson`));
  if (done.has(liar.breaks) || there || /-(late|never)$/.test(liar.id)) continue;
  const { caughtBy } = await tryLiar(options, liar, reached[liar.id]);
  const story = options.scenarios.find(({ id }) => id === caughtBy[0]);
  if (!story) continue;
  done.add(liar.breaks);
  await record(`bad--${liar.breaks}`, liar.id, story);
  await record(`good--${story.id.replace('/', '--')}`, null, story);
}
