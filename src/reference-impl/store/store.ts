import type { DomainEvent } from '../domain/event.ts';

/** Where the events of worlds are kept. `append` returns once they would survive the process. */
export type EventStore = {
  readonly append: (world: string, first: number, events: readonly DomainEvent[]) => void;
  readonly worlds: () => Iterable<{ readonly id: string; readonly events: readonly DomainEvent[] }>;
  readonly remove: (world: string) => void;
  readonly close: () => Promise<void>;
};

/** Keeps nothing beyond the process. */
export const memoryStore = (): EventStore => ({
  append: () => {},
  worlds: () => [],
  remove: () => {},
  close: async () => {},
});
