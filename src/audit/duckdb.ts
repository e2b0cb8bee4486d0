import { DOUBLE, DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api';

/** An embedded database, as the audit uses it. */
export type Database = {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<Record<string, unknown>[]>;
  /** Adds rows to a table of texts, given by column; at most `BATCH` at a time. */
  readonly append: (table: string, columns: readonly (readonly (string | null)[])[]) => Promise<void>;
  /** Opens a table whose columns are texts or numbers, to which rows are added by column, any number at a time. */
  readonly fill: (table: string, numbers: readonly boolean[]) => Promise<Filler>;
  readonly close: () => void;
};

export type Filler = {
  readonly add: (columns: readonly (readonly (string | number | null)[])[]) => void;
  readonly close: () => void;
};

/** How many rows an `append` takes. */
export const BATCH = 2048;

/** Opens a database in a file that may grow beyond memory. `memory` is as DuckDB writes it, such as `1500MB`. */
export async function openDuckDb(options: {
  readonly file: string;
  readonly spill: string;
  readonly memory?: string | undefined;
  readonly threads?: number | undefined;
}): Promise<Database> {
  const instance = await DuckDBInstance.create(options.file, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: options.spill,
    ...(options.memory ? { memory_limit: options.memory } : {}),
    ...(options.threads ? { threads: String(options.threads) } : {}),
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as Record<string, unknown>[],
    append: async (table, columns) => {
      const appender = await connection.createAppender(table);
      const chunk = DuckDBDataChunk.create(columns.map(() => VARCHAR));
      chunk.setColumns(columns.map((column) => [...column]));
      appender.appendDataChunk(chunk);
      appender.closeSync();
    },
    fill: async (table, numbers) => {
      const appender = await connection.createAppender(table);
      const types = numbers.map((number) => (number ? DOUBLE : VARCHAR));
      return {
        add: (columns) => {
          const rows = columns[0]?.length ?? 0;
          for (let from = 0; from < rows; from += BATCH) {
            const chunk = DuckDBDataChunk.create(types);
            chunk.setColumns(columns.map((column) => column.slice(from, from + BATCH)));
            appender.appendDataChunk(chunk);
          }
        },
        close: () => appender.closeSync(),
      };
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
