import type { Database } from '../duckdb.ts';
import type { Small } from '../kernel/packing.ts';
import { text } from '../sql/conditions.ts';
import { quoted } from '../sql/dialect.ts';

/** The combinations of the columns that a report breaks down by, numbered. */
export type Groups = {
  /** The values of the columns, by number. */
  readonly values: readonly Readonly<Record<string, string>>[];
  /** The number of a row, as a compiled column over the base columns and those of `small`. */
  readonly expression: string;
  readonly small: readonly Small[];
  /** What `small` needs behind the rows, which are called b. */
  readonly joins: string;
};

/** So many values are told apart one after the other; more are joined. */
const MOST_LISTED = 32;

/** The place of a text among all the values that it has; an empty one comes last, so that it need not be asked for. */
function placeSql(column: string, values: readonly string[]): string {
  const cases = values.slice(0, -1).map((value, place) => `WHEN ${column} = ${quoted(value)} THEN ${place}`);
  return cases.length === 0 ? '0' : `CASE ${cases.join(' ')} ELSE ${cases.length} END`;
}

/** Numbers the rows of a base relation by the values of some columns of texts. */
export async function groupsOf(db: Database, base: string, by: readonly string[]): Promise<Groups> {
  const combinations: Record<string, string>[] = [{}];
  const terms: string[] = ['0'];
  const small: Small[] = [];
  const joins: string[] = [];
  const columns = by.map(text);
  const found =
    by.length === 0 ? [] : await db.rows(`SELECT DISTINCT ${columns.join(', ')} FROM (${base}) b`);
  for (const [place, name] of by.entries()) {
    const column = text(name);
    const step = combinations.length;
    const values = [...new Set(found.map((row) => String(row[column])))].sort((a, b) => (a > b ? -1 : 1));
    if (values.length > MOST_LISTED) {
      const table = `pp_group_${place}`;
      await db.run(`CREATE OR REPLACE TEMP TABLE ${table} (value VARCHAR, number BIGINT)`);
      for (let from = 0; from < values.length; from += 500) {
        const rows = values.slice(from, from + 500).map((value, at) => `(${quoted(value)}, ${from + at})`);
        await db.run(`INSERT INTO ${table} VALUES ${rows.join(', ')}`);
      }
      joins.push(` JOIN ${table} ON ${table}.value = b.${column}`);
      small.push({ name: `group_${place}`, sql: `${table}.number`, size: values.length });
      terms.push(`${step} * group_${place}`);
    } else terms.push(`${step} * (${placeSql(column, values)})`);
    const before = combinations.splice(0);
    combinations.push(...values.flatMap((value) => before.map((one) => ({ ...one, [name]: value }))));
  }
  return { values: combinations, expression: terms.join(' + '), small, joins: joins.join('') };
}
