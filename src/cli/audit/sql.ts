import { type Audit, compileFindings, POSTGRES } from '../../audit/index.ts';
import { ConfigError } from '../shared/config-error.ts';

/** Prints the SQL of every finding, with the statements that make the tables it joins. */
export function printSql(audit: Audit, dialect: string, print: (line: string) => void): void {
  if (dialect !== 'duckdb' && dialect !== 'postgres')
    throw new ConfigError(`--sql ${dialect}: there are duckdb and postgres`);
  const question = audit.question();
  if (dialect === 'duckdb') {
    const { setUp, query } = compileFindings(question);
    for (const sql of [...setUp, query]) print(`${sql};`);
    return;
  }
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
  const { setUp, query } = compileFindings({ ...question, source, dialect: POSTGRES, where: '' });
  print(
    '-- Expects a table determinations with the columns of the pack, timestamptz for instants, and a row_id.',
  );
  for (const sql of [...setUp, query]) print(`${sql};`);
}
