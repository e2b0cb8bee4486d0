import { high, low, text } from './expression/columns.ts';
import { type Mapping, type Rule, ruleOf } from './mapping.ts';
import type { AuditPack, Column } from './pack/model.ts';
import { SourceError } from './source/bytes.ts';
import type { Source } from './sql/base.ts';
import { Calendar } from './sql/calendar.ts';
import { columnsTold } from './sql/conditions.ts';
import { named, quoted } from './sql/dialect.ts';
import { dayEnds, type Ends, localEnds, textEnds } from './sql/ends.ts';

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

/** Reads pack columns out of an input, by a mapping or by their own names. */
export class Normalizer {
  readonly #pack: AuditPack;
  readonly #input: Input;
  readonly #mapping: Mapping | null;
  readonly #told: ReadonlySet<string>;

  constructor(pack: AuditPack, input: Input, mapping: Mapping | null) {
    this.#pack = pack;
    this.#input = input;
    this.#mapping = mapping;
    this.#told = columnsTold(pack);
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

  /** Whether a column holds words that the pack knows, which do not mind their case. */
  #fixed({ name, values }: Column): boolean {
    return values !== undefined || this.#told.has(name);
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
    if (type === 'DATE') return { ...dayEnds(calendar, `epoch_us(CAST(${own} AS TIMESTAMP))`), typed: false };
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
