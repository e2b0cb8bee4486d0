import { rawText } from '../expression/columns.ts';
import { sqlOf } from '../expression/sql.ts';
import {
  asksWords,
  choose,
  column,
  columnsIn,
  compare,
  type Expression,
  isTest,
  type Test,
  type Value,
} from '../expression/tree.ts';
import { greatestOf, type Small } from './packing.ts';

/**
 * Whether an expression comes to the same for a text that is missing and an empty one: it asks nothing but whether
 * a text is one that is not empty.
 */
function isBlind(expression: Expression): boolean {
  switch (expression.is) {
    case 'number':
      return true;
    case 'word':
      return !expression.words.includes('');
    case 'all':
    case 'any':
      return expression.of.every(isBlind);
    case 'choice':
      return [...expression.when.flat(), expression.otherwise].every(isBlind);
    default:
      return false;
  }
}

const asksNothingElse = (expression: Expression): boolean =>
  asksWords(expression) && columnsIn(expression).length === 0;

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

  #given(value: Value, greatest: number): Value {
    const sql = sqlOf(value, isBlind(value) ? { textOf: rawText } : {});
    const known = this.#known.get(sql) ?? { name: `x_${this.#known.size}`, sql, size: greatest + 1 };
    this.#known.set(sql, known);
    return column(known.name);
  }

  /** An expression without texts. Throws RangeError where one makes more of a text than a choice. */
  without(expression: Expression): Expression {
    if (!asksWords(expression)) return expression;
    return isTest(expression) ? this.#test(expression) : this.#value(expression);
  }

  #test(test: Test): Test {
    if (asksNothingElse(test)) return compare(this.#given(choose([[test, 1]], 0), 1), '=', 1);
    switch (test.is) {
      case 'not':
        return { is: 'not', of: this.#test(test.of) };
      case 'all':
      case 'any':
        return { is: test.is, of: test.of.map((own) => this.#test(own)) };
      case 'compare':
        return { ...test, left: this.#value(test.left), right: this.#value(test.right) };
      case 'among':
        return { ...test, of: this.#value(test.of) };
      default:
        return test;
    }
  }

  #value(value: Value): Value {
    const greatest = asksNothingElse(value) ? greatestOf(value) : null;
    if (greatest !== null) return this.#given(value, greatest);
    switch (value.is) {
      case 'arithmetic':
        return { ...value, left: this.#value(value.left), right: this.#value(value.right) };
      case 'extreme':
        return { ...value, of: value.of.map((own) => this.#value(own)) };
      case 'choice':
        return {
          is: 'choice',
          when: value.when.map(([test, own]) => [this.#test(test), this.#value(own)] as const),
          otherwise: this.#value(value.otherwise),
        };
      default:
        return value;
    }
  }
}
