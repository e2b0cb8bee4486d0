import { DAY_US, dayOf, NEVER_US } from './day-table.ts';
import type { Database } from './duckdb.ts';
import { high, low, text } from './expression/columns.ts';
import { sqlOf } from './expression/sql.ts';
import type { AuditPack } from './pack/model.ts';
import { plainSql, type Source } from './sql/base.ts';
import { Calendar } from './sql/calendar.ts';
import { conditionTest } from './sql/conditions.ts';
import { quoted } from './sql/dialect.ts';
import { repeatStatements } from './sql/repeats.ts';

/** How many rows were rejected, and for how many problems. */
export type Rejected = { readonly rows: number; readonly problems: number };

/** One thing that makes a row impossible to judge. `holds` is SQL over base columns. */
type Check = { readonly column: string; readonly reason: string; readonly holds: string };

const list = (values: readonly string[]): string => values.map(quoted).join(', ');

/** Everything that is looked for in a row by itself. Where `written` is, texts of instants stand in `w_` columns. */
function checksOf(pack: AuditPack, exact: boolean, written: boolean): Check[] {
  const calendar = new Calendar(pack);
  const from = calendar.zone.toInstant(dayOf(pack.calendar.from), 0);
  const to = calendar.zone.toInstant(dayOf(pack.calendar.to) + 1, 0);
  const end = exact ? low : high;
  const checks: Check[] = [];
  const add = (column: string, reason: string, holds: string): void => {
    checks.push({ column, reason, holds });
  };
  for (const { name, type, required, values } of pack.columns) {
    const present = type === 'instant' ? `${low(name)} < ${NEVER_US}` : `${text(name)} <> ''`;
    const unread = type === 'instant' && written ? ` AND w_${name} IS NULL` : '';
    if (required !== false) {
      const needed = required === true ? '' : `${sqlOf(conditionTest(pack, required, exact))} AND `;
      const why = required === true ? 'is missing' : 'is missing, though the rest of the row needs it';
      add(name, why, `${needed}NOT (${present})${unread}`);
    }
    if (values)
      add(
        name,
        `${UNKNOWN_VALUE}${values.join(', ')}`,
        `${present} AND ${text(name)} NOT IN (${list(values)})`,
      );
    if (type === 'integer') {
      add(name, 'is no whole number', `${present} AND ${text(name)} NOT SIMILAR TO '[0-9]{1,9}'`);
    }
    if (type === 'boolean')
      add(name, 'is neither true nor false', `${present} AND ${text(name)} NOT IN ('true', 'false')`);
    if (type === 'instant') {
      if (written)
        add(name, 'is no date or time that can be read', `w_${name} IS NOT NULL AND NOT (${present})`);
      add(
        name,
        `lies outside the calendar of the pack (${pack.calendar.from} to ${pack.calendar.to})`,
        `${present} AND (${low(name)} < ${from} OR ${low(name)} >= ${to})`,
      );
    }
  }
  for (const { column, notBefore } of pack.order) {
    add(
      column,
      `lies before ${notBefore}`,
      `${low(column)} < ${NEVER_US} AND ${end(column)} < ${low(notBefore)} AND ${low(notBefore)} < ${NEVER_US}`,
    );
  }
  for (const { column, when, says } of pack.contradictions)
    add(column, says, sqlOf(conditionTest(pack, when, exact)));
  return checks;
}

/** The rows as the gate sees them: nothing is left out for being later than the end of the log. */
const seen = (pack: AuditPack, source: Source, written: boolean): string => {
  const plain = plainSql(
    { ...pack, columns: pack.columns.map(({ counts: _, ...column }) => column) },
    source,
    NEVER_US - DAY_US,
  );
  if (!written) return `(${plain}) g`;
  const texts = pack.columns.filter(({ type }) => type === 'instant').map(({ name }) => `w.w_${name}`);
  return `(SELECT p.*, ${texts.join(', ')} FROM (${plain}) p JOIN pp_log w ON w.row_id = p.row_id) g`;
};

/** Rows with something wrong in them, each problem a row: `row_id, place` with the place of the check. */
function rejectSql(pack: AuditPack, source: Source, written: boolean, checks: readonly Check[]): string {
  const any = checks.map(({ holds }) => `(${holds})`).join('\n OR ');
  const each = checks.map(({ holds }, place) => `CASE WHEN ${holds} THEN ${place} END`);
  return `SELECT row_id, UNNEST(list_filter([${each.join(', ')}], x -> x IS NOT NULL)) AS place FROM (SELECT * FROM ${seen(pack, source, written)} WHERE ${any}) b`;
}

const UNKNOWN_VALUE = 'is none of ';

/** Leaves the problems of rows by themselves in `pp_rejected (row_id, field, reason)`. */
export async function rejectRows(
  db: Database,
  pack: AuditPack,
  source: Source,
  written: boolean,
): Promise<{ readonly unknownValues: boolean }> {
  const checks = checksOf(pack, source.exact, written);
  const names = checks.map(({ column, reason }, place) => `(${place}, ${quoted(column)}, ${quoted(reason)})`);
  await db.run('CREATE OR REPLACE TEMP TABLE pp_check (place INTEGER, field VARCHAR, reason VARCHAR)');
  await db.run(`INSERT INTO pp_check VALUES ${names.join(', ')}`);
  await db.run(
    `CREATE OR REPLACE TEMP TABLE pp_rejected AS SELECT r.row_id, c.field, c.reason FROM (${rejectSql(pack, source, written, checks)}) r JOIN pp_check c ON c.place = r.place`,
  );
  const [row] = await db.rows(
    `SELECT COUNT(*) AS n FROM pp_rejected WHERE starts_with(reason, ${quoted(UNKNOWN_VALUE)})`,
  );
  return { unknownValues: Number(row?.n) > 0 };
}

/** The key of a row as one number, by which copies are found without keeping every key. */
function keyHash(pack: AuditPack, source: Source): string {
  const number = pack.key.number ? source.text(pack.key.number) : null;
  const own = source.text(pack.key.case) ?? "''";
  return number === null ? `hash(${own})` : `hash(${own}, COALESCE(TRY_CAST(${number} AS INTEGER), 1))`;
}

/**
 * Adds to `pp_rejected` the rows whose key another row has, and leaves every row that was rejected once in
 * `pp_out (row_id)`. Keys are looked for in so many `parts`, so that memory stays small.
 */
export async function rejectRepeats(
  db: Database,
  pack: AuditPack,
  source: Source,
  parts: number,
): Promise<Rejected> {
  for (const sql of repeatStatements(pack, source, keyHash(pack, source), parts, NEVER_US - DAY_US))
    await db.run(sql);
  await db.run(
    `INSERT INTO pp_rejected SELECT row_id, ${quoted(pack.key.case)}, CASE WHEN same THEN 'repeats an earlier row, word for word' ELSE 'contradicts another row of the same case and decision' END FROM pp_repeat`,
  );
  await db.run('CREATE OR REPLACE TEMP TABLE pp_out AS SELECT DISTINCT row_id FROM pp_rejected');
  const [row] = await db.rows('SELECT COUNT(DISTINCT row_id) AS rows, COUNT(*) AS problems FROM pp_rejected');
  return { rows: Number(row?.rows), problems: Number(row?.problems) };
}
