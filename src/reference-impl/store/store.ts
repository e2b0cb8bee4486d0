import type { DomainEvent } from '../core/event.ts';

/** Where the events of worlds are kept. `append` returns once they would survive the process. */
export type EventStore = {
  readonly append: (world: string, first: number, events: readonly DomainEvent[]) => void;
  readonly worlds: () => Iterable<{ readonly id: string; readonly events: readonly DomainEvent[] }>;
  readonly remove: (world: string) => void;
  /** Keeps a file under the digest of its bytes. */
  readonly keep: (sha256: string, bytes: Uint8Array) => void;
  readonly file: (sha256: string) => Uint8Array | undefined;
  readonly close: () => Promise<void>;
};

/** Keeps nothing beyond the process. */
export function memoryStore(): EventStore {
  const files = new Map<string, Uint8Array>();
  return {
    append: () => {},
    worlds: () => [],
    remove: () => {},
    keep: (sha256, bytes) => {
      files.set(sha256, bytes);
    },
    file: (sha256) => files.get(sha256),
    close: async () => {},
  };
}
