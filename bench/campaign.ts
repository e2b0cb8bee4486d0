import { callTransport, httpAdapter } from '../src/adapters/index.ts';
import { inProcessGround } from '../src/cli/explore/portal.ts';
import { monotonic, secretToken } from '../src/cli/shared/ports.ts';
import { MUTANTS, probed } from '../src/mutants/index.ts';
import { createApp, PARTS, Portal } from '../src/reference-impl/index.ts';
import { PACKS } from '../src/rulebook/index.ts';
import {
  cutScenario,
  type Ground,
  scenarioAt,
  shrinkScenario,
  tryScenario,
  violatedIn,
} from '../src/run/fuzz/index.ts';
import { drawsFor } from '../src/simulator/index.ts';
import { machine } from './machine.ts';

const SEED = 'bench';
/** How many of the scenarios in which a mutant acts otherwise are played on it before it counts as missed. */
const MOST_PLAYED = 300;

/** The scenarios of a campaign in which each mutant would act otherwise than the reference implementation. */
async function reachOf(scenarios: number): Promise<Map<string, number[]>> {
  const all = Array.from({ length: scenarios }, (_, index) => index);
  const reached = new Map<string, number[]>(MUTANTS.map(({ id, meddles }) => [id, meddles ? all : []]));
  let at = 0;
  const plain = MUTANTS.filter(({ meddles }) => !meddles);
  const parts = probed(PARTS, plain, {
    asks: (mutant) => reached.get(mutant)?.at(-1) !== at,
    differs: (mutant) => reached.get(mutant)?.push(at),
  });
  const app = createApp(new Portal({ packs: PACKS, token: secretToken, parts }));
  const transport = callTransport(app.call);
  const adapter = httpAdapter({ name: 'in-process', transport, timeoutMs: 10_000 });
  const { capabilities } = await inProcessGround(null);
  const ground: Ground = { adapter, implementation: 'bench', capabilities };
  for (at = 0; at < scenarios; at += 1) await tryScenario(scenarioAt({ seed: SEED, index: at }), ground);
  return reached;
}

const breaking = async (index: number, ground: Ground, rule: string): Promise<boolean> =>
  violatedIn(await tryScenario(scenarioAt({ seed: SEED, index }), ground)).includes(rule);

/** Which mutants campaigns alone find, within so many scenarios. */
async function findMutants(scenarios: number): Promise<Map<string, number>> {
  const reached = await reachOf(scenarios);
  const found = new Map<string, number>();
  const missed: string[] = [];
  for (const { id, breaks } of MUTANTS) {
    const ground = await inProcessGround(id);
    let first: number | null = null;
    for (const index of (reached.get(id) ?? []).slice(0, MOST_PLAYED)) {
      if (!(await breaking(index, ground, breaks))) continue;
      first = index;
      break;
    }
    if (first === null) missed.push(id);
    else found.set(id, first);
  }
  const places = [...found.values()].sort((a, b) => a - b);
  console.log(
    `  mutants found within ${scenarios} scenarios   ${found.size} of ${MUTANTS.length} (${((100 * found.size) / MUTANTS.length).toFixed(1)} %), the middle one after ${places[Math.floor(places.length / 2)]}`,
  );
  console.log(`  missed: ${missed.join(', ') || 'none'}`);
  return found;
}

/** How short and how minimal scenarios become, on pairs of a mutant and a scenario drawn by seed. */
async function cutDown(found: ReadonlyMap<string, number>, pairs: number): Promise<void> {
  const ids = [...found.keys()];
  const lengths: number[] = [];
  const tried: number[] = [];
  let minimal = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const id = drawsFor(SEED, 'pair', pair).pick(ids);
    const breaks = MUTANTS.find((mutant) => mutant.id === id)?.breaks ?? '';
    const ground = await inProcessGround(id);
    const fails = async (scenario: ReturnType<typeof scenarioAt>): Promise<boolean> =>
      violatedIn(await tryScenario(scenario, ground)).includes(breaks);
    const whole = scenarioAt({ seed: SEED, index: found.get(id) ?? 0 });
    const { scenario, steps, tries, cut } = await shrinkScenario(whole, fails);
    let droppable = !(await fails(cutScenario(whole, cut)));
    for (const place of scenario.steps.keys()) {
      if (droppable) break;
      droppable = await fails({ ...scenario, steps: scenario.steps.filter((_, own) => own !== place) });
    }
    if (!droppable) minimal += 1;
    lengths.push(steps);
    tried.push(tries);
  }
  const middle = (of: number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
  console.log(`  minimal after cutting down          ${minimal} of ${pairs}`);
  console.log(`  steps left, in the median and at most  ${middle(lengths)}, ${Math.max(...lengths)}`);
  console.log(`  scenarios played on the way, in the median  ${middle(tried)}`);
}

const scenarios = Number(process.argv[2] ?? 2_000);
const pairs = Number(process.argv[3] ?? 100);
console.log(`${machine()}\n\nCampaigns alone, seed ${SEED}`);
const started = monotonic();
const found = await findMutants(scenarios);
if (pairs > 0) await cutDown(found, pairs);
console.log(`  in ${((monotonic() - started) / 1000).toFixed(0)} s`);
