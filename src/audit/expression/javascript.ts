import type { Comparison, Expression } from './tree.ts';

const SIGNS: Readonly<Record<Comparison, string>> = {
  '=': '===',
  '<>': '!==',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Of two values that are cheap to say twice, a comparison is quicker than a call. */
const isSimple = (javascript: string): boolean => /^[\w$.]+$/.test(javascript);

function extreme(least: boolean, values: readonly string[]): string {
  const [a = '0', b = '0'] = values;
  if (values.length === 2 && isSimple(a) && isSimple(b))
    return `(${a} ${least ? '<' : '>'} ${b} ? ${a} : ${b})`;
  return `Math.${least ? 'min' : 'max'}(${values.join(', ')})`;
}

/**
 * The JavaScript of an expression without texts; `nameOf` says how a column is written. Values are whole numbers below
 * 2^53. A quotient is cut by `floor`, which is exact for microseconds of this century by days and minutes, since the
 * distance of their quotient from a whole number is larger than the error of a division. Throws RangeError at a text,
 * which never leaves the database.
 */
export function toJavaScript(expression: Expression, nameOf: (name: string) => string): string {
  const of = (inner: Expression): string => toJavaScript(inner, nameOf);
  const joined = (parts: readonly string[], sign: string): string => `(${parts.join(` ${sign} `)})`;
  switch (expression.is) {
    case 'number':
      return `${expression.value}`;
    case 'column':
      return nameOf(expression.name);
    case 'holds':
      return nameOf(expression.column);
    case 'always':
      return 'true';
    case 'arithmetic': {
      const [left, right] = [of(expression.left), of(expression.right)];
      if (expression.sign === '//') return `Math.floor(${left} / ${right})`;
      return joined([left, right], expression.sign);
    }
    case 'compare':
      return joined([of(expression.left), of(expression.right)], SIGNS[expression.sign]);
    case 'extreme':
      return extreme(expression.least, expression.of.map(of));
    case 'choice': {
      const cases = expression.when.map(([test, value]) => `${of(test)} ? ${of(value)} : `);
      return `(${cases.join('')}${of(expression.otherwise)})`;
    }
    case 'among': {
      const own = of(expression.of);
      return joined(
        expression.numbers.map((number) => `${own} === ${number}`),
        '||',
      );
    }
    case 'not':
      return `!${of(expression.of)}`;
    case 'all':
      return joined(expression.of.map(of), '&&');
    case 'any':
      return joined(expression.of.map(of), '||');
    case 'word':
      throw new RangeError(`the text of ${expression.text} cannot leave the database`);
  }
}
