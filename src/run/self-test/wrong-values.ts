import type { FigureValue } from '../../rulebook/index.ts';

type Scalar = string | number | boolean;
type Part = Scalar | readonly string[];

/** One wrong value in place of a right one, and how it differs, such as `one-more` or `miles-one-less`. */
export type WrongValue<V> = { readonly name: string; readonly value: V };

const TIME = /^\d{2}:\d{2}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A local time some minutes later; past midnight it begins anew. */
function later(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const at = (hours * 60 + rest + minutes + 1440) % 1440;
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A text that differs in its last digit, or in its first letter where it has none. */
function misspelled(text: string): string {
  const place = text.search(/\d\D*$/);
  if (place === -1) return `${text.startsWith('x') ? 'y' : 'x'}${text.slice(1)}`;
  return `${text.slice(0, place)}${(Number(text[place]) + 1) % 10}${text.slice(place + 1)}`;
}

function wrongText(text: string): readonly WrongValue<string>[] {
  if (TIME.test(text))
    return [
      { name: 'a-minute-later', value: later(text, 1) },
      { name: 'a-minute-earlier', value: later(text, -1) },
    ];
  if (DATE.test(text))
    return [
      { name: 'a-day-later', value: dayAfter(text, 1) },
      { name: 'a-day-earlier', value: dayAfter(text, -1) },
    ];
  if (/^\d+$/.test(text))
    return wrongNumber(Number(text)).map(({ name, value }) => ({
      name,
      value: String(value).padStart(text.length, '0'),
    }));
  return [{ name: 'misspelled', value: misspelled(text) }];
}

const wrongNumber = (count: number): readonly WrongValue<number>[] => [
  { name: 'one-more', value: count + 1 },
  ...(count > 0 ? [{ name: 'one-less', value: count - 1 }] : []),
];

function wrongScalar(value: Scalar): readonly WrongValue<Scalar>[] {
  if (typeof value === 'boolean') return [{ name: 'the-contrary', value: !value }];
  return typeof value === 'number' ? wrongNumber(value) : wrongText(value);
}

/** Whether one value of a list can be a step off; of a list of words, each can only be missing. */
const hasSteps = (value: Scalar): boolean =>
  typeof value !== 'string' || TIME.test(value) || DATE.test(value) || /^\d+$/.test(value);

function wrongList<T extends Scalar>(list: readonly T[]): readonly WrongValue<readonly T[]>[] {
  const without = list.map((value, at) => ({
    name: `without-${at + 1}-${String(value).replaceAll(':', '')}`,
    value: list.filter((_one, place) => place !== at),
  }));
  const off = list.filter(hasSteps).flatMap((value, at) =>
    wrongScalar(value).map((wrong) => ({
      name: `${at + 1}-${wrong.name}`,
      value: list.map((one, place) => (place === at ? (wrong.value as T) : one)),
    })),
  );
  return [...(list.length > 1 ? without : []), ...off];
}

const isList = (value: unknown): value is readonly Scalar[] => Array.isArray(value);

const wrongPart = (value: Part): readonly WrongValue<Part>[] =>
  isList(value) ? (wrongList(value) as readonly WrongValue<Part>[]) : wrongScalar(value);

/**
 * Every value that differs from a right one by one step, or by one thing that is missing: a number or its last digit
 * by one, a local time by a minute, a date by a day, a list by one of its values, a record by one of its parts.
 */
export function wrongValuesOf(value: FigureValue): readonly WrongValue<FigureValue>[] {
  if (typeof value !== 'object' || isList(value))
    return wrongPart(value as Part) as readonly WrongValue<FigureValue>[];
  return Object.entries(value).flatMap(([part, inner]) =>
    wrongPart(inner).map((wrong) => ({
      name: `${part}-${wrong.name}`,
      value: { ...value, [part]: wrong.value } as FigureValue,
    })),
  );
}
