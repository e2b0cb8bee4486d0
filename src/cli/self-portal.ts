import { handlerTransport, httpAdapter } from '../adapters/index.ts';
import { clockMutants, play, type SelfTestOptions } from '../harness/index.ts';
import { LIARS, probed } from '../liars/index.ts';
import { createApp, PARTS, Portal } from '../reference-impl/index.ts';
import { PACKS, type Pack, packOf } from '../rulebook/index.ts';
import { loadScenarios } from './load-scenarios.ts';
import { monotonic, scenarioFolder, secretToken } from './ports.ts';

/** The year in which the stories play; its holidays and clock changes are put on trial. */
const YEAR = '2026';

/** Every pack, with one in place of its namesake. */
const withPack = (pack: Pack): readonly Pack[] => [pack, ...PACKS.filter(({ id }) => id !== pack.id)];

/** A reference portal in this process, with the fault of a liar or none. */
export function inProcess(liar: string | null, pack: Pack) {
  const fault = LIARS.find(({ id }) => id === liar);
  const parts = fault ? fault.make(PARTS) : PARTS;
  const app = createApp(new Portal({ packs: withPack(pack), token: secretToken, parts }));
  return httpAdapter({ name: 'in-process', transport: handlerTransport(app.fetch), timeoutMs: 10_000 });
}

/**
 * The stories in which each liar would act otherwise than the portal done right, by liar: those are the
 * ones that it has to be played on. A liar that meddles with the state is left out. Plays every story once.
 */
export async function reachOf(options: SelfTestOptions): Promise<Record<string, readonly string[]>> {
  const plain = LIARS.filter(({ meddles }) => !meddles);
  const reached = new Map<string, Set<string>>(plain.map(({ id }) => [id, new Set()]));
  let story = '';
  const parts = probed(PARTS, plain, (liar) => reached.get(liar)?.add(story));
  const app = createApp(new Portal({ packs: withPack(options.pack), token: secretToken, parts }));
  const adapter = httpAdapter({
    name: 'in-process',
    transport: handlerTransport(app.fetch),
    timeoutMs: 10_000,
  });
  const { capabilities } = await adapter.describe();
  const { seed, pack } = options;
  for (const scenario of options.scenarios) {
    story = scenario.id;
    const { zone } = scenario.pack === pack.id ? pack : packOf(scenario.pack);
    await play(scenario, { adapter, implementation: 'probe', capabilities, seed, zone });
  }
  return Object.fromEntries([...reached].map(([id, stories]) => [id, [...stories]]));
}

/** What the self-test works with, here and in each of its workers. */
export function selfTestOptions(seed: string): SelfTestOptions {
  return {
    pack: packOf('allways-commercial'),
    scenarios: loadScenarios(scenarioFolder()),
    liars: LIARS.map(({ id, breaks, summary }) => ({ id, breaks, summary })),
    year: YEAR,
    seed,
    now: monotonic,
    adapterFor: inProcess,
  };
}

export const mutantsOf = ({ pack, year }: SelfTestOptions) => clockMutants(pack, year);
