import { DAY_US } from './day-table.ts';
import { type Mapping, type Rule, ruleOf } from './mapping.ts';
import type { AuditPack, Column } from './pack/model.ts';
import { SourceError } from './source/bytes.ts';
import type { Source } from './sql/base.ts';
import { Calendar } from './sql/calendar.ts';
import { high, low, text } from './sql/conditions.ts';
import { named, quoted } from './sql/dialect.ts';
import { stepSql } from './sql/steps.ts';

/** A relation as it was read: its columns with their SQL types, and which row of which file each row is. */
export type Input = {
  /** What the log is called in messages. */
  readonly name: string;
  readonly relation: string;
  readonly rowId: string;
  readonly file: string;
  readonly line: string;
  readonly columns: ReadonlyMap<string, string>;
};

type Ends = { readonly low: string; readonly high: string };

const MINUTE_US = 60_000_000;
const TIME = String.raw`^.{10}[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(?:[Zz]|[+-]\d{2}(?::?\d{2})?)?$`;
const OFFSET = String.raw`^.{10}[Tt ][0-9:.]+ ?([Zz]|[+-]\d{2}(?::?\d{2})?)$`;

/** Ends of local wall time (µs): in a repeated hour both instants; a skipped time moves forward. */
function localEnds(calendar: Calendar, wall: string): Ends {
  const changes = calendar.zone.changes();
  const thresholds = changes.map((change) => change.wall);
  const offsets = [changes[0]?.before ?? 0, ...changes.map(({ after }) => after)];
  const first = `(${wall} - ${stepSql(wall, thresholds, offsets.map(String))})`;
  const repeated = changes.filter(({ before, after }) => before > after);
  const bounds = repeated.flatMap((change) => [change.wall - (change.before - change.after), change.wall]);
  const extra = ['0', ...repeated.flatMap(({ before, after }) => [`${before - after}`, '0'])];
  return { low: first, high: `(${first} + ${stepSql(wall, bounds, extra)})` };
}

/** Ends of an instant that is written as text: to the second or finer one instant, else a minute or a day. */
function textEnds(calendar: Calendar, sql: string, format: string | undefined): Ends {
  if (format === 'epoch-seconds' || format === 'epoch-milliseconds') {
    const scale = format === 'epoch-seconds' ? 1_000_000 : 1000;
    const micros = `CAST(ROUND(TRY_CAST(${sql} AS DOUBLE) * ${scale}) AS BIGINT)`;
    return { low: micros, high: micros };
  }
  const day = `TRY_CAST(CASE WHEN regexp_full_match(${sql}, '\\d{4}-\\d{2}-\\d{2}') THEN ${sql} END AS DATE)`;
  const time = `regexp_extract(${sql}, ${quoted(TIME)}, 1)`;
  const zone = `regexp_extract(${sql}, ${quoted(OFFSET)}, 1)`;
  const stamp = format
    ? `TRY_STRPTIME(${sql}, ${quoted(strptime(format))})`
    : `CASE WHEN ${time} <> '' THEN TRY_CAST(left(${sql}, 10) || ' ' || ${time} AS TIMESTAMP) END`;
  const wall = `epoch_us(${stamp})`;
  const own = localEnds(calendar, wall);
  const minutes = `(CAST(substr(${zone}, 2, 2) AS BIGINT) * 60 + COALESCE(TRY_CAST(right(${zone}, 2) AS BIGINT) * CAST(length(${zone}) > 3 AS BIGINT), 0))`;
  const offset = `CASE WHEN ${zone} IN ('Z', 'z') THEN 0 WHEN ${minutes} > 840 THEN NULL WHEN left(${zone}, 1) = '-' THEN -${minutes} ELSE ${minutes} END`;
  const known = `(${wall} - ${offset} * ${MINUTE_US})`;
  const coarse = format
    ? /s|epoch/.test(format)
      ? '0'
      : /[Hh]/.test(format)
        ? `${MINUTE_US - 1}`
        : 'NULL'
    : `CASE WHEN length(${time}) = 5 THEN ${MINUTE_US - 1} ELSE 0 END`;
  const dayWall = format && coarse === 'NULL' ? wall : `epoch_us(CAST(${day} AS TIMESTAMP))`;
  const start = localEnds(calendar, dayWall).low;
  const end = `(${localEnds(calendar, `(${dayWall} + ${DAY_US})`).low} - 1)`;
  if (format)
    return coarse === 'NULL'
      ? { low: start, high: end }
      : { low: own.low, high: `(${own.high} + ${coarse})` };
  return {
    low: `CASE WHEN ${day} IS NOT NULL THEN ${start} WHEN ${zone} <> '' THEN ${known} ELSE ${own.low} END`,
    high: `CASE WHEN ${day} IS NOT NULL THEN ${end} WHEN ${zone} <> '' THEN ${known} + ${coarse} ELSE ${own.high} + ${coarse} END`,
  };
}

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

