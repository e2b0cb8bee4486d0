import type { canonical, chainHash } from '../src/history/chain.ts';

/** Histories kept with each world and each large value once; see the head of `history-store.mjs`. */
export type HistoryStore = {
  /** Writes the text (NDJSON) of a history under a name. Throws where it would come back otherwise. */
  keep(name: string, text: string): void;
  /** The text of a history as it was given to `keep`. */
  restore(name: string): string;
  /** Writes what all histories share; to be called after the last `keep`. */
  close(): void;
};

/** Opens a folder of kept histories. */
export function openStore(
  folder: string,
  chain: { readonly canonical: typeof canonical; readonly chainHash: typeof chainHash },
): HistoryStore;

/** The names of the histories in a folder, sorted. */
export function names(folder: string): string[];
