import { MUTANTS, probed } from '../../mutants/index.ts';
import { type Openings, PARTS } from '../../reference-impl/index.ts';
import { PACKS, type Pack, packOf } from '../../rulebook/index.ts';
import { play } from '../../run/index.ts';
import { dataMutants, type SelfTestOptions, withoutTrial } from '../../run/self-test/index.ts';
import { referenceAdapter } from '../shared/in-process.ts';
import { loadScenarios } from '../shared/load-scenarios.ts';
import { monotonic, scenarioFolder } from '../shared/ports.ts';

/** The year in which the scenarios play; its holidays and clock changes are put on trial. */
const YEAR = '2026';

/** Worlds of the scenarios, which every mutant opens again. */
const openings: Openings = new Map();

/** Every pack, with one in place of its namesake. */
const withPack = (pack: Pack): readonly Pack[] => [pack, ...PACKS.filter(({ id }) => id !== pack.id)];

/** A reference implementation in this process, with the fault of a mutant or none. */
export function inProcess(mutant: string | null, pack: Pack) {
  const fault = MUTANTS.find(({ id }) => id === mutant);
  const parts = fault ? fault.make(PARTS) : PARTS;
  return referenceAdapter({ packs: withPack(pack), parts, openings });
}

/**
 * The scenarios in which each mutant would act otherwise than the reference implementation, by mutant: those are the
 * ones that it has to be played on. A mutant that meddles with the state is left out. Plays every scenario once.
 */
export async function reachOf(options: SelfTestOptions): Promise<Record<string, readonly string[]>> {
  const plain = MUTANTS.filter(({ meddles }) => !meddles);
  const reached = new Map<string, Set<string>>(plain.map(({ id }) => [id, new Set()]));
  let playing = '';
  const parts = probed(PARTS, plain, {
    asks: (mutant) => reached.get(mutant)?.has(playing) === false,
    differs: (mutant) => reached.get(mutant)?.add(playing),
  });
  const adapter = referenceAdapter({ packs: withPack(options.pack), parts, openings });
  const { capabilities } = await adapter.describe();
  const { seed, pack } = options;
  for (const scenario of options.scenarios) {
    playing = scenario.id;
    const { zone } = scenario.pack === pack.id ? pack : packOf(scenario.pack);
    await play(scenario, { adapter, implementation: 'probe', capabilities, seed, zone });
  }
  return Object.fromEntries([...reached].map(([id, scenarios]) => [id, [...scenarios]]));
}

/** What the self-test works with, here and in each of its workers. */
export function selfTestOptions(seed: string): SelfTestOptions {
  return {
    pack: packOf('allways-commercial'),
    scenarios: loadScenarios(scenarioFolder()),
    mutants: MUTANTS.map(({ id, breaks, summary }) => ({ id, breaks, summary })),
    year: YEAR,
    seed,
    now: monotonic,
    adapterFor: inProcess,
  };
}

export const dataMutantsOf = ({ pack, year }: SelfTestOptions) => dataMutants(pack, year);

/** Every wrong datum that nothing can notice, with its reason. */
export const withoutTrialOf = ({ pack }: SelfTestOptions) => withoutTrial(pack);
