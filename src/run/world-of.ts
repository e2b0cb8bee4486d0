import type { World } from '../contract/index.ts';
import { standardWorld } from '../simulator/index.ts';
import type { Scenario } from './scenario.ts';

const worlds = new WeakMap<Scenario, Map<string, World>>();

/** The world of a scenario: the standard one, with the scenario’s desk and coverage. The same each time it is asked for. */
export function worldOf(scenario: Scenario, seed: string, zone: string): World {
  const known = worlds.get(scenario) ?? new Map<string, World>();
  worlds.set(scenario, known);
  const key = `${seed}\n${zone}`;
  const made = known.get(key) ?? makeWorld(scenario, seed, zone);
  known.set(key, made);
  return made;
}

/** Standard worlds of random scenarios, whose many scenarios share a few ids; the oldest is forgotten first. */
const standard = new Map<string, World>();
const MOST = 64;

function standardOf(seed: string, pack: string, zone: string): World {
  const key = `${seed}\n${pack}\n${zone}`;
  const made = standard.get(key) ?? standardWorld(seed, pack, zone);
  standard.delete(key);
  standard.set(key, made);
  if (standard.size > MOST) standard.delete(standard.keys().next().value ?? '');
  return made;
}

/** The seed of a scenario’s world, where the scenario does not name one. */
export const seedOf = ({ id }: Scenario, seed: string): string => `${seed}/${id}`;

function makeWorld(scenario: Scenario, seed: string, zone: string): World {
  const world = standardOf(scenario.world ?? seedOf(scenario, seed), scenario.pack, zone);
  if (world.desk === scenario.desk && !scenario.coverage) return world;
  return {
    ...world,
    desk: scenario.desk,
    members: world.members.map((member) => ({
      ...member,
      coverage: scenario.coverage?.[member.id] ?? member.coverage,
    })),
  };
}
