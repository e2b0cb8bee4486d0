import type { Database } from '../duckdb.ts';
import type { Input } from '../normalize.ts';
import { quoted } from '../sql/dialect.ts';
import { SourceError } from './bytes.ts';

const PER_FILE = 1_099_511_627_776;

/** Parquet files as one input, read where they lie. Throws SourceError for a file that is damaged. */
export async function parquetInput(db: Database, paths: readonly string[]): Promise<Input> {
  const list = `[${paths.map(quoted).join(', ')}]`;
  const relation = `read_parquet(${list}, file_row_number = true, filename = true, union_by_name = true)`;
  let described: Record<string, unknown>[];
  try {
    described = await db.rows(`DESCRIBE SELECT * FROM ${relation}`);
  } catch (error) {
    throw new SourceError(
      `${paths.join(', ')} cannot be read as Parquet: ${(error as Error).message.split('\n')[0]}`,
    );
  }
  const columns = new Map(described.map((row) => [String(row.column_name), String(row.column_type)]));
  for (const own of ['file_row_number', 'filename']) columns.delete(own);
  const place = paths.length === 1 ? '' : ` + (list_position(${list}, filename) - 1) * ${PER_FILE}`;
  return {
    name: paths.join(', '),
    relation,
    rowId: `(file_row_number${place})`,
    file: 'filename',
    line: '(file_row_number + 1)',
    columns,
  };
}
