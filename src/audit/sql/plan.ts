import { sqlOf } from '../expression/sql.ts';
import {
  type Column,
  column,
  columnsIn,
  type Expression,
  holds,
  keyOf,
  type Test,
  type Value,
} from '../expression/tree.ts';
import type { Dialect } from './dialect.ts';

/** What a small table is called, and its first column, by which rows are found. */
export type TableName = { readonly name: string; readonly key: string };

/** A column of a plan, in an order in which what it needs comes before it. */
export type Step =
  | { readonly name: string; readonly expression: Expression }
  | { readonly name: string; readonly table: TableName; readonly key: string; readonly payload: string };

/** A small table that a query joins: its key is its first column, and every value is a whole number. */
export type SmallTable = TableName & {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
};

type Join = { readonly alias: string; readonly table: TableName; readonly key: string };
/** Columns that stand beside each other, each as what it is made of or as SQL, and the joins that they need. */
type Layer = {
  readonly joins: Map<string, Join>;
  readonly columns: { readonly name: string; readonly from: Expression | string }[];
};

const CHUNK = 500;

/** The statements that make one of the small tables that a query joins. */
export type SetUp = { readonly table: string; readonly statements: readonly string[] };

export function setUpOf({ name, columns, rows }: SmallTable, temporary: string): SetUp {
  const types = columns.map((column) => `${column} BIGINT`).join(', ');
  const made = [`DROP TABLE IF EXISTS ${name}`, `CREATE ${temporary} ${name} (${types})`];
  for (let at = 0; at < rows.length; at += CHUNK) {
    const values = rows.slice(at, at + CHUNK).map((row) => `(${row.join(', ')})`);
    made.push(`INSERT INTO ${name} VALUES\n${values.join(',\n')}`);
  }
  return { table: name, statements: made };
}

/**
 * A query in layers: each named column stands in the first layer in which all that it needs is there, so
 * that nothing is counted twice. The same expression asked for twice is one column.
 */
export class Plan {
  readonly #level = new Map<string, number>();
  readonly #known = new Map<string, string>();
  readonly #layers: Layer[] = [];
  readonly steps: Step[] = [];
  readonly dialect: Dialect;
  #names = 0;

  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  /** The layer above all that some columns need; those of the base lie below every layer. */
  #above(columns: readonly string[]): { readonly level: number; readonly layer: Layer } {
    const level = columns.reduce((highest, name) => Math.max(highest, this.#level.get(name) ?? 0), 0) + 1;
    while (this.#layers.length < level) this.#layers.push({ joins: new Map(), columns: [] });
    return { level, layer: this.#layers[level - 1] as Layer };
  }

  #once(key: string, hint: string, make: (name: string) => number): string {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = `${hint}_${this.#names++}`;
    this.#level.set(name, make(name));
    this.#known.set(key, name);
    return name;
  }

  #named(expression: Expression, hint: string): string {
    return this.#once(keyOf(expression), hint, (name) => {
      const { level, layer } = this.#above(columnsIn(expression));
      layer.columns.push({ name, from: expression });
      this.steps.push({ name, expression });
      return level;
    });
  }

  /** The column of a value; `hint` makes its name readable. */
  column(value: Value, hint: string): Column {
    return value.is === 'column' ? value : column(this.#named(value, hint));
  }

  /** The same of a test. */
  test(test: Test, hint: string): Test {
    return holds(this.#named(test, hint));
  }

  /** A column of a small table, by the value of a key column. The table holds a row for every key. */
  lookup(table: TableName, { name: key }: Column, payload: string): Column {
    const found = this.#once(`${table.name}[${key}].${payload}`, payload, (name) => {
      const { level, layer } = this.#above([key]);
      const place = `${table.name} ${key}`;
      const join = layer.joins.get(place) ?? { alias: `j${this.#names++}`, table, key };
      layer.joins.set(place, join);
      layer.columns.push({ name, from: `${join.alias}.${payload}` });
      this.steps.push({ name, table, key, payload });
      return level;
    });
    return column(found);
  }

  #written(from: Expression | string): string {
    return typeof from === 'string' ? from : sqlOf(from, { dialect: this.dialect });
  }

  /** The whole query, over a relation that has the base columns. */
  sql(base: string, select: (from: string) => string): string {
    const parts = [this.dialect.cte('l0', base)];
    let from = 'l0';
    for (const [index, { joins, columns }] of this.#layers.entries()) {
      const join = [...joins.values()].map(
        ({ alias, table, key }) => `\n  JOIN ${table.name} ${alias} ON ${alias}.${table.key} = p.${key}`,
      );
      const list = columns.map(({ name, from: of }) => `,\n  ${this.#written(of)} AS ${name}`).join('');
      parts.push(this.dialect.cte(`l${index + 1}`, `SELECT p.*${list}\n  FROM ${from} p${join.join('')}`));
      from = `l${index + 1}`;
    }
    return `WITH ${parts.join(',\n')}\n${select(from)}`;
  }
}
