import type { Audit } from './engine.ts';
import { safeCell } from './outputs.ts';
import { quoted } from './sql/dialect.ts';

/** The shape of a value: letters as `a`, digits as `9`, at most 40 characters. */
const shape = (sql: string): string =>
  `left(regexp_replace(regexp_replace(${sql}, '[0-9]', '9', 'g'), '[[:alpha:]]', 'a', 'g'), 40)`;

/**
 * The query for every problem of every rejected row, with file, line, column, value and reason. Values are
 * masked to their shape, unless the column is an instant, or everything is to be shown.
 */
export function rejectedSql(audit: Audit, unread: boolean, unmask: boolean): string {
  const shown = audit.pack.columns.map(({ name, type, values }) => {
    const written = audit.written(name);
    const value = written === null ? 'NULL' : `CAST(${written} AS VARCHAR)`;
    if (unmask) return `WHEN ${quoted(name)} THEN ${value}`;
    const open = type === 'instant' || values !== undefined || type === 'boolean';
    return `WHEN ${quoted(name)} THEN ${open && type === 'instant' ? `CASE WHEN regexp_full_match(${value}, '[-0-9T:.+Zz/ ]{1,40}') THEN ${value} ELSE ${shape(value)} END` : shape(value)}`;
  });
  const { relation, rowId, file, line } = audit.input;
  const rows = `SELECT ${file} AS file, CAST(${line} AS BIGINT) AS line, r.field AS "column", COALESCE(CASE r.field ${shown.join(' ')} END, '') AS value, r.reason FROM (SELECT *, ${rowId} AS own_id FROM ${relation}) s JOIN pp_rejected r ON r.row_id = s.own_id`;
  const torn = unread
    ? ' UNION ALL SELECT file, TRY_CAST(line AS BIGINT), field, value, reason FROM pp_unread'
    : '';
  return `SELECT ${safeCell('file')} AS file, line, "column", ${safeCell('value')} AS value, reason FROM (${rows}${torn}) q ORDER BY file, line, "column"`;
}
