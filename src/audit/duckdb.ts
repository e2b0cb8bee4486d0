import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  DuckDBScalarFunction,
  LIST,
  VARCHAR,
} from '@duckdb/node-api';
import bindings from '@duckdb/node-bindings';

/** An embedded database, as the audit uses it. */
export type Database = {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<Record<string, unknown>[]>;
  /**
   * Makes a function that queries of this database may call, of a list of so many numbers, none of which is NULL; it gives
   * another list for each row, or a number where that list would hold one. Answers its name. It is called anew for every
   * row, in any order, and holds until the database is closed; what it throws makes the query fail with its message. One
   * column of lists costs less to hand over than many columns.
   */
  readonly define: (size: { readonly given: number; readonly results: number }, work: Work) => string;
  /** Adds rows to a table of texts, given by column; at most `BATCH` at a time. */
  readonly append: (table: string, columns: readonly (readonly (string | null)[])[]) => Promise<void>;
  /** Opens a table whose columns are texts or numbers, to which rows are added by column, any number at a time. */
  readonly fill: (table: string, numbers: readonly boolean[]) => Promise<Filler>;
  readonly close: () => void;
};

/**
 * Works rows out, at most `BATCH` at a time. The numbers of one row stand behind those of the other, those that are given
 * and those that it writes; what is given holds until it returns.
 */
export type Work = (numbers: Float64Array, rows: number, into: Float64Array) => void;

export type Filler = {
  readonly add: (columns: readonly (readonly (string | number | null)[])[]) => void;
  readonly close: () => void;
};

/** How many rows an `append` takes, and a function is given, at most. */
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
 * The numbers of a column of lists, row after row, none of which is boxed: where they lie, or in `spare` where rows share
 * a list. Throws where one is NULL.
 */
function numbersOf(
  chunk: bindings.DataChunk,
  rows: number,
  width: number,
  spare: Float64Array,
): Float64Array {
  const lists = bindings.data_chunk_get_vector(chunk, 0);
  const child = bindings.list_vector_get_child(lists);
  const count = bindings.list_vector_get_size(lists);
  if (!isWhole(bindings.vector_get_validity(child, Math.ceil(count / 64) * 8), count))
    throw new TypeError('a function of numbers is given NULL');
  const bytes = bindings.vector_get_data(child, count * Float64Array.BYTES_PER_ELEMENT);
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, count);
  // An entry is an offset and a length of 64 bits each; the low half of the offset is its first quarter.
  const raw = bindings.vector_get_data(lists, rows * 16);
  const entries = new Uint32Array(raw.buffer, raw.byteOffset, rows * 4);
  let inOrder = true;
  for (let row = 0; row < rows; row += 1) if (entries[row * 4] !== row * width) inOrder = false;
  if (inOrder) return numbers;
  for (let row = 0; row < rows; row += 1) {
    const from = entries[row * 4] as number;
    spare.set(numbers.subarray(from, from + width), row * width);
  }
  return spare;
}

type Give = (numbers: Float64Array, rows: number, into: bindings.Vector) => void;

const giveNumbers: Give = (numbers, rows, into) =>
  bindings.copy_data_to_vector(into, 0, numbers.buffer as ArrayBuffer, 0, rows * 8);

/** What makes lists of rows of numbers; a list is where it begins and how long it is, as 64 bits each. */
function giveLists(results: number): Give {
  const entries = BigUint64Array.from({ length: BATCH * 2 }, (_, at) =>
    BigInt(at % 2 === 0 ? (at / 2) * results : results),
  ).buffer;
  return (numbers, rows, into) => {
    const count = rows * results;
    bindings.list_vector_reserve(into, count);
    bindings.list_vector_set_size(into, count);
    const child = bindings.list_vector_get_child(into);
    bindings.copy_data_to_vector(child, 0, numbers.buffer as ArrayBuffer, 0, count * 8);
    bindings.copy_data_to_vector(into, 0, entries, 0, rows * 16);
  };
}

function defineOn(
  connection: DuckDBConnection,
  name: string,
  { given, results }: { readonly given: number; readonly results: number },
  work: Work,
): void {
  const into = new Float64Array(BATCH * results);
  const spare = new Float64Array(BATCH * given);
  const give = results === 1 ? giveNumbers : giveLists(results);
  const made = new DuckDBScalarFunction();
  made.setName(name);
  made.addParameter(LIST(DOUBLE));
  made.setReturnType(results === 1 ? DOUBLE : LIST(DOUBLE));
  // Without these, a row with NULL is no call at all, and rows that are the same are one.
  made.setSpecialHandling();
  made.setVolatile();
  bindings.scalar_function_set_function(made.scalar_function, (info, chunk, output) => {
    try {
      const rows = bindings.data_chunk_get_size(chunk);
      work(numbersOf(chunk, rows, given, spare), rows, into);
      give(into, rows, output);
    } catch (error) {
      bindings.scalar_function_set_error(info, error instanceof Error ? error.message : String(error));
    }
  });
  connection.registerScalarFunction(made);
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
  let defined = 0;
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as Record<string, unknown>[],
    define: (size, work) => {
      defined += 1;
      const name = `pp_function_${defined}`;
      defineOn(connection, name, size, work);
      return name;
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
