import type { Capability } from '../../contract/index.ts';
import type { Ground } from '../../run/fuzz/index.ts';
import { type InterfaceOptions, openInterface } from '../shared/open-interface.ts';

export type ExploreOptions = InterfaceOptions & {
  readonly minutes?: string;
  readonly cases?: string;
  readonly seed: string;
  readonly out: string;
  readonly save?: string;
  readonly replay?: string;
  readonly history?: string;
  readonly threads: string;
  readonly injectFaults?: boolean;
  readonly controlRun: boolean;
  readonly mutant?: string;
  readonly kills?: string;
};

/** Whether the options name the interface of a portal; without one, the reference implementation is meant. */
export const namesInterface = ({ target, command, adapter }: ExploreOptions): boolean =>
  [target, command, adapter].some((one) => one !== undefined);

/** The portal at the interface that the options name, and how to close it. */
export async function interfaceGround(
  options: ExploreOptions,
): Promise<{ ground: Ground; close: () => Promise<void> }> {
  const opened = await openInterface(options);
  const { product, version, capabilities } = await opened.adapter.describe();
  const ground = {
    adapter: opened.adapter,
    implementation: `${product} ${version}`,
    capabilities: capabilities as readonly Capability[],
  };
  return { ground, close: opened.close };
}
