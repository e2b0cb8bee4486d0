import type { Provider, World } from '../contract/index.ts';

export type Affiliation = Provider['affiliations'][number];

/** The affiliation of an id, with the provider that has it. */
export function affiliationOf(
  world: World,
  id: string | null,
): { readonly affiliation: Affiliation; readonly provider: Provider } | null {
  for (const provider of world.providers) {
    const affiliation = provider.affiliations.find((one) => one.id === id);
    if (affiliation) return { affiliation, provider };
  }
  return null;
}

/** Whether an affiliation is in the network on a date, the last day included. An unknown one is not outside. */
export function inNetwork(world: World, id: string, date: string): boolean {
  const known = affiliationOf(world, id)?.affiliation;
  if (!known) return true;
  return known.network && (known.networkUntil === undefined || date <= known.networkUntil);
}
