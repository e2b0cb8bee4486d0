import type { Database } from './duckdb.ts';
import type { AuditPack } from './pack/model.ts';
import { actsOf, kindedSql, parentSql, type Source } from './sql/base.ts';
import { columnsOf, kindNumber } from './sql/conditions.ts';
import { DUCKDB } from './sql/dialect.ts';

/** Rows that are about another case, and those of them of which the log does not hold it. */
export type Orphans = { readonly rows: number; readonly of: number };

/** Whether what a row is about can change with the end of the log, after which no act has happened. */
export function followsEnd(pack: AuditPack): boolean {
  const { kinds, received } = pack;
  const acts = actsOf(pack);
  return [received, ...kinds.flatMap(({ when }) => columnsOf(when))].some((name) => acts.has(name));
}

/** Leaves what each reconsideration is about in `pp_parent`; it is looked for among all rows, rejected ones too. */
export async function findParents(
  db: Database,
  pack: AuditPack,
  source: Source,
  until: number,
): Promise<void> {
  await db.run(`DROP TABLE IF EXISTS pp_parent; ${parentSql(pack, source, until, DUCKDB.temporary)}`);
}

/** Counts the reconsiderations of which `pp_parent` does not know what they are about. */
export async function countOrphans(
  db: Database,
  pack: AuditPack,
  source: Source,
  until: number,
): Promise<Orphans> {
  if (!pack.parent || !source.parents) return { rows: 0, of: 0 };
  const asking = `SELECT row_id FROM (${kindedSql(pack, source, until)}) k WHERE kind = ${kindNumber(pack, pack.parent.kind)}`;
  const [found] = await db.rows(
    `SELECT COUNT(*) AS n, COUNT(*) FILTER (m.row_id IS NULL) AS alone FROM (${asking}) c LEFT JOIN pp_parent m ON m.row_id = c.row_id`,
  );
  return { rows: Number(found?.alone ?? 0), of: Number(found?.n ?? 0) };
}
