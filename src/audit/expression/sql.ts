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
export function sqlOf(expression: Expression, writing: Writing = {}): string {
  const { dialect = DUCKDB, textOf = text } = writing;
  const of = (inner: Expression): string => sqlOf(inner, writing);
  const listed = (test: Expression, negated: boolean): string | null => {
    if (test.is === 'word') return inList(textOf(test.text), test.words.map(quoted), negated);
    return test.is === 'among' ? inList(of(test.of), test.numbers.map(String), negated) : null;
  };
  switch (expression.is) {
    case 'number':
      return `${expression.value}`;
    case 'column':
      return expression.name;
    case 'holds':
      return expression.column;
    case 'always':
      return 'TRUE';
    case 'arithmetic': {
      const { sign, left, right } = expression;
      return `(${of(left)} ${sign === '//' ? dialect.quotient : sign} ${of(right)})`;
    }
    case 'extreme':
      return `${expression.least ? 'LEAST' : 'GREATEST'}(${expression.of.map(of).join(', ')})`;
    case 'choice': {
      const when = expression.when.map(([test, value]) => `WHEN ${of(test)} THEN ${of(value)}`);
      return `CASE ${when.join(' ')} ELSE ${of(expression.otherwise)} END`;
    }
    case 'compare':
      return `${of(expression.left)} ${expression.sign} ${of(expression.right)}`;
    case 'among':
    case 'word':
      return listed(expression, false) ?? '';
    case 'not':
      return listed(expression.of, true) ?? `NOT (${of(expression.of)})`;
    case 'all':
      return `(${expression.of.map(of).join(' AND ')})`;
    case 'any':
      return `(${expression.of.map(of).join(' OR ')})`;
  }
}
