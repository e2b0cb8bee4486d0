import { NEVER_US } from '../day-table.ts';
import { high, low, PARENT_RECEIVED } from '../expression/columns.ts';
import { PARENT_COLUMNS } from '../sql/base.ts';
import type { Question } from '../sql/compile.ts';

/** What a kernel reads of a log, for a query: its columns, the relation that has them, and which row each is. */
export type Intake = { readonly columns: readonly string[]; readonly from: string; readonly rowId: string };

/** Columns that the log lacks, which are the same in every row. */
export function constantsOf({ pack, source, rows }: Question): Map<string, number> {
  const parents = source.parents && rows !== 'ordinary';
  const lacking = pack.columns.filter(
    ({ name, type }) => type === 'instant' && source.instant(name) === null,
  );
  const never = [...lacking.map(({ name }) => name), ...(parents ? [] : [PARENT_RECEIVED])];
  const constants = new Map(
    never.flatMap((name) => [[low(name), NEVER_US] as const, [high(name), NEVER_US] as const]),
  );
  if (!parents) constants.set('parent_kind', 0);
  return constants;
}

/**
 * Columns of a relation called b with what is known of parents, which is joined last, when the rows are as narrow as can be.
 * `kept` are base columns that the relation keeps beside them, under their names.
 */
export function withParents(inputs: readonly string[], from: string, kept: readonly string[] = []): Intake {
  const own = inputs.filter((sql) => !PARENT_COLUMNS.has(sql));
  if (own.length === inputs.length) return { columns: inputs, from, rowId: 'b.row_id' };
  const inner = ['row_id', ...kept, ...own.map((sql, place) => `${sql} AS q${place}`)];
  const columns = inputs.map((sql) => PARENT_COLUMNS.get(sql) ?? `q${own.indexOf(sql)}`);
  return {
    columns,
    from: `(SELECT ${inner.join(', ')} FROM ${from}) q LEFT JOIN pp_parent m ON m.row_id = q.row_id`,
    rowId: 'q.row_id',
  };
}

/** A call of a function of a list of numbers that the database knows. */
export const callOf = (name: string, columns: readonly string[]): string =>
  `${name}(list_value(${columns.map((sql) => `CAST(${sql} AS DOUBLE)`).join(', ')}))`;
