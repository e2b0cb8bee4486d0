import { BATCH, type Database } from '../duckdb.ts';
import type { Input } from '../normalize.ts';
import { named } from '../sql/dialect.ts';
import type { Records } from './records.ts';

export type NamedRecords = { readonly name: string; readonly records: Records };

/** How many records were read, and what could not be. Records that could not be read stand in `pp_unread`. */
export type Staged = { readonly input: Input; readonly read: number; readonly unread: number };

const OWN = ['row_no', 'file_name', 'line_no'] as const;

/**
 * Copies text files into the table `pp_raw`, a column for every column of any of them; what is no record
 * goes to `pp_unread (file, line, field, reason, value)`. `tick` hears of the rows so far.
 */
export async function stage(
  db: Database,
  files: readonly NamedRecords[],
  tick: (rows: number) => void = () => {},
): Promise<Staged> {
  const columns = [...new Set(files.flatMap(({ records }) => records.columns))];
  const list = [...OWN, ...columns.map((_, index) => `c${index}`)].map((name) => `${name} VARCHAR`);
  await db.run(`CREATE OR REPLACE TABLE pp_raw (${list.join(', ')})`);
  await db.run(
    'CREATE OR REPLACE TABLE pp_unread (file VARCHAR, line VARCHAR, field VARCHAR, reason VARCHAR, value VARCHAR)',
  );
  const batch: (string | null)[][] = Array.from({ length: list.length }, () => []);
  const unread: (string | null)[][] = Array.from({ length: 5 }, () => []);
  const seen = new Set(
    files.flatMap(({ records }) => records.columns.filter((column) => !records.hoped?.includes(column))),
  );
  let read = 0;
  let lost = 0;
  const flush = async (table: string, rows: (string | null)[][]): Promise<void> => {
    if (rows[0]?.length) await db.append(table, rows);
    for (const column of rows) column.length = 0;
  };
  for (const { name, records } of files) {
    const places = columns.map((column) => records.columns.indexOf(column));
    for await (const entry of records.entries) {
      if ('problem' in entry) {
        lost += 1;
        for (const [index, value] of [
          name,
          `${entry.line}`,
          entry.column ?? '',
          entry.problem,
          entry.value,
        ].entries())
          unread[index]?.push(value);
        if ((unread[0]?.length ?? 0) >= BATCH) await flush('pp_unread', unread);
        continue;
      }
      batch[0]?.push(`${read}`);
      batch[1]?.push(name);
      batch[2]?.push(`${entry.line}`);
      for (const [index, place] of places.entries()) {
        const value = place < 0 ? null : (entry.cells[place] ?? null);
        batch[index + OWN.length]?.push(value);
        if (value !== null) seen.add(columns[index] ?? '');
      }
      read += 1;
      if ((batch[0]?.length ?? 0) >= BATCH) {
        await flush('pp_raw', batch);
        tick(read);
      }
    }
  }
  await flush('pp_raw', batch);
  await flush('pp_unread', unread);
  const renamed = columns.map((column, index) => `c${index} AS ${named(column)}`);
  const relation = `(SELECT CAST(row_no AS BIGINT) AS row_no, file_name, CAST(line_no AS BIGINT) AS line_no, ${renamed.join(', ')} FROM pp_raw) raw`;
  const input = {
    name: files.map(({ name }) => name).join(', '),
    relation,
    rowId: 'row_no',
    file: 'file_name',
    line: 'line_no',
    columns: new Map(columns.filter((column) => seen.has(column)).map((column) => [column, 'VARCHAR'])),
  };
  return { input, read, unread: lost };
}
