import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Database,
  type FileFormat,
  openDuckDb,
  type StoreTable,
  TableStore,
} from '../../audit/index.ts';
import type { Values } from '../../simulator/index.ts';

/** Tables of a simulation on the disk. Call `close` whatever happens: it removes what was kept meanwhile. */
export class SimulationStore {
  readonly #db: Database;
  readonly #work: string;
  readonly #store: TableStore;
  readonly #tables: readonly StoreTable[];

  private constructor(db: Database, work: string, store: TableStore, tables: readonly StoreTable[]) {
    this.#db = db;
    this.#work = work;
    this.#store = store;
    this.#tables = tables;
  }

  static async open(tables: readonly StoreTable[], threads: number): Promise<SimulationStore> {
    const work = mkdtempSync(join(tmpdir(), 'portalproof-'));
    const db = await openDuckDb({ file: join(work, 'rows.db'), spill: work, memory: '600MB', threads });
    return new SimulationStore(db, work, await TableStore.open(db, tables), tables);
  }

  /** Adds rows to a table, given by column. */
  add(table: string, columns: readonly Values[]): void {
    this.#store.add(table, columns);
  }

  /** How many rows a table has. */
  count(table: string): number {
    return this.#store.count(table);
  }

  /** Writes every table in each format; `folderOf` says where a table goes. */
  async write(formats: readonly FileFormat[], folderOf: (table: string) => string): Promise<void> {
    for (const { name } of this.#tables) mkdirSync(folderOf(name), { recursive: true });
    await this.#store.write(formats, (table, format) => join(folderOf(table), `${table}.${format}`));
  }

  close(): void {
    this.#db.close();
    rmSync(this.#work, { recursive: true, force: true });
  }
}
