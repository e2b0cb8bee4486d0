import { toJavaScript } from '../expression/javascript.ts';
import { columnsIn } from '../expression/tree.ts';
import type { SmallTable, Step, TableName } from '../sql/plan.ts';

/** Columns of a plan that are wanted, and what it reads. */
export type KernelPlan = {
  readonly steps: readonly Step[];
  readonly tables: readonly SmallTable[];
  /** Names of the columns that are wanted. */
  readonly wanted: readonly string[];
  /** Columns of which every row has the same. */
  readonly constants: ReadonlyMap<string, number>;
};

type NameOf = (name: string) => string;
/**
 * A column of a plan as JavaScript, with the names that it needs: a value that is worked out, the row of a small table, or
 * a look into that row, which is cheap to write again.
 */
type Line = {
  readonly name: string;
  readonly code: (nameOf: NameOf) => string;
  readonly needs: readonly string[];
  readonly is: 'value' | 'row' | 'look';
};

/**
 * A loop over a batch of rows: what it reads of other loops, of the log and of small tables, what it leaves for later
 * ones, and its body.
 */
export type Stage = {
  readonly reads: readonly string[];
  readonly leaves: readonly { readonly name: string; readonly isRow: boolean }[];
  readonly body: string;
};

/** The engine leaves functions that are longer than some tens of kilobytes of bytecode unoptimized. */
const LONGEST_BODY = 12_000;

const tableRow = ({ name }: TableName, key: string): string => `row_${name}_${key}`;
/** How many rows of a small table have keys that follow each other; what comes after is for what never comes. */
export const denseRows = (rows: SmallTable['rows']): number =>
  rows.findLastIndex((own, index) => own[0] === (rows[0]?.[0] ?? 0) + index) + 1;
/** What the values of a column of a small table are called in a loop. */
export const payloadName = ({ name }: TableName, payload: string): string => `${name}$${payload}`;

function lookUp({ rows }: SmallTable, key: string, row: string): Line {
  const length = denseRows(rows);
  return {
    name: row,
    needs: [key],
    code: (nameOf) => `row(${nameOf(key)}, ${rows[0]?.[0] ?? 0}, ${length})`,
    is: 'row',
  };
}

function linesOf({ steps, tables }: KernelPlan): Line[] {
  const named = new Map(tables.map((table) => [table.name, table]));
  const rows = new Set<string>();
  return steps.flatMap((step): Line[] => {
    if ('expression' in step) {
      const { expression } = step;
      const code = (nameOf: NameOf): string => toJavaScript(expression, nameOf);
      return [{ name: step.name, needs: columnsIn(expression), code, is: 'value' }];
    }
    const { name, table, key, payload } = step;
    const row = tableRow(table, key);
    const small = named.get(table.name);
    if (!small) throw new RangeError(`a plan looks into ${table.name}, which is no table of it`);
    const values = payloadName(table, payload);
    const code = (nameOf: NameOf): string => `${nameOf(values)}[${nameOf(row)}]`;
    const found: Line = { name, needs: [row], code, is: 'look' };
    if (rows.has(row)) return [found];
    rows.add(row);
    return [lookUp(small, key, row), found];
  });
}

/** How often each name is written. */
function usesOf(lines: readonly Line[], wanted: readonly string[]): Map<string, number> {
  const uses = new Map(wanted.map((name) => [name, 1]));
  for (const { name, needs, is } of lines.toReversed())
    for (const need of needs)
      uses.set(need, (uses.get(need) ?? 0) + (is === 'look' ? (uses.get(name) ?? 0) : 1));
  return uses;
}

/** The lines that the wanted columns need, directly or not. */
function reachable(lines: readonly Line[], wanted: readonly string[]): Line[] {
  const needed = new Set(wanted);
  const kept = lines.toReversed().filter(({ name, needs }) => {
    if (!needed.has(name)) return false;
    for (const need of needs) needed.add(need);
    return true;
  });
  return kept.toReversed();
}

/**
 * Parts the columns of a plan into loops of a length that the engine optimizes. A column that is needed once is
 * written where it is needed, so that it is worked out only for the rows that come to it. No expression may hold a text.
 */
export function stagesOf(plan: KernelPlan): Stage[] {
  const { wanted, constants } = plan;
  const lines = reachable(linesOf(plan), wanted);
  const uses = usesOf(lines, wanted);
  const byName = new Map(lines.map((line) => [line.name, line]));
  const kept = new Set(wanted);
  const inlined = (name: string): Line | undefined => {
    const line = byName.get(name);
    return line && !kept.has(name) && (line.is === 'look' || uses.get(name) === 1) ? line : undefined;
  };

  const stages: { names: string[]; reads: Set<string>; body: string[]; length: number }[] = [];
  const madeIn = new Map<string, number>();
  const leaves = new Set<string>(wanted);
  for (const line of lines) {
    if (inlined(line.name)) continue;
    let last = stages.at(-1);
    if (!last || last.length > LONGEST_BODY) {
      last = { names: [], reads: new Set(), body: [], length: 0 };
      stages.push(last);
    }
    const own = stages.length - 1;
    const nameOf = (name: string): string => {
      const constant = constants.get(name);
      if (constant !== undefined) return String(constant);
      const inner = inlined(name);
      if (inner) return inner.code(nameOf);
      const made = madeIn.get(name);
      if (made !== own) {
        last.reads.add(name);
        if (made !== undefined) leaves.add(name);
      }
      return name;
    };
    const code = `const ${line.name} = ${line.code(nameOf)};`;
    last.names.push(line.name);
    last.body.push(code);
    last.length += code.length;
    madeIn.set(line.name, own);
  }
  const rows = new Set(lines.filter(({ is }) => is === 'row').map(({ name }) => name));
  return stages.map(({ names, reads, body }) => ({
    reads: [...reads],
    leaves: names.filter((name) => leaves.has(name)).map((name) => ({ name, isRow: rows.has(name) })),
    body: body.join('\n'),
  }));
}
