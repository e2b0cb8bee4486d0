import type { Database } from '../duckdb.ts';
import { text } from '../expression/columns.ts';
import { choose, column, plus, times, type Value, word } from '../expression/tree.ts';
import type { Small } from '../kernel/packing.ts';
import { quoted } from '../sql/dialect.ts';

/** The combinations of the columns that a report breaks down by, numbered. */
export type Groups = {
  /** The values of the columns, by number. */
  readonly values: readonly Readonly<Record<string, string>>[];
  /** The number of a row, over the base columns and those of `small`. */
  readonly expression: Value;
  readonly small: readonly Small[];
  /** What `small` needs behind the rows, which are called b. */
  readonly joins: string;
};

/** So many values are told apart one after the other; more are joined. */
const MOST_LISTED = 32;

/** The place of a text among all the values that it has; an empty one comes last, so that it need not be asked for. */
const placeOf = (name: string, values: readonly string[]): Value =>
  choose(
    values.slice(0, -1).map((value, place) => [word(name, [value]), place]),
    Math.max(values.length - 1, 0),
  );

/** Numbers the rows of a base relation by the values of some columns of texts. */
export async function groupsOf(db: Database, base: string, by: readonly string[]): Promise<Groups> {
  const combinations: Record<string, string>[] = [{}];
  let expression: Value = choose([], 0);
  const small: Small[] = [];
  const joins: string[] = [];
  const columns = by.map(text);
  const found =
    by.length === 0 ? [] : await db.rows(`SELECT DISTINCT ${columns.join(', ')} FROM (${base}) b`);
  for (const [place, name] of by.entries()) {
    const own = text(name);
    const step = combinations.length;
    const values = [...new Set(found.map((row) => String(row[own])))].sort((a, b) => (a > b ? -1 : 1));
    if (values.length > MOST_LISTED) {
      const table = `pp_group_${place}`;
      await db.run(`CREATE OR REPLACE TEMP TABLE ${table} (value VARCHAR, number BIGINT)`);
      for (let from = 0; from < values.length; from += 500) {
        const rows = values.slice(from, from + 500).map((value, at) => `(${quoted(value)}, ${from + at})`);
        await db.run(`INSERT INTO ${table} VALUES ${rows.join(', ')}`);
      }
      joins.push(` JOIN ${table} ON ${table}.value = b.${own}`);
      small.push({ name: `group_${place}`, sql: `${table}.number`, size: values.length });
      expression = plus(expression, times(step, column(`group_${place}`)));
    } else expression = plus(expression, times(step, placeOf(name, values)));
    const before = combinations.splice(0);
    combinations.push(...values.flatMap((value) => before.map((one) => ({ ...one, [name]: value }))));
  }
  return { values: combinations, expression, small, joins: joins.join('') };
}
