import { NEVER_US } from '../day-table.ts';
import { BATCH, type Database } from '../duckdb.ts';
import { text } from '../expression/columns.ts';
import { callOf, constantsOf, withParents } from '../kernel/intake.ts';
import { compileKernels, type Numbers } from '../kernel/kernel.ts';
import type { Question } from '../sql/compile.ts';
import { quoted } from '../sql/dialect.ts';
import { compileNumbers, namesOf, TOLD, VERDICT_KEYS, verdictsOf } from '../sql/slot-numbers.ts';
import { type Slot, together } from '../sql/slots.ts';

/** Writes columns row after row. */
function interleave(columns: readonly Numbers[], rows: number, into: Float64Array): void {
  for (const [place, column] of columns.entries())
    for (let at = 0, to = place; at < rows; at += 1, to += columns.length) into[to] = column[at] as number;
}

/** Defines what judges a row, and answers a relation of every row that is judged: its key, and the numbers of its slots. */
function judgedRows(
  db: Database,
  question: Question,
): { readonly sql: string; readonly slots: readonly Slot[] } {
  const { pack } = question;
  const { base, steps, tables, slots, told } = compileNumbers({ ...question, rows: 'all' });
  const { inputs, each } = compileKernels(
    [{ steps, tables, wanted: told, constants: constantsOf(question) }],
    {
      batch: BATCH,
      small: [],
    },
  );
  const [kernel] = each;
  if (!kernel) throw new RangeError('nothing was compiled');
  const number = pack.key.number ? text(pack.key.number) : null;
  const kept = [text(pack.key.case), ...(number ? [number] : [])];
  const read = withParents(inputs, `(${base}) b`, kept);
  const judging = db.define({ given: read.columns.length, results: told.length }, (numbers, rows, into) =>
    interleave(kernel.judge(numbers, rows), rows, into),
  );
  return {
    slots,
    sql: `SELECT ${text(pack.key.case)} AS case_id, ${number ?? "''"} AS decision_no, ${read.rowId} AS row_id, ${callOf(judging, read.columns)} AS judged FROM ${read.from}`,
  };
}

const rowsSql = (rows: readonly (readonly string[])[]): string =>
  `(VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')})`;

/**
 * The query of a row for each finding of a log, as `compileFindings` gives it. The database reads the log and writes the
 * findings; they are judged here, by the same compiled columns (docs/decisions/0018).
 */
export function judgedFindings(db: Database, question: Question): string {
  const { sql, slots } = judgedRows(db, question);
  const { room, names } = namesOf(slots);
  const told = (place: number): string => `judged[slot * ${TOLD} + ${place + 1}]`;
  const whole = (place: number, name: string): string => `CAST(${told(place)} AS BIGINT) AS ${name}`;
  const instant = (name: string): string => `CASE WHEN ${name} < ${NEVER_US} THEN ${name} END AS ${name}_us`;
  const owed = `SELECT case_id, decision_no, row_id, slot, ${whole(0, 'found')}, ${whole(1, 'start')}, ${whole(2, 'due')}, ${whole(3, 'actual')}
    FROM (${sql}) j CROSS JOIN ${rowsSql(slots.map(({ index }) => [`${index}`]))} AS each_slot(slot) WHERE ${told(0)} > 0`;
  // A limit is the last microsecond that is in time, and lateness is counted from where it ends.
  const late = `CASE WHEN actual < ${NEVER_US} AND actual > due THEN CAST(actual - due + due % 1000 AS DOUBLE) / 1000000 END`;
  const named = names.map(({ key, duty, rule, also, causedBy, arm }) => [
    `${key}`,
    ...[duty, rule, also, causedBy].map(quoted),
    `${arm}`,
  ]);
  const worded = Array.from({ length: VERDICT_KEYS }, (_, key) => {
    const verdicts = verdictsOf(key);
    return [`${key}`, ...[together(verdicts), ...verdicts].map(quoted)];
  });
  return `SELECT case_id, decision_no, duty, rule, also, start_us, due_us, actual_us, verdict, verdict_default, verdict_strict, verdict_lenient, late_by_seconds, caused_by, row_id, slot, arm FROM (
  SELECT case_id, decision_no, row_id, slot, slot * ${room} + found // ${VERDICT_KEYS} AS found_name, found % ${VERDICT_KEYS} AS found_verdicts, ${instant('start')}, ${instant('due')}, ${instant('actual')}, ${late} AS late_by_seconds FROM (${owed}) o
) e
JOIN ${rowsSql(named)} AS named(name_key, duty, rule, also, caused_by, arm) ON name_key = found_name
JOIN ${rowsSql(worded)} AS worded(verdict_key, verdict, verdict_default, verdict_strict, verdict_lenient) ON verdict_key = found_verdicts`;
}