/** Reads pack columns out of an input, by a mapping or by their own names. */
export class Normalizer {
  readonly #pack: AuditPack;
  readonly #input: Input;
  readonly #mapping: Mapping | null;

  constructor(pack: AuditPack, input: Input, mapping: Mapping | null) {
    this.#pack = pack;
    this.#input = input;
    this.#mapping = mapping;
  }

  #plain(column: string): string {
    const type = this.#input.columns.get(column);
    if (type === undefined) {
      const known = [...this.#input.columns.keys()].slice(0, 40).join(', ');
      throw new SourceError(`the mapping reads a column “${column}” that the log lacks; it has ${known}`);
    }
    return named(column);
  }

  #asText(column: string): string {
    const type = this.#input.columns.get(column);
    const own = this.#plain(column);
    const value = type === 'VARCHAR' ? own : `CAST(${own} AS VARCHAR)`;
    const blank = ['', ...(this.#mapping?.blank ?? [])].map(quoted).join(', ');
    return `CASE WHEN TRIM(${value}) NOT IN (${blank}) THEN TRIM(${value}) END`;
  }

  #rule(column: Column): Rule | null {
    const given = this.#mapping?.columns[column.name];
    if (given !== undefined) return ruleOf(given);
    return this.#input.columns.has(column.name) ? { from: column.name } : null;
  }

  /** The text of a column as the log has it, before it is understood; null where the log lacks it. */
  written({ name }: Column): string | null {
    const rule = this.#rule({ name } as Column);
    if (!rule) return null;
    if (rule.constant !== undefined) return quoted(rule.constant);
    if (rule.first) return `COALESCE(${rule.first.map((each) => this.#asText(each)).join(', ')})`;
    if (rule.join) {
      const parts = rule.join.map((each) => this.#asText(each));
      return `CASE WHEN COALESCE(${parts.join(', ')}) IS NOT NULL THEN TRIM(CONCAT_WS(${quoted(rule.with ?? ' ')}, ${parts.join(', ')})) END`;
    }
    return this.#asText(rule.from ?? '');
  }

  /** The text of a column as the pack means it. Values of a fixed set do not mind their case. */
  text(column: Column): string | null {
    const rule = this.#rule(column);
    const own = this.written(column);
    if (own === null || !rule) return null;
    if (rule.values) {
      const cases = Object.entries(rule.values).map(
        ([from, to]) => `WHEN ${quoted(from.toLowerCase())} THEN ${quoted(to)}`,
      );
      const otherwise =
        rule.otherwise === undefined
          ? own
          : `CASE WHEN ${own} IS NOT NULL THEN ${quoted(rule.otherwise)} END`;
      return cases.length === 0 ? otherwise : `CASE LOWER(${own}) ${cases.join(' ')} ELSE ${otherwise} END`;
    }
    if (column.type === 'boolean') {
      return `CASE LOWER(${own}) WHEN 'yes' THEN 'true' WHEN 'y' THEN 'true' WHEN '1' THEN 'true' WHEN 'no' THEN 'false' WHEN 'n' THEN 'false' WHEN '0' THEN 'false' ELSE LOWER(${own}) END`;
    }
    return this.#fixed(column) ? `LOWER(${own})` : own;
  }

  #fixed({ name, values }: Column): boolean {
    return values !== undefined || this.#pack.scope.some((all) => name in all) || name === 'setting';
  }

