import { z } from 'zod';
import { dateWords, instantWords, spanWords } from './dates.ts';

/** A value as results carry it: a scalar, a list, a record, an instant (epoch ms) or a span (ms). */
export type ReportValue =
  | string
  | number
  | boolean
  | null
  | readonly ReportValue[]
  | { readonly [name: string]: ReportValue };

export const reportValue: z.ZodType<ReportValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(reportValue),
    z.record(z.string(), reportValue),
  ]),
);

/** Named values of a finding: what was given, expected or observed. */
export const reportValues = z.record(z.string(), reportValue);
export type ReportValues = z.infer<typeof reportValues>;

/** A finding as far as its words go. */
export type Worded = {
  readonly given: ReportValues;
  readonly expected: ReportValues;
  readonly observed: ReportValues;
};

/** Names whose words are not their parts. */
const LABELS: Readonly<Record<string, string>> = {
  answer: 'HTTP status',
  pcp: 'PCP',
  npi: 'NPI',
  phi: 'PHI',
  sha256: 'SHA-256',
};

/** The label of a name in lower camel case: `sentTo` is told as `sent to`. */
export const labelOf = (name: string): string =>
  LABELS[name] ??
  name.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');

type Fields = { readonly [name: string]: ReportValue };

const isFields = (value: ReportValue): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const number = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) >= 10_000 ? value.toLocaleString('en-US') : String(value);

/** A value in words, its instants in a zone by IANA name. */
export function valueWords(value: ReportValue | undefined, zone: string): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return value === '' ? 'empty' : dateWords(value);
  if (!isFields(value))
    return value.length === 0 ? 'none' : value.map((one) => valueWords(one, zone)).join(', ');
  const { instant, span } = value;
  if (typeof instant === 'number') return instantWords(instant, zone);
  if (typeof span === 'number') return spanWords(span);
  const inner = Object.entries(value).map(([name, one]) => `${labelOf(name)} ${valueWords(one, zone)}`);
  return inner.length === 0 ? 'none' : `(${inner.join('; ')})`;
}

const isInstant = (value: ReportValue | undefined): boolean =>
  value !== undefined && isFields(value) && typeof value.instant === 'number';

/** A demand in words, for each word of the grammar of expected values. */
function demandWords(demand: Fields, zone: string): string {
  const words = (value: ReportValue | undefined): string => valueWords(value, zone);
  const each = Array.isArray(demand.values) ? demand.values.map(words).join(', ') : '';
  switch (demand.demand) {
    case 'refused':
      return 'refused (4xx)';
    case 'accepted':
      return 'accepted (2xx)';
    case 'present':
      return 'present';
    case 'absent':
      return 'none';
    case 'one-of':
      return `one of ${each}`;
    case 'not':
      return `anything but ${words(demand.value)}`;
    case 'at-least':
      return isInstant(demand.value) ? `${words(demand.value)} or later` : `at least ${words(demand.value)}`;
    case 'at-most':
      return isInstant(demand.value) ? `by ${words(demand.value)}` : `at most ${words(demand.value)}`;
    case 'between':
      return `from ${words(demand.low)} to ${words(demand.high)}`;
    case 'includes':
      return `including ${each}`;
    case 'excludes':
      return `without ${each}`;
    case 'contains':
      return `containing “${words(demand.text)}”`;
    case 'does-not-contain':
      return `not containing “${words(demand.text)}”`;
    default:
      return words(demand);
  }
}

/** What was expected and observed under one name, in words; empty where a side has no such value. */
export type ComparisonRow = { readonly label: string; readonly expected: string; readonly observed: string };

const worded = (value: ReportValue, zone: string): string =>
  isFields(value) && typeof value.demand === 'string' ? demandWords(value, zone) : valueWords(value, zone);

/** A finding as a table: a row for each name, what the rule names first, then what was observed beside it. */
export function comparisonRows(
  { expected, observed }: Pick<Worded, 'expected' | 'observed'>,
  zone: string,
): ComparisonRow[] {
  const beside = Object.keys(observed).filter((name) => !(name in expected));
  return [...Object.keys(expected), ...beside].map((name) => {
    const [wanted, seen] = [expected[name], observed[name]];
    return {
      label: labelOf(name),
      expected: wanted === undefined ? '' : worded(wanted, zone),
      observed: wanted === undefined || seen !== undefined ? valueWords(seen, zone) : 'none',
    };
  });
}

/** Named values in words, each with its label; empty where there are none. */
export const valuesWords = (values: ReportValues, zone: string): string =>
  Object.entries(values)
    .map(([name, value]) => `${labelOf(name)}: ${worded(value, zone)}`)
    .join('; ');

/**
 * A finding in one sentence for console, page and JUnit alike, its instants in a zone by IANA name:
 * `Expected HTTP status: refused (4xx). Observed HTTP status: 201. Given: …`.
 */
export function findingWords({ given, expected, observed }: Worded, zone: string): string {
  const about = valuesWords(given, zone);
  const parts = [`Expected ${valuesWords(expected, zone)}.`, `Observed ${valuesWords(observed, zone)}.`];
  return [...parts, ...(about === '' ? [] : [`Given: ${about}.`])].join(' ');
}
