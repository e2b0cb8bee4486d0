import type { Database, Filler } from './duckdb.ts';
import { copyTo, type FileFormat } from './outputs.ts';
import { named } from './sql/dialect.ts';

/** The name and type of a column: VARCHAR, DATE, INTEGER, DOUBLE, BOOLEAN, or TIMESTAMPTZ, whose values are epoch ms. */
export type StoreColumn = readonly [name: string, type: string];
export type StoreTable = { readonly name: string; readonly columns: readonly StoreColumn[] };

/** Values of one column, row by row. */
export type StoreValues = readonly (string | number | null)[];

const isNumber = (type: string): boolean => type !== 'VARCHAR' && type !== 'DATE';

/** A column as a file holds it. Instants are kept as epoch ms. */
function written([name, type]: StoreColumn, format: FileFormat): string {
  const column = named(name);
  if (type === 'TIMESTAMPTZ') {
    const instant = `make_timestamp(CAST(${column} * 1000 AS BIGINT))`;
    return format === 'parquet'
      ? `${instant}::TIMESTAMPTZ AS ${column}`
      : `strftime(${instant}, '%Y-%m-%dT%H:%M:%S.%gZ') AS ${column}`;
  }
  if (type === 'VARCHAR' || type === 'DOUBLE') return column;
  return `CAST(${column} AS ${type}) AS ${column}`;
}

/** Tables that grow beyond memory and are written to files at the end, each in the order in which its rows came. */
export class TableStore {
  readonly #db: Database;
  readonly #fillers = new Map<string, Filler>();
  readonly #tables: readonly StoreTable[];
  readonly #rows = new Map<string, number>();

  private constructor(db: Database, tables: readonly StoreTable[]) {
    this.#db = db;
    this.#tables = tables;
  }

  /** Makes the tables in a database, which stays the caller's to close. */
  static async open(db: Database, tables: readonly StoreTable[]): Promise<TableStore> {
    const store = new TableStore(db, tables);
    for (const { name, columns } of tables) {
      const types = columns.map(
        ([column, type]) => `${named(column)} ${isNumber(type) ? 'DOUBLE' : 'VARCHAR'}`,
      );
      await db.run(`CREATE TABLE ${named(name)} (${types.join(', ')})`);
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

  /** Adds rows to a table, given by column. */
  add(table: string, columns: readonly StoreValues[]): void {
    this.#fillers.get(table)?.add(columns);
    this.#rows.set(table, (this.#rows.get(table) ?? 0) + (columns[0]?.length ?? 0));
  }

  /** How many rows a table has. */
  count(table: string): number {
    return this.#rows.get(table) ?? 0;
  }

  /** Writes every table in each format; no row can be added afterwards. */
  async write(
    formats: readonly FileFormat[],
    pathOf: (table: string, format: FileFormat) => string,
  ): Promise<void> {
    for (const filler of this.#fillers.values()) filler.close();
    this.#fillers.clear();
    for (const { name, columns } of this.#tables) {
      for (const format of formats) {
        const list = columns.map((column) => written(column, format)).join(', ');
        await this.#db.run(copyTo(`SELECT ${list} FROM ${named(name)}`, pathOf(name, format), format));
      }
    }
  }
}
