import { type Dialect, DUCKDB, quoted } from '../sql/dialect.ts';
import { text } from './columns.ts';
import type { Expression } from './tree.ts';

/** How an expression is written: for which database, and what the column of a text is called. */
export type Writing = { readonly dialect?: Dialect; readonly textOf?: (column: string) => string };

/** Whether a value is one of a list, or none of it. */
function inList(own: string, list: readonly string[], negated: boolean): string {
  if (list.length === 1) return `${own} ${negated ? '<>' : '='} ${list[0]}`;
  return `${own} ${negated ? 'NOT IN' : 'IN'} (${list.join(', ')})`;
}

/** The SQL of an expression, which can stand within any other: what binds weakly has parentheses of its own. */
export function sqlOf(expression: Expression, { dialect = DUCKDB, textOf = text }: Writing = {}): string {
  const list = (of: readonly Expression[], between: string): string => of.map(print).join(between);
  const listed = (test: Expression, negated: boolean): string | null => {
    if (test.is === 'word') return inList(textOf(test.text), test.words.map(quoted), negated);
    return test.is === 'among' ? inList(print(test.of), test.numbers.map(String), negated) : null;
  };
  function print(of: Expression): string {
    switch (of.is) {
      case 'number':
        return `${of.value}`;
      case 'column':
        return of.name;
      case 'holds':
        return of.column;
      case 'always':
        return 'TRUE';
      case 'arithmetic':
        return `(${print(of.left)} ${of.sign === '//' ? dialect.quotient : of.sign} ${print(of.right)})`;
      case 'extreme':
        return `${of.least ? 'LEAST' : 'GREATEST'}(${list(of.of, ', ')})`;
      case 'choice': {
        const when = of.when.map(([test, value]) => `WHEN ${print(test)} THEN ${print(value)}`);
        return `CASE ${when.join(' ')} ELSE ${print(of.otherwise)} END`;
      }
      case 'compare':
        return `${print(of.left)} ${of.sign} ${print(of.right)}`;
      case 'among':
      case 'word':
        return listed(of, false) ?? '';
      case 'not':
        return listed(of.of, true) ?? `NOT (${print(of.of)})`;
      case 'all':
        return `(${list(of.of, ' AND ')})`;
      case 'any':
        return `(${list(of.of, ' OR ')})`;
    }
  }
  return print(expression);
}
