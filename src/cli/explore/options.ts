import type { Capability } from '../../contract/index.ts';
import type { Ground } from '../../run/fuzz/index.ts';
import { type DoorOptions, openDoor } from '../shared/open-interface.ts';

export type ExploreOptions = DoorOptions & {
  readonly minutes?: string;
  readonly cases?: string;
  readonly seed: string;
  readonly out: string;
  readonly save?: string;
  readonly replay?: string;
  readonly history?: string;
  readonly threads: string;
  readonly troubles?: boolean;
  readonly canary: boolean;
  readonly mutant?: string;
  readonly kills?: string;
};

/** Whether a portal behind a door is asked for, and not the reference portal. */
export const hasDoor = ({ target, command, adapter }: ExploreOptions): boolean =>
  [target, command, adapter].some((one) => one !== undefined);

/** The portal behind the door that the options name. */
export async function doorGround(
  options: ExploreOptions,
): Promise<{ ground: Ground; close: () => Promise<void> }> {
  const door = await openDoor(options);
  const { product, version, capabilities } = await door.adapter.describe();
  const ground = {
    adapter: door.adapter,
    implementation: `${product} ${version}`,
    capabilities: capabilities as readonly Capability[],
  };
  return { ground, close: door.close };
}
