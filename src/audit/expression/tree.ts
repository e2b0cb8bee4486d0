import { NEVER_US } from '../day-table.ts';

export type Sign = '+' | '-' | '*' | '//';
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A column of whole numbers, of the log or of a plan. */
export type Column = { readonly is: 'column'; readonly name: string };

/** What comes to a whole number. `//` is the whole part of a quotient of numbers that are not negative. */
export type Value =
  | { readonly is: 'number'; readonly value: number }
  | Column
  | { readonly is: 'arithmetic'; readonly sign: Sign; readonly left: Value; readonly right: Value }
  | { readonly is: 'extreme'; readonly least: boolean; readonly of: readonly Value[] }
  | { readonly is: 'choice'; readonly when: readonly When[]; readonly otherwise: Value };
export type When = readonly [test: Test, value: Value];

/** What holds or does not. A text is only ever asked whether it is one of some words. */
export type Test =
  | { readonly is: 'always' }
  | { readonly is: 'holds'; readonly column: string }
  | { readonly is: 'compare'; readonly sign: Comparison; readonly left: Value; readonly right: Value }
  | { readonly is: 'among'; readonly of: Value; readonly numbers: readonly number[] }
  | { readonly is: 'word'; readonly text: string; readonly words: readonly string[] }
  | { readonly is: 'not'; readonly of: Test }
  | { readonly is: 'all' | 'any'; readonly of: readonly Test[] };

/** What the audit's columns are compiled to; `sql.ts` and `javascript.ts` print it. */
export type Expression = Value | Test;

type Given = Value | number;
const value = (given: Given): Value => (typeof given === 'number' ? { is: 'number', value: given } : given);
const arithmetic =
  (sign: Sign) =>
  (left: Given, right: Given): Value => ({ is: 'arithmetic', sign, left: value(left), right: value(right) });
const extreme = (least: boolean, of: readonly Given[]): Value => {
  const [first, ...more] = of.map(value);
  if (!first) throw new RangeError('there is no least and no greatest of nothing');
  return more.length === 0 ? first : { is: 'extreme', least, of: [first, ...more] };
};

export const column = (name: string): Column => ({ is: 'column', name });
export const plus = arithmetic('+');
export const minus = arithmetic('-');
export const times = arithmetic('*');
export const over = arithmetic('//');
export const least = (...of: readonly Given[]): Value => extreme(true, of);
export const greatest = (...of: readonly Given[]): Value => extreme(false, of);

/** The value of the first test that holds. */
export function choose(when: readonly (readonly [Test, Given])[], otherwise: Given): Value {
  if (when.length === 0) return value(otherwise);
  const cases = when.map(([test, own]): When => [test, value(own)]);
  return { is: 'choice', when: cases, otherwise: value(otherwise) };
}

/** What changes at thresholds, in balanced steps: each part holds until its own threshold, the last for ever. */
export function balanced<T>(
  parts: readonly { readonly value: T; readonly until: number }[],
  step: (threshold: number, below: T, above: T) => T,
): T {
  const middle = (parts.length - 1) >> 1;
  const last = parts[middle];
  if (!last) throw new RangeError('nothing holds before the first threshold');
  if (parts.length === 1) return last.value;
  const [below, above] = [parts.slice(0, middle + 1), parts.slice(middle + 1)];
  return step(last.until, balanced(below, step), balanced(above, step));
}

export const ALWAYS: Test = { is: 'always' };
export const holds = (name: string): Test => ({ is: 'holds', column: name });
export const compare = (left: Given, sign: Comparison, right: Given): Test => ({
  is: 'compare',
  sign,
  left: value(left),
  right: value(right),
});
/** Whether a value is one of some numbers. */
export const among = (of: Value, numbers: readonly number[]): Test =>
  numbers.length === 1 && numbers[0] !== undefined
    ? compare(of, '=', numbers[0])
    : { is: 'among', of, numbers };
/** Whether the text in a column of the pack is one of some words; the empty one stands for none. */
export const word = (text: string, words: readonly string[]): Test => ({ is: 'word', text, words });
const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};
export function not(of: Test): Test {
  if (of.is === 'compare') return { ...of, sign: OPPOSITE[of.sign] };
  return of.is === 'not' ? of.of : { is: 'not', of };
}

/** Tests of which all, or any, have to hold, without those that are part of the same. */
const joined = (is: 'all' | 'any', of: readonly Test[]): Test => {
  const parts = of.flatMap((test) => (test.is === is ? test.of : [test]));
  const [first, ...more] = parts;
  if (first && more.length === 0) return first;
  return { is, of: parts };
};
export function all(...of: readonly Test[]): Test {
  const parts = of.filter(({ is }) => is !== 'always');
  return parts.length === 0 ? ALWAYS : joined('all', parts);
}
/** Of no tests at all, none holds; it is not asked for. */
export function any(...of: readonly Test[]): Test {
  if (of.length === 0) throw new RangeError('of no tests none can hold');
  return of.some(({ is }) => is === 'always') ? ALWAYS : joined('any', of);
}

/** Stands for an instant or limit that never comes. */
export const NEVER: Value = value(NEVER_US);
export const isNever = (of: Value): boolean => of.is === 'number' && of.value === NEVER_US;
/** Whether an instant comes. */
export const comes = (of: Given): Test => compare(of, '<', NEVER);

/** What tells an expression from every other; two that are made alike are one. */
export const keyOf = (expression: Expression): string => JSON.stringify(expression);

const partsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.is) {
    case 'arithmetic':
    case 'compare':
      return [expression.left, expression.right];
    case 'choice':
      return [...expression.when.flat(), expression.otherwise];
    case 'not':
      return [expression.of];
    // It is asked for each of the numbers.
    case 'among':
      return expression.numbers.map(() => expression.of);
    case 'extreme':
    case 'all':
    case 'any':
      return expression.of;
    default:
      return [];
  }
};

/** Every column in an expression, as often as it is read. */
export function columnsIn(expression: Expression): string[] {
  if (expression.is === 'column') return [expression.name];
  if (expression.is === 'holds') return [expression.column];
  return partsOf(expression).flatMap(columnsIn);
}

/** Whether an expression asks for a text. */
export const asksWords = (expression: Expression): boolean =>
  expression.is === 'word' || partsOf(expression).some(asksWords);

/** Whether an expression is a test. */
export const isTest = (expression: Expression): expression is Test =>
  !['number', 'column', 'arithmetic', 'extreme', 'choice'].includes(expression.is);
