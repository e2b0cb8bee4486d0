import type { Audit } from './engine.ts';
import type { Compiled } from './sql/compile.ts';
import { POSTGRES } from './sql/dialect.ts';
import { compileFindings } from './sql/findings.ts';

/** Databases whose SQL an audit can be printed in. */
export const SQL_DIALECTS = ['duckdb', 'postgres'] as const;
export type SqlDialect = (typeof SQL_DIALECTS)[number];

const statementsOf = ({ setUp, query }: Compiled): string[] =>
  [...setUp.flatMap(({ statements }) => statements), query].map((sql) => `${sql};`);

/** The SQL of every finding as lines, with the statements that make the tables it joins. */
export function printedSql(audit: Audit, dialect: SqlDialect): string[] {
  const question = audit.question();
  if (dialect === 'duckdb') return statementsOf(compileFindings(question));
  const named = (column: string): string => `"${column}"`;
  const source = {
    relation: 'determinations',
    rowId: 'row_id',
    text: (column: string) => named(column),
    instant: (column: string) => ({
      low: POSTGRES.microseconds(named(column)),
      high: POSTGRES.microseconds(named(column)),
    }),
    exact: true,
    parents: audit.pack.parent !== undefined,
  };
  const compiled = compileFindings({ ...question, source, dialect: POSTGRES, where: '' });
  const expects =
    '-- Expects a table determinations with the columns of the pack, timestamptz for instants, and a row_id.';
  return [expects, ...statementsOf(compiled)];
}
