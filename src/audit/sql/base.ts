import { NEVER_US } from '../day-table.ts';
import { high, low, PARENT_RECEIVED, rawText, text } from '../expression/columns.ts';
import { sqlOf } from '../expression/sql.ts';
import { all, column, compare, not } from '../expression/tree.ts';
import type { AuditPack, Condition } from '../pack/model.ts';
import { conditionTest, kindOf } from './conditions.ts';

/** How a column of the pack reads in the source: SQL of its text, or of the ends of its instant in microseconds. */
export type Source = {
  /** A relation to select from, such as a table or a call that reads files. */
  readonly relation: string;
  readonly rowId: string;
  readonly text: (column: string) => string | null;
  readonly instant: (column: string) => { readonly low: string; readonly high: string } | null;
  /** Whether every instant is one instant, not a day or a minute. */
  readonly exact: boolean;
  /** Whether the source has reconsiderations, whose parents have to be looked for. */
  readonly parents: boolean;
};

/** The base columns that the log itself gives. */
export function plainColumns(pack: AuditPack, exact: boolean): string[] {
  const instants = pack.columns.filter(({ type }) => type === 'instant').map(({ name }) => name);
  const texts = pack.columns.filter(({ type }) => type !== 'instant').map(({ name }) => text(name));
  return [...texts, ...instants.map(low), ...(exact ? [] : instants.map(high))];
}

/** Columns that tell of acts: what lies after the end of the log has not happened yet. Plans may lie ahead. */
export const actsOf = (pack: AuditPack): ReadonlySet<string> =>
  new Set([...pack.duties.flatMap(({ stop }) => stop.columns), ...(pack.closed ? [pack.closed.column] : [])]);

/** Texts and instants of the source under their base names. Acts after `until` are left out. */
export function plainSql(pack: AuditPack, source: Source, until: number, where = ''): string {
  const inner = [`${source.rowId} AS row_id`];
  const masks = new Map<string, Condition>();
  for (const { name, type, counts } of pack.columns) {
    if (type !== 'instant') {
      const sql = source.text(name);
      inner.push(`${sql === null ? "''" : `COALESCE(${sql}, '')`} AS ${text(name)}`);
      inner.push(`${sql ?? "''"} AS ${rawText(name)}`);
      continue;
    }
    const ends = source.instant(name);
    if (counts) masks.set(name, counts);
    inner.push(`${ends ? ends.low : 'NULL'} AS raw_${low(name)}`);
    if (!source.exact) inner.push(`${ends ? ends.high : 'NULL'} AS raw_${high(name)}`);
  }
  const acts = actsOf(pack);
  const outer = pack.columns.flatMap(({ name, type }) => {
    if (type !== 'instant') return [text(name), rawText(name)];
    const raw = `raw_${low(name)}`;
    const last = acts.has(name) ? until : NEVER_US - 1;
    const counts = conditionTest(pack, masks.get(name) ?? [], source.exact);
    const holds = sqlOf(all(compare(column(raw), '<=', last), counts));
    const lowSql = `CASE WHEN ${holds} THEN ${raw} ELSE ${NEVER_US} END AS ${low(name)}`;
    if (source.exact) return [lowSql];
    return [lowSql, `CASE WHEN ${holds} THEN raw_${high(name)} ELSE ${NEVER_US} END AS ${high(name)}`];
  });
  const from = `SELECT ${inner.join(', ')} FROM ${source.relation}${where === '' ? '' : ` WHERE ${where}`}`;
  return `SELECT row_id, ${outer.join(', ')} FROM (${from}) r`;
}

/** The plain columns with the kind of the row. */
export const kindedSql = (pack: AuditPack, source: Source, until: number, where = ''): string =>
  `SELECT k.*, ${sqlOf(kindOf(pack, source.exact))} AS kind FROM (${plainSql(pack, source, until, where)}) k`;

/** What is known of the case that is reconsidered, by base column, over `pp_parent` as m. */
export const PARENT_COLUMNS: ReadonlyMap<string, string> = new Map([
  ['parent_kind', 'COALESCE(m.parent_kind, 0)'],
  [low(PARENT_RECEIVED), `COALESCE(m.parent_low, ${NEVER_US})`],
  [high(PARENT_RECEIVED), `COALESCE(m.parent_high, ${NEVER_US})`],
]);
const parentColumns = (exact: boolean): string =>
  [...PARENT_COLUMNS]
    .filter(([name]) => !exact || name !== high(PARENT_RECEIVED))
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(', ');

/** The base relation of a compiled query, with what is known of the case that is reconsidered. */
export function baseSql(pack: AuditPack, source: Source, until: number, where = ''): string {
  const own = plainSql(pack, source, until, where);
  if (!pack.parent || !source.parents) {
    const none = `0 AS parent_kind, ${NEVER_US} AS ${low(PARENT_RECEIVED)}`;
    return `SELECT b.*, ${none}${source.exact ? '' : `, ${NEVER_US} AS ${high(PARENT_RECEIVED)}`} FROM (${own}) b`;
  }
  return `SELECT b.*, ${parentColumns(source.exact)} FROM (${own}) b LEFT JOIN pp_parent m ON m.row_id = b.row_id`;
}

/**
 * The statement that finds what each reconsideration is about: of the decisions of its parent case that
 * came in before it and are none themselves, the last. Only rows of cases that are asked for are looked at.
 */
export function parentSql(pack: AuditPack, source: Source, until: number, temporary: string): string {
  const { parent } = pack;
  if (!parent) return '';
  const own = pack.kinds.findIndex(({ name }) => name === parent.kind);
  const tests = pack.kinds.slice(0, own + 1).map(({ when }) => conditionTest(pack, when, source.exact));
  const asks = sqlOf(all(...tests.map((test, place) => (place === own ? test : not(test)))));
  const received = low(pack.received);
  const caseOf = source.text(pack.key.case) ?? "''";
  const others = plainSql(pack, source, until, `${caseOf} IN (SELECT asked FROM child)`);
  return `CREATE ${temporary} pp_parent AS
WITH child AS MATERIALIZED (
  SELECT row_id AS child_id, ${text(parent.column)} AS asked, ${received} AS came FROM (${plainSql(pack, source, until)}) a WHERE ${asks}
), other AS MATERIALIZED (
  ${others}
)
SELECT row_id, parent_kind, parent_low, parent_high FROM (
  SELECT c.child_id AS row_id, o.kind AS parent_kind, o.${received} AS parent_low, o.${source.exact ? received : high(pack.received)} AS parent_high,
    ROW_NUMBER() OVER (PARTITION BY c.child_id ORDER BY o.${received} DESC, o.row_id DESC) AS place
  FROM child c
  JOIN (SELECT * FROM (SELECT k.*, ${sqlOf(kindOf(pack, source.exact))} AS kind FROM other k) a WHERE kind <> ${own + 1}) o
    ON o.${text(pack.key.case)} = c.asked AND o.${received} <= c.came
) w WHERE place = 1`;
}
