import { DOUBLE, DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api';
import bindings from '@duckdb/node-bindings';

/** An embedded database, as the audit uses it. */
export type Database = {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<Record<string, unknown>[]>;
  /**
   * Hands columns of numbers without NULL on, row after row, in batches of at most `BATCH` rows. What is handed on holds
   * until the next batch. One column of lists costs less to hand over than many.
   */
  readonly stream: (
    columns: readonly string[],
    from: string,
    take: (numbers: Float64Array, rows: number) => void,
  ) => Promise<void>;
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

/** How many rows an `append` takes, and a batch of a `stream` has at most. */
export const BATCH = 2048;

/** Whether each of so many rows has a value, by a mask of bits; no mask is a value in every row. */
function isWhole(mask: Uint8Array | null, rows: number): boolean {
  if (!mask) return true;
  const bytes = rows >> 3;
  const rest = (1 << (rows & 7)) - 1;
  for (let index = 0; index < bytes; index += 1) if (mask[index] !== 0xff) return false;
  return rest === 0 || ((mask[bytes] ?? 0) & rest) === rest;
}

/**
 * Copies the numbers of a batch of one column of lists, none of which is boxed: the database frees what it handed out
 * when it likes. Throws where a number is NULL, or where the lists do not lie one behind the other.
 */
function copyDoubles({ chunk, rowCount }: DuckDBDataChunk, width: number, into: Float64Array): void {
  const lists = bindings.data_chunk_get_vector(chunk, 0);
  const numbers = bindings.list_vector_get_child(lists);
  const count = rowCount * width;
  const whole = isWhole(bindings.vector_get_validity(numbers, Math.ceil(count / 64) * 8), count);
  // An entry is an offset and a length of 64 bits each; the low half of the offset is its first quarter.
  const raw = bindings.vector_get_data(lists, rowCount * 16);
  const entries = new Uint32Array(raw.buffer, raw.byteOffset, rowCount * 4);
  let inOrder = bindings.list_vector_get_size(lists) === count;
  for (let row = 0; row < rowCount; row += 1) if (entries[row * 4] !== row * width) inOrder = false;
  if (!whole || !inOrder) throw new TypeError('a stream of numbers holds NULL or is out of order');
  const bytes = bindings.vector_get_data(numbers, count * Float64Array.BYTES_PER_ELEMENT);
  into.set(new Float64Array(bytes.buffer, bytes.byteOffset, count));
}

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
    stream: async (columns, from, take) => {
      const numbers = columns.map((sql) => `CAST(${sql} AS DOUBLE)`);
      const result = await connection.stream(`SELECT list_value(${numbers.join(', ')}) FROM ${from}`);
      const batch = new Float64Array(columns.length * BATCH);
      // The next batch is worked out while this one is handed on.
      let next = result.fetchChunk();
      try {
        for (;;) {
          const chunk = await next;
          if (!chunk || chunk.rowCount === 0) return;
          next = result.fetchChunk();
          copyDoubles(chunk, columns.length, batch);
          take(batch, chunk.rowCount);
        }
      } finally {
        await next.catch(() => null);
      }
    },
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
