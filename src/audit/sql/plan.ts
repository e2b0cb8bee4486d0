import type { Dialect } from './dialect.ts';

/** A column of a plan, in an order in which what it needs comes before it. */
export type Step =
  | { readonly name: string; readonly expression: string }
  | { readonly name: string; readonly table: string; readonly key: string; readonly payload: string };

/** A small table that a query joins: its key is its first column, and every value is a whole number. */
export type SmallTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
};

type Layer = {
  readonly joins: Map<string, { alias: string; table: string; key: string }>;
  readonly columns: string[];
};

const CHUNK = 500;
const columnKey = (table: string): string => (table === 'pp_day' ? 'day' : 'cell');

/** The statements that make one of the small tables that a query joins. */
export function tableSql({ name, columns, rows }: SmallTable, temporary: string): string[] {
  const types = columns.map((column) => `${column} BIGINT`).join(', ');
  const made = [`DROP TABLE IF EXISTS ${name}`, `CREATE ${temporary} ${name} (${types})`];
  for (let at = 0; at < rows.length; at += CHUNK) {
    const values = rows.slice(at, at + CHUNK).map((row) => `(${row.join(', ')})`);
    made.push(`INSERT INTO ${name} VALUES\n${values.join(',\n')}`);
  }
  return made;
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

  constructor(dialect: Dialect, base: Iterable<string>) {
    this.dialect = dialect;
    for (const name of base) this.#level.set(name, 0);
  }

  #needs(expression: string): number {
    let level = 0;
    for (const [name] of expression.matchAll(/[a-z_][a-z0-9_]*/g)) {
      level = Math.max(level, this.#level.get(name) ?? 0);
    }
    return level;
  }

  #layer(level: number): Layer {
    while (this.#layers.length < level) this.#layers.push({ joins: new Map(), columns: [] });
    return this.#layers[level - 1] as Layer;
  }

  /** The column of an expression; `hint` makes its name readable. */
  column(expression: string, hint: string): string {
    if (this.#level.has(expression)) return expression;
    const known = this.#known.get(expression);
    if (known) return known;
    const level = this.#needs(expression) + 1;
    const name = `${hint}_${this.#names++}`;
    this.#layer(level).columns.push(`${expression} AS ${name}`);
    this.steps.push({ name, expression });
    this.#level.set(name, level);
    this.#known.set(expression, name);
    return name;
  }

  /** A column of a small table, by the value of a key column. The table holds a row for every key. */
  lookup(table: string, key: string, payload: string): string {
    const expression = `${table}[${key}].${payload}`;
    const known = this.#known.get(expression);
    if (known) return known;
    const level = this.#needs(key) + 1;
    const layer = this.#layer(level);
    const join = layer.joins.get(`${table} ${key}`) ?? { alias: `j${this.#names++}`, table, key };
    layer.joins.set(`${table} ${key}`, join);
    const name = `${payload}_${this.#names++}`;
    layer.columns.push(`${join.alias}.${payload} AS ${name}`);
    this.steps.push({ name, table, key, payload });
    this.#level.set(name, level);
    this.#known.set(expression, name);
    return name;
  }

  /** The whole query, over a relation that has the base columns. */
  sql(base: string, select: (from: string) => string): string {
    const parts = [this.dialect.cte('l0', base)];
    let from = 'l0';
    for (const [index, { joins, columns }] of this.#layers.entries()) {
      const join = [...joins.values()].map(
        ({ alias, table, key }) => `\n  JOIN ${table} ${alias} ON ${alias}.${columnKey(table)} = p.${key}`,
      );
      const list = columns.map((column) => `,\n  ${column}`).join('');
      parts.push(this.dialect.cte(`l${index + 1}`, `SELECT p.*${list}\n  FROM ${from} p${join.join('')}`));
      from = `l${index + 1}`;
    }
    return `WITH ${parts.join(',\n')}\n${select(from)}`;
  }
}
