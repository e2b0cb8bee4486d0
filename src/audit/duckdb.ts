import { DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api';

/** An embedded database, as the audit uses it. */
export type Database = {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<Record<string, unknown>[]>;
  /** Adds rows to a table of texts, given by column; at most `BATCH` at a time. */
  readonly append: (table: string, columns: readonly (readonly (string | null)[])[]) => Promise<void>;
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
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
