import type { Expression, Sign } from './expression.ts';

const SIGNS: Readonly<Record<Exclude<Sign, '//'>, string>> = {
  OR: '||',
  AND: '&&',
  '=': '===',
  '<>': '!==',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '+': '+',
  '-': '-',
  '*': '*',
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
 * The JavaScript of a compiled column; `nameOf` says how a name is written. Values are whole numbers below 2^53.
 * A quotient is cut by `floor`, which is exact for microseconds of this century by days and minutes, since the
 * distance of their quotient from a whole number is larger than the error of a division.
 */
export function toJavaScript(expression: Expression, nameOf: (name: string) => string): string {
  const of = (inner: Expression): string => toJavaScript(inner, nameOf);
  switch (expression.is) {
    case 'number':
    case 'truth':
      return String(expression.value);
    case 'text':
      return JSON.stringify(expression.value);
    case 'name':
      return nameOf(expression.name);
    case 'not':
      return `!${of(expression.of)}`;
    case 'two': {
      const [left, right] = [of(expression.left), of(expression.right)];
      if (expression.sign === '//') return `Math.floor(${left} / ${right})`;
      return `(${left} ${SIGNS[expression.sign]} ${right})`;
    }
    case 'extreme':
      return extreme(expression.least, expression.of.map(of));
    case 'case': {
      const cases = expression.when.map(([test, value]) => `${of(test)} ? ${of(value)} : `);
      return `(${cases.join('')}${of(expression.otherwise)})`;
    }
  }
}
