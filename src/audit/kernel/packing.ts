import type { Value } from '../expression/tree.ts';

/** The greatest value of a choice between numbers that are not negative; null of all else. */
export function greatestOf(of: Value): number | null {
  if (of.is === 'number') return of.value;
  if (of.is !== 'choice') return null;
  const values = [...of.when.map(([, value]) => value), of.otherwise].map(greatestOf);
  return values.includes(null) ? null : Math.max(...values.map(Number));
}

/** A small whole number, from 0 to below a size, that the database gives. */
export type Small = { readonly name: string; readonly sql: string; readonly size: number };

/** A column that the database gives, and how each name is read from it; `of` is JavaScript of its number in a row. */
export type Input = {
  readonly sql: string;
  readonly names: readonly { readonly name: string; readonly read: (of: string) => string }[];
};

/** Shifts work on 32 bits, one of which is the sign. */
const BITS = 31;

/** Packs small numbers into few columns, since each column that is handed over costs time. */
export function packed(numbers: readonly Small[]): Input[] {
  const found: { terms: string[]; names: Input['names'][number][]; bits: number }[] = [];
  for (const { name, sql, size } of numbers) {
    const bits = Math.max(1, Math.ceil(Math.log2(size)));
    let last = found.at(-1);
    if (!last || last.bits + bits > BITS) {
      last = { terms: [], names: [], bits: 0 };
      found.push(last);
    }
    const { bits: shift } = last;
    last.terms.push(`${2 ** shift} * CAST(${sql} AS BIGINT)`);
    last.names.push({ name, read: (of) => `(((${of} | 0) >> ${shift}) & ${2 ** bits - 1})` });
    last.bits += bits;
  }
  return found.map(({ terms, names }) => ({ sql: terms.join(' + '), names }));
}
