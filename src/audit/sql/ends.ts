import { DAY_US } from '../day-table.ts';
import { balanced } from '../expression/tree.ts';
import type { Calendar } from './calendar.ts';
import { quoted } from './dialect.ts';

/** SQL of the first and the last microsecond that a logged time may mean. */
export type Ends = { readonly low: string; readonly high: string };

const MINUTE_US = 60_000_000;
const TIME = String.raw`^.{10}[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(?:[Zz]|[+-]\d{2}(?::?\d{2})?)?$`;
const OFFSET = String.raw`^.{10}[Tt ][0-9:.]+ ?([Zz]|[+-]\d{2}(?::?\d{2})?)$`;

/** SQL of a number that changes at thresholds of another. */
const stepSql = (of: string, parts: readonly { readonly value: number; readonly until: number }[]): string =>
  balanced<string | number>(
    parts,
    (threshold, below, above) => `CASE WHEN ${of} < ${threshold} THEN ${below} ELSE ${above} END`,
  ).toString();

/** Ends of local wall time (µs): in a repeated hour both instants; a skipped time moves forward. */
export function localEnds(calendar: Calendar, wall: string): Ends {
  const changes = calendar.zone.changes();
  const last = { before: changes.at(-1)?.after ?? 0, wall: Number.POSITIVE_INFINITY };
  const offsets = [...changes, last].map(({ before, wall: until }) => ({ value: before, until }));
  const first = `(${wall} - ${stepSql(wall, offsets)})`;
  const repeated = changes.filter(({ before, after }) => before > after);
  const extra = repeated.flatMap(({ before, after, wall: until }) => [
    { value: 0, until: until - (before - after) },
    { value: before - after, until },
  ]);
  const none = { value: 0, until: Number.POSITIVE_INFINITY };
  return { low: first, high: `(${first} + ${stepSql(wall, [...extra, none])})` };
}

/** Ends of a whole local day that begins at a wall time. */
export function dayEnds(calendar: Calendar, wall: string): Ends {
  const { low } = localEnds(calendar, wall);
  return { low, high: `(${localEnds(calendar, `(${wall} + ${DAY_US})`).low} - 1)` };
}

const later = ({ low, high }: Ends, micros: string): Ends => ({ low, high: `(${high} + ${micros})` });

/** Ends of a text of a format that a mapping names; what has no seconds is a minute, what has no hour is a day. */
function formatEnds(calendar: Calendar, sql: string, format: string): Ends {
  if (format === 'epoch-seconds' || format === 'epoch-milliseconds') {
    const scale = format === 'epoch-seconds' ? 1_000_000 : 1000;
    const micros = `CAST(ROUND(TRY_CAST(${sql} AS DOUBLE) * ${scale}) AS BIGINT)`;
    return { low: micros, high: micros };
  }
  const micros = `epoch_us(TRY_STRPTIME(${sql}, ${quoted(strptime(format))}))`;
  if (!/[Hh]/.test(format)) return dayEnds(calendar, micros);
  const own = /Z/.test(format) ? { low: micros, high: micros } : localEnds(calendar, micros);
  return later(own, /s/.test(format) ? '0' : `${MINUTE_US - 1}`);
}

/** Ends of an ISO text: to the second or finer one instant, else a minute or a day. */
function isoEnds(calendar: Calendar, sql: string): Ends {
  const day = `TRY_CAST(CASE WHEN regexp_full_match(${sql}, '\\d{4}-\\d{2}-\\d{2}') THEN ${sql} END AS DATE)`;
  const time = `regexp_extract(${sql}, ${quoted(TIME)}, 1)`;
  const zone = `regexp_extract(${sql}, ${quoted(OFFSET)}, 1)`;
  const wall = `epoch_us(CASE WHEN ${time} <> '' THEN TRY_CAST(left(${sql}, 10) || ' ' || ${time} AS TIMESTAMP) END)`;
  const minutes = `(CAST(substr(${zone}, 2, 2) AS BIGINT) * 60 + COALESCE(TRY_CAST(right(${zone}, 2) AS BIGINT) * CAST(length(${zone}) > 3 AS BIGINT), 0))`;
  const offset = `CASE WHEN ${zone} IN ('Z', 'z') THEN 0 WHEN ${minutes} > 840 THEN NULL WHEN left(${zone}, 1) = '-' THEN -${minutes} ELSE ${minutes} END`;
  const known = `(${wall} - ${offset} * ${MINUTE_US})`;
  const coarse = `CASE WHEN length(${time}) = 5 THEN ${MINUTE_US - 1} ELSE 0 END`;
  const ofDay = dayEnds(calendar, `epoch_us(CAST(${day} AS TIMESTAMP))`);
  const ofTime = later(localEnds(calendar, wall), coarse);
  return {
    low: `CASE WHEN ${day} IS NOT NULL THEN ${ofDay.low} WHEN ${zone} <> '' THEN ${known} ELSE ${ofTime.low} END`,
    high: `CASE WHEN ${day} IS NOT NULL THEN ${ofDay.high} WHEN ${zone} <> '' THEN ${known} + ${coarse} ELSE ${ofTime.high} END`,
  };
}

/** Ends of an instant that is written as text, in ISO or in a format. NULL where it cannot be read. */
export const textEnds = (calendar: Calendar, sql: string, format: string | undefined): Ends =>
  format === undefined ? isoEnds(calendar, sql) : formatEnds(calendar, sql, format);

const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/YYYY|CCYY/g, '%Y'],
  [/MMM/g, '%b'],
  [/MM/g, '%m'],
  [/DD/g, '%d'],
  [/HH/g, '%H'],
  [/hh/g, '%I'],
  [/mm/g, '%M'],
  [/ss/g, '%S'],
  [/SSS/g, '%g'],
  [/\bA\b/g, '%p'],
  [/\bZ\b/g, '%z'],
];
const strptime = (format: string): string =>
  TOKENS.reduce((text, [token, code]) => text.replace(token, code), format.replaceAll('%', '%%'));
