import { rawText } from '../sql/base.ts';
import { quoted } from '../sql/dialect.ts';
import { type Expression, namesIn } from './expression.ts';
import { greatestOf, type Small } from './packing.ts';

const isText = (name: string): boolean => name.startsWith('s_');

/** The SQL of an expression again; `nameOf` says how a name is written. */
function toSql(expression: Expression, nameOf: (name: string) => string): string {
  const of = (inner: Expression): string => toSql(inner, nameOf);
  switch (expression.is) {
    case 'number':
      return String(expression.value);
    case 'truth':
      return expression.value ? 'TRUE' : 'FALSE';
    case 'text':
      return quoted(expression.value);
    case 'name':
      return nameOf(expression.name);
    case 'not':
      return `(NOT ${of(expression.of)})`;
    case 'two':
      return `(${of(expression.left)} ${expression.sign} ${of(expression.right)})`;
    case 'extreme':
      return `${expression.least ? 'LEAST' : 'GREATEST'}(${expression.of.map(of).join(', ')})`;
    case 'case': {
      const when = expression.when.map(([test, value]) => `WHEN ${of(test)} THEN ${of(value)}`);
      return `(CASE ${when.join(' ')} ELSE ${of(expression.otherwise)} END)`;
    }
  }
}

/**
 * Whether an expression comes to the same for a text that is missing and an empty one: it asks nothing but whether
 * a text is one that is not empty.
 */
function isBlind(expression: Expression): boolean {
  switch (expression.is) {
    case 'number':
      return true;
    case 'two': {
      const { sign, left, right } = expression;
      if (sign === '=') return left.is === 'name' && right.is === 'text' && right.value !== '';
      return ['AND', 'OR'].includes(sign) && isBlind(left) && isBlind(right);
    }
    case 'case':
      return expression.when.flat().every(isBlind) && isBlind(expression.otherwise);
    default:
      return false;
  }
}

const isTest = (expression: Expression): boolean =>
  expression.is === 'not' || (expression.is === 'two' && !['+', '-', '*', '//'].includes(expression.sign));
/**
 * Takes the parts of expressions that look at texts out of them, as small numbers which the database gives: texts never
 * leave it, and nothing that is written in a log or a pack becomes part of a program.
 */
export class Texts {
  readonly #known = new Map<string, Small>();

  /** The numbers that the database has to give. */
  get columns(): Small[] {
    return [...this.#known.values()];
  }

  #column(expression: Expression): Expression {
    const test = isTest(expression);
    const raw = isBlind(expression);
    const own = toSql(expression, (name) => (raw ? rawText(name.slice('s_'.length)) : name));
    const sql = test ? `CASE WHEN ${own} THEN 1 ELSE 0 END` : own;
    const greatest = test ? 1 : greatestOf(expression);
    if (greatest === null)
      throw new RangeError(`a compiled column makes more of a text than a choice: ${sql}`);
    const known = this.#known.get(sql) ?? { name: `x_${this.#known.size}`, sql, size: greatest + 1 };
    this.#known.set(sql, known);
    const column: Expression = { is: 'name', name: known.name };
    return test ? { is: 'two', sign: '=', left: column, right: { is: 'number', value: 1 } } : column;
  }

  without(expression: Expression): Expression {
    const names = namesIn(expression);
    if (!names.some(isText)) return expression;
    if (names.every(isText) && (isTest(expression) || greatestOf(expression) !== null))
      return this.#column(expression);
    const of = (inner: Expression): Expression => this.without(inner);
    switch (expression.is) {
      case 'not':
        return { is: 'not', of: of(expression.of) };
      case 'two':
        return { ...expression, left: of(expression.left), right: of(expression.right) };
      case 'extreme':
        return { ...expression, of: expression.of.map(of) };
      case 'case':
        return {
          is: 'case',
          when: expression.when.map(([test, value]) => [of(test), of(value)] as const),
          otherwise: of(expression.otherwise),
        };
      default:
        throw new RangeError(
          `a compiled column makes more of a text than a choice: ${JSON.stringify(expression)}`,
        );
    }
  }
}