  /** The ends of an instant; null where the log lacks the column. */
  instant(column: Column): (Ends & { readonly typed: boolean }) | null {
    const rule = this.#rule(column);
    if (!rule) return null;
    const calendar = new Calendar({
      ...this.#pack,
      ...(rule.zone === 'UTC' ? { transitions: [['1970-01-01T00:00:00Z', 0] as const] } : {}),
    });
    const type = rule.from === undefined || rule.values ? 'VARCHAR' : this.#input.columns.get(rule.from);
    const own = named(rule.from ?? '');
    if (type === 'TIMESTAMP WITH TIME ZONE')
      return { low: `epoch_us(${own})`, high: `epoch_us(${own})`, typed: true };
    if (type?.startsWith('TIMESTAMP'))
      return { ...localEnds(calendar, `epoch_us(CAST(${own} AS TIMESTAMP))`), typed: false };
    if (type === 'DATE') {
      const wall = `epoch_us(CAST(${own} AS TIMESTAMP))`;
      const end = `(${localEnds(calendar, `(${wall} + ${DAY_US})`).low} - 1)`;
      return { low: localEnds(calendar, wall).low, high: end, typed: false };
    }
    const sql = this.text(column);
    return sql === null ? null : { ...textEnds(calendar, sql, rule.format), typed: false };
  }

  /** Whether the log can be judged where it lies: every instant is typed, and nothing is mapped. */
  direct(): boolean {
    if (this.#mapping) return false;
    return this.#pack.columns.every((column) => {
      const type = this.#input.columns.get(column.name);
      return type === undefined || (column.type === 'instant' ? type === 'TIMESTAMP WITH TIME ZONE' : true);
    });
  }

  /** The log where it lies. */
  directSource(): Source {
    const { relation, rowId, columns } = this.#input;
    const type = (column: string): string | undefined => columns.get(column);
    return {
      relation,
      rowId,
      text: (column) => {
        const own = type(column);
        return own === undefined
          ? null
          : own === 'VARCHAR'
            ? named(column)
            : `CAST(${named(column)} AS VARCHAR)`;
      },
      instant: (column) =>
        type(column) === undefined
          ? null
          : { low: `epoch_us(${named(column)})`, high: `epoch_us(${named(column)})` },
      exact: true,
      parents: this.#pack.parent !== undefined && type(this.#pack.parent.column) !== undefined,
    };
  }

  /** The statement that makes the table `pp_log` of everything under its base names. */
  tableSql(): string {
    const { relation, rowId, file, line } = this.#input;
    const list = this.#pack.columns.flatMap((column) => {
      if (column.type !== 'instant')
        return [`${this.text(column) ?? 'CAST(NULL AS VARCHAR)'} AS ${text(column.name)}`];
      const ends = this.instant(column);
      return [
        `${ends?.low ?? 'CAST(NULL AS BIGINT)'} AS ${low(column.name)}`,
        `${ends?.high ?? 'CAST(NULL AS BIGINT)'} AS ${high(column.name)}`,
        `${ends && !ends.typed ? (this.written(column) ?? 'NULL') : 'CAST(NULL AS VARCHAR)'} AS w_${column.name}`,
      ];
    });
    return `CREATE OR REPLACE TABLE pp_log AS SELECT ${rowId} AS row_id, ${file} AS file, ${line} AS line, ${list.join(', ')} FROM ${relation}`;
  }
}
