import type { World } from '../contract/index.ts';
import { standardWorld } from '../simulator/index.ts';
import type { Scenario } from './scenario.ts';

/** Worlds by what they are made of; many scenarios share one. The one that was longest not asked for is forgotten first. */
const worlds = new Map<string, World>();
const MOST = 128;

function remembered(parts: readonly unknown[], make: () => World): World {
  const key = JSON.stringify(parts);
  const world = worlds.get(key) ?? make();
  worlds.delete(key);
  worlds.set(key, world);
  if (worlds.size > MOST) worlds.delete(worlds.keys().next().value ?? '');
  return world;
}

/**
 * The seed of a scenario’s world: what the scenario names, or else one for each folder of scenarios, so that scenarios of
 * one subject share a world, and a new name of a scenario changes nothing in it.
 */
export const seedOf = ({ id, world }: Scenario, seed: string): string =>
  world ?? `${seed}/${id.slice(0, id.indexOf('/'))}`;

/** The world of a scenario: the standard one, with the scenario’s desk and coverage. The same each time it is asked for. */
export function worldOf(scenario: Scenario, seed: string, zone: string): World {
  const { pack, desk, coverage } = scenario;
  const own = seedOf(scenario, seed);
  const standard = remembered([own, pack, zone], () => standardWorld(own, pack, zone));
  if (standard.desk === desk && !coverage) return standard;
  return remembered([own, pack, zone, desk, coverage], () => ({
    ...standard,
    desk,
    members: standard.members.map((member) => ({
      ...member,
      coverage: coverage?.[member.id] ?? member.coverage,
    })),
  }));
}
