/** What a check read or requires, as data. `null` is what was not there. */
export type Value = Scalar | Instant | Span | readonly Value[] | { readonly [name: string]: Value };
type Scalar = string | number | boolean | null;

/** An instant, in epoch ms; the report tells it in the zone of the plan. */
export type Instant = { readonly instant: number };
/** A length of time, in ms. */
export type Span = { readonly span: number };

/**
 * A demand that more than one value meets. `refused` is an HTTP status from 400 to 499, `accepted` one below 300;
 * `present` is anything but null, an empty text or an empty list. Bounds are inclusive.
 */
export type Demand =
  | { readonly demand: 'refused' | 'accepted' | 'present' | 'absent' }
  | { readonly demand: 'one-of'; readonly values: readonly Value[] }
  | { readonly demand: 'not'; readonly value: Value }
  | { readonly demand: 'at-least' | 'at-most'; readonly value: number | Instant | Span }
  | { readonly demand: 'between'; readonly low: number | Instant; readonly high: number | Instant }
  | { readonly demand: 'includes' | 'excludes'; readonly values: readonly Value[] }
  | { readonly demand: 'contains' | 'does-not-contain'; readonly text: string };

/** Named values: what was given, or what was observed. Names are lower camel case nouns, such as `answer` or `sentTo`. */
export type Values = { readonly [name: string]: Value };
/** What a rule requires of the observed values of the same names. */
export type Expected = { readonly [name: string]: Value | Demand };

export const instant = (ms: number): Instant => ({ instant: ms });
export const span = (ms: number): Span => ({ span: ms });
export const REFUSED: Demand = { demand: 'refused' };
export const ACCEPTED: Demand = { demand: 'accepted' };
export const PRESENT: Demand = { demand: 'present' };
export const ABSENT: Demand = { demand: 'absent' };
export const oneOf = (...values: readonly Value[]): Demand => ({ demand: 'one-of', values });
export const not = (value: Value): Demand => ({ demand: 'not', value });
export const atLeast = (value: number | Instant | Span): Demand => ({ demand: 'at-least', value });
export const atMost = (value: number | Instant | Span): Demand => ({ demand: 'at-most', value });
export const between = (low: number | Instant, high: number | Instant): Demand => ({
  demand: 'between',
  low,
  high,
});
export const includes = (...values: readonly Value[]): Demand => ({ demand: 'includes', values });
export const excludes = (...values: readonly Value[]): Demand => ({ demand: 'excludes', values });
export const contains = (text: string): Demand => ({ demand: 'contains', text });
export const doesNotContain = (text: string): Demand => ({ demand: 'does-not-contain', text });

/** A value as it went over the wire. What JSON does not know is told as nothing. */
export function asValue(sent: unknown): Value {
  if (typeof sent === 'string' || typeof sent === 'number' || typeof sent === 'boolean') return sent;
  if (Array.isArray(sent)) return sent.map(asValue);
  if (typeof sent !== 'object' || sent === null) return null;
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, asValue(value)]));
}

/** The name under which the entry at a path of the wire is told: `servicing.contact.phone` as `servicingContactPhone`. */
export const nameOfPath = (path: string): string =>
  path.replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
