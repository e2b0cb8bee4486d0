/** What differs between the engines that the compiled SQL runs on; everything else is common to both. */
export type Dialect = {
  readonly name: 'duckdb' | 'postgres';
  /** The sign of whole-number division. */
  readonly quotient: '//' | '/';
  /** Microseconds since 1970 of a column with a zone. */
  readonly microseconds: (column: string) => string;
  readonly cte: (name: string, body: string) => string;
  readonly temporary: string;
};

export const DUCKDB: Dialect = {
  name: 'duckdb',
  quotient: '//',
  microseconds: (column) => `epoch_us(${column})`,
  cte: (name, body) => `${name} AS (${body})`,
  temporary: 'TEMP TABLE',
};

/** PostgreSQL would paste the layers into each other and count everything many times, if it were let. */
export const POSTGRES: Dialect = {
  name: 'postgres',
  quotient: '/',
  microseconds: (column) => `(EXTRACT(EPOCH FROM ${column}) * 1000000)::bigint`,
  cte: (name, body) => `${name} AS MATERIALIZED (${body})`,
  temporary: 'TEMPORARY TABLE',
};

/** A text as an SQL literal. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A name as an SQL identifier. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;
