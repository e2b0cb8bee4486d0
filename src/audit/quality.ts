import { NEVER_US } from './day-table.ts';
import type { Database } from './duckdb.ts';
import { high, low } from './expression/columns.ts';
import { sqlOf } from './expression/sql.ts';
import { column, plus } from './expression/tree.ts';
import type { AuditPack } from './pack/model.ts';
import type { Orphans } from './parents.ts';
import { plainSql, type Source } from './sql/base.ts';
import { Calendar } from './sql/calendar.ts';

/** Something about a log that an auditor should know before believing its times; no row is left out for it. */
export type Note = {
  readonly column: string;
  readonly rows: number;
  readonly of: number;
  readonly says: string;
};

const SHARE = 0.2;
const BATCH_ROWS = 50;

type Row = Readonly<Record<string, unknown>>;
const number = (row: Row, name: string): number => Number(row[name] ?? 0);
const clock = (micros: number): string => new Date(Math.floor(micros / 1000)).toISOString().slice(11, 19);

/** Looks for times that were made up, rounded, stamped in one go, or written down later. */
export async function qualityNotes(
  db: Database,
  pack: AuditPack,
  source: Source,
  span: readonly [number, number],
): Promise<Note[]> {
  const calendar = new Calendar(pack);
  const relation = plainSql(pack, source, NEVER_US - 1);
  const notes: Note[] = [];
  const instants = pack.columns
    .filter(({ name, type }) => type === 'instant' && source.instant(name) !== null)
    .map(({ name }) => name);
  const stops = new Set([pack.received, ...pack.duties.flatMap(({ stop }) => stop.columns)]);
  for (const name of instants.filter((own) => stops.has(own))) {
    const own = column(low(name));
    const wall = `(${sqlOf(plus(own, calendar.offset(own, ...span)))} % 86400000000)`;
    const later = source.exact ? low(name) : high(name);
    const [row = {}] = await db.rows(
      `SELECT COUNT(*) AS n, COUNT(*) FILTER (wall = 0 AND spread = 0) AS midnight, COUNT(*) FILTER (spread >= 3600000000 AND spread < 3700000000) AS repeated,
        COUNT(*) FILTER (spread > 3700000000) AS days, COUNT(*) FILTER (spread > 0 AND spread < 60000000) AS minutes, MODE(wall) AS usual
      FROM (SELECT ${wall} AS wall, ${later} - ${low(name)} AS spread FROM (${relation}) q WHERE ${low(name)} < ${NEVER_US})`,
    );
    const n = number(row, 'n');
    if (n === 0) continue;
    const say = (rows: number, says: string): void => {
      if (rows > 0) notes.push({ column: name, rows, of: n, says });
    };
    say(number(row, 'days'), 'a date without a time: judged as the whole day');
    say(number(row, 'minutes'), 'to the minute only: in the minute of a limit counts as in time');
    say(number(row, 'repeated'), 'without an offset in the hour that the clocks repeat: may be either');
    if (number(row, 'midnight') > n * SHARE)
      say(number(row, 'midnight'), 'exactly midnight: perhaps dates, not times');
    const usual = number(row, 'usual');
    const [same = {}] = await db.rows(
      `SELECT COUNT(*) FILTER (${wall} = ${usual}) AS usual FROM (${relation}) q WHERE ${low(name)} < ${NEVER_US}`,
    );
    if (usual > 0 && n >= 20 && number(same, 'usual') > n * SHARE && number(row, 'days') === 0) {
      say(number(same, 'usual'), `always at ${clock(usual)}: perhaps filled in, not seen`);
    }
    const [batch = {}] = await db.rows(
      `SELECT COALESCE(SUM(c), 0) AS rows FROM (SELECT COUNT(*) AS c FROM (${relation}) q WHERE ${low(name)} < ${NEVER_US} GROUP BY ${low(name)} // 1000000 HAVING COUNT(*) >= ${BATCH_ROWS})`,
    );
    if (number(row, 'days') === 0 && number(batch, 'rows') < n)
      say(
        number(batch, 'rows'),
        `stamped in the same second as ${BATCH_ROWS - 1} others or more: perhaps one batch`,
      );
  }
  notes.push(...(await between(db, pack, relation, instants)));
  return notes;
}

/** What an auditor should know of reconsiderations that are about a case which the log does not hold. */
export function orphanNotes({ parent }: AuditPack, { rows, of }: Orphans): Note[] {
  if (!parent || rows === 0) return [];
  const says = `a ${parent.kind} without an earlier request of that case in the log: limits that follow its kind are indeterminate`;
  return [{ column: parent.column, rows, of, says }];
}

async function between(
  db: Database,
  pack: AuditPack,
  relation: string,
  instants: readonly string[],
): Promise<Note[]> {
  const notes: Note[] = [];
  const [first, ...others] = pack.duties;
  const decided = first?.stop.columns[0];
  if (!decided || !instants.includes(decided)) return notes;
  const [all = {}] = await db.rows(
    `SELECT COUNT(*) FILTER (${low(decided)} < ${NEVER_US}) AS n FROM (${relation}) q`,
  );
  const of = number(all, 'n');
  for (const column of new Set(others.flatMap(({ stop }) => stop.columns))) {
    if (!instants.includes(column) || column === decided) continue;
    const both = `${low(column)} < ${NEVER_US} AND ${low(decided)} < ${NEVER_US}`;
    const [row = {}] = await db.rows(
      `SELECT COUNT(*) FILTER (${both} AND ${low(column)} < ${low(decided)}) AS early, COUNT(*) FILTER (${both} AND ${low(column)} = ${low(decided)}) AS same FROM (${relation}) q`,
    );
    if (number(row, 'early') > 0)
      notes.push({
        column,
        rows: number(row, 'early'),
        of,
        says: `before ${decided}: a notification cannot precede its decision`,
      });
    if (number(row, 'same') > of * SHARE)
      notes.push({
        column,
        rows: number(row, 'same'),
        of,
        says: `the very same instant as ${decided}: perhaps copied`,
      });
  }
  if (instants.includes('recorded_at')) {
    const [row = {}] = await db.rows(
      `SELECT COUNT(*) FILTER (t_recorded_at < ${NEVER_US} AND ${low(decided)} < ${NEVER_US} AND t_recorded_at - ${low(decided)} > 86400000000) AS late FROM (${relation}) q`,
    );
    if (number(row, 'late') > 0)
      notes.push({
        column: decided,
        rows: number(row, 'late'),
        of,
        says: 'entered more than a day after the time that it states: perhaps dated back',
      });
  }
  return notes;
}
