import { randomScenarioAt } from '../../simulator/index.ts';
import type { Scenario } from '../scenario.ts';

/** Worlds of random scenarios are alike, so that a name or number is no reason for a difference. */
export const WORLD_SEED = 'campaign';

/** Where a random scenario comes from: the seed of the fuzzing and its place in it. */
export type Origin = { readonly seed: string; readonly index: number };

/** The random scenario at a place. It expects nothing: oracles judge it. */
export function scenarioAt({ seed, index }: Origin): Scenario {
  const { area, desk, pack, start, steps, until } = randomScenarioAt(seed, index);
  return {
    id: `campaign/${area}`,
    title: `Random scenario ${index} of seed ${seed}`,
    why: 'Drawn at random, to find what no scenario by hand tries.',
    world: `${WORLD_SEED}/campaign/${area}`,
    desk,
    pack,
    start,
    steps: steps as Scenario['steps'],
    until,
    expect: [],
  };
}
