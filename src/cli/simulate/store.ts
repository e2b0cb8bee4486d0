import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyTo, type Database, type FileFormat, type Filler, openDuckDb } from '../../audit/index.ts';
import type { Values } from '../../simulator/index.ts';

export type StoreColumn = readonly [name: string, type: string];
export type StoreTable = { readonly name: string; readonly columns: readonly StoreColumn[] };

const isNumber = (type: string): boolean => type !== 'VARCHAR' && type !== 'DATE';

/** A column as a file holds it. Instants are kept as epoch ms. */
function written([name, type]: StoreColumn, format: FileFormat): string {
  const column = `"${name}"`;
  if (type === 'TIMESTAMPTZ') {
    const instant = `make_timestamp(CAST(${column} * 1000 AS BIGINT))`;
    return format === 'parquet'
      ? `${instant}::TIMESTAMPTZ AS ${column}`
      : `strftime(${instant}, '%Y-%m-%dT%H:%M:%S.%gZ') AS ${column}`;
  }
  if (type === 'VARCHAR' || type === 'DOUBLE') return column;
  return `CAST(${column} AS ${type}) AS ${column}`;
}

/**
 * Tables that grow beyond memory and are written to files at the end, each in the order in which its rows came.
 * Call `close` whatever happens: it removes what was kept on the disk meanwhile.
 */
export class SimulationStore {
  readonly #db: Database;
  readonly #work: string;
  readonly #fillers = new Map<string, Filler>();
  readonly #tables: readonly StoreTable[];
  readonly #rows = new Map<string, number>();

  private constructor(db: Database, work: string, tables: readonly StoreTable[]) {
    this.#db = db;
    this.#work = work;
    this.#tables = tables;
  }

  static async open(tables: readonly StoreTable[], threads: number): Promise<SimulationStore> {
    const work = mkdtempSync(join(tmpdir(), 'portalproof-'));
    const db = await openDuckDb({ file: join(work, 'rows.db'), spill: work, memory: '600MB', threads });
    const store = new SimulationStore(db, work, tables);
    for (const { name, columns } of tables) {
      const types = columns.map(([column, type]) => `"${column}" ${isNumber(type) ? 'DOUBLE' : 'VARCHAR'}`);
      await db.run(`CREATE TABLE "${name}" (${types.join(', ')})`);
      store.#fillers.set(
        name,
        await db.fill(
          name,
          columns.map(([, type]) => isNumber(type)),
        ),
      );
    }
    return store;
  }

  add(table: string, columns: readonly Values[]): void {
    this.#fillers.get(table)?.add(columns);
    this.#rows.set(table, (this.#rows.get(table) ?? 0) + (columns[0]?.length ?? 0));
  }

  count(table: string): number {
    return this.#rows.get(table) ?? 0;
  }

  /** Writes every table in each format; `folderOf` says where a table goes. */
  async write(formats: readonly FileFormat[], folderOf: (table: string) => string): Promise<void> {
    for (const filler of this.#fillers.values()) filler.close();
    this.#fillers.clear();
    for (const { name, columns } of this.#tables) {
      mkdirSync(folderOf(name), { recursive: true });
      for (const format of formats) {
        const list = columns.map((column) => written(column, format)).join(', ');
        await this.#db.run(
          copyTo(`SELECT ${list} FROM "${name}"`, join(folderOf(name), `${name}.${format}`), format),
        );
      }
    }
  }

  close(): void {
    this.#db.close();
    rmSync(this.#work, { recursive: true, force: true });
  }
}
