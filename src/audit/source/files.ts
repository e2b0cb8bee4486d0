import type { Database } from '../duckdb.ts';
import { quoted } from '../sql/dialect.ts';

/** The files that a pattern such as `logs/*.parquet` fits, in order of their names. */
export async function matchingFiles(db: Database, pattern: string): Promise<string[]> {
  const rows = await db.rows(`SELECT file FROM glob(${quoted(pattern)}) ORDER BY file`);
  return rows.map(({ file }) => String(file));
}
