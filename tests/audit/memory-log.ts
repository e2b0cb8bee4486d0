import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDuckDb } from '../../src/audit/duckdb.ts';

export type LogRow = Readonly<Record<string, string | number | null>>;

/** A folder that is gone when the test is. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'portalproof-audit-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A database of its own, in memory, spilling into a folder. */
export const memoryDatabase = (folder: string): Promise<Database> =>
  openDuckDb({ file: ':memory:', spill: join(folder, 'spill'), memory: '1GB', threads: 2 });

/** Rows as a Parquet file with typed instants, and its path. */
export async function parquetOf(
  db: Database,
  folder: string,
  name: string,
  rows: readonly LogRow[],
): Promise<string> {
  const source = join(folder, `${name}.ndjson`);
  writeFileSync(source, rows.map((row) => JSON.stringify(row)).join('\n'));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const types = columns.map(
    (column) => `${column}: '${/_at$|_until$/.test(column) ? 'TIMESTAMPTZ' : 'VARCHAR'}'`,
  );
  const path = join(folder, `${name}.parquet`);
  await db.run(
    `COPY (SELECT * FROM read_json('${source}', format = 'newline_delimited', columns = {${types.join(', ')}})) TO '${path}' (FORMAT parquet)`,
  );
  return path;
}
