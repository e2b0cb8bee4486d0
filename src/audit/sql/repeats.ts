import { text } from '../expression/columns.ts';
import type { AuditPack } from '../pack/model.ts';
import { plainColumns, plainSql, type Source } from './base.ts';

/**
 * Statements that leave the rows whose key another row has in `pp_repeat (row_id, first_id, same)`: of rows that are
 * alike in every column the first stays; of rows that contradict each other none can be judged. Keys are
 * first looked for by their hash, in parts, so that memory stays small.
 */
export function repeatStatements(
  pack: AuditPack,
  source: Source,
  hash: string,
  parts: number,
  never: number,
): string[] {
  const made = ['CREATE OR REPLACE TEMP TABLE pp_twice (h UBIGINT)'];
  for (let part = 0; part < parts; part += 1) {
    const only = parts === 1 ? '' : ` WHERE h % ${parts} = ${part}`;
    made.push(
      `INSERT INTO pp_twice SELECT h FROM (SELECT ${hash} AS h FROM ${source.relation})${only} GROUP BY h HAVING COUNT(*) > 1`,
    );
  }
  const plain = plainSql(pack, source, never, `${hash} IN (SELECT h FROM pp_twice)`);
  const number = pack.key.number ? `COALESCE(TRY_CAST(${text(pack.key.number)} AS INTEGER), 1)` : '1';
  const all = plainColumns(pack, source.exact).filter((column) => column !== text(pack.key.number ?? ''));
  made.push(
    `CREATE OR REPLACE TEMP TABLE pp_repeat AS
SELECT row_id, first_id, alike = 1 AS same FROM (
  SELECT row_id, COUNT(*) OVER k AS n, MIN(row_id) OVER k AS first_id, COUNT(DISTINCT digest) OVER (PARTITION BY own, number) AS alike
  FROM (SELECT row_id, ${text(pack.key.case)} AS own, ${number} AS number, CONCAT_WS('|', ${all.map((column) => `CAST(${column} AS VARCHAR)`).join(', ')}) AS digest FROM (${plain}) t) u
  WHERE own <> ''
  WINDOW k AS (PARTITION BY own, number)
) v WHERE n > 1 AND NOT (alike = 1 AND row_id = first_id)`,
  );
  return made;
}
