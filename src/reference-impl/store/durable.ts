import { open, type RootDatabase } from 'lmdb';
import type { DomainEvent } from '../core/event.ts';
import type { EventStore } from './store.ts';

/**
 * Keeps events in a folder. Each append is one synchronous transaction, flushed before it returns, so
 * that nothing which was answered can be lost, and no half of a command is ever seen.
 */
export function durableStore(folder: string): EventStore {
  const database: RootDatabase<DomainEvent, [world: string, index: number]> = open({
    path: folder,
    overlappingSync: false,
    encoding: 'json',
  });
  const files: RootDatabase<Buffer, string> = open({
    path: `${folder}/files`,
    overlappingSync: false,
    encoding: 'binary',
  });
  const keysOf = (world: string) =>
    database.getKeys({ start: [world, 0], end: [world, Number.MAX_SAFE_INTEGER] });
  return {
    append: (world, first, events) => {
      database.transactionSync(() => {
        events.forEach((event, offset) => {
          database.putSync([world, first + offset], event);
        });
      });
    },
    worlds: function* () {
      let id: string | null = null;
      let events: DomainEvent[] = [];
      for (const { key, value } of database.getRange()) {
        if (id !== null && key[0] !== id) {
          yield { id, events };
          events = [];
        }
        id = key[0];
        events.push(value);
      }
      if (id !== null) yield { id, events };
    },
    remove: (world) => {
      database.transactionSync(() => {
        for (const key of [...keysOf(world)]) database.removeSync(key);
      });
    },
    keep: (sha256, bytes) => {
      files.putSync(sha256, Buffer.from(bytes));
    },
    file: (sha256) => files.get(sha256),
    close: async () => {
      await files.close();
      await database.close();
    },
  };
}
