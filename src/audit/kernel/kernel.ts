import { NEVER_DAY } from '../day-table.ts';
import type { SmallTable } from '../sql/plan.ts';
import { type Input, packed, type Small } from './packing.ts';
import { denseRows, type KernelPlan, payloadName, type Stage, stagesOf } from './stages.ts';
import { Texts } from './texts.ts';

/** Some columns of a plan, to be worked out in this process for rows that the database gives in batches. */
export type Kernel = {
  /** Works out the wanted columns of a batch, whose inputs stand row after row; they hold until the next one. */
  readonly judge: (inputs: Float64Array, rows: number) => readonly Numbers[];
};

/** Kernels that read the same rows. */
export type Kernels = {
  /** SQL of what the database has to give for each row, as numbers, in this order. */
  readonly inputs: readonly string[];
  readonly each: readonly Kernel[];
};

/** The place of a key in a small table. What never comes has the last row; nothing else may lie beyond the table. */
function row(key: number, first: number, length: number): number {
  const place = key - first;
  if (place >= 0 && place < length) return place | 0;
  if (key >= NEVER_DAY - 1) return length;
  throw new RangeError(`a limit falls on day ${key} since 1970, which the table of days does not reach`);
}

export type Numbers = Float64Array | Int32Array;
const narrow = (values: readonly number[]): Numbers =>
  values.every((value) => (value | 0) === value) ? Int32Array.from(values) : Float64Array.from(values);

type Loop = (inputs: Float64Array, rows: number) => void;

/** What loops share: the columns that they leave for each other, and those of small tables. */
type Kept = {
  readonly columns: ReadonlyMap<string, Numbers>;
  readonly tables: ReadonlyMap<string, Numbers>;
};

/** Makes a loop over what it reads and leaves. Its text holds numbers and names of this process alone. */
function loopOf({ reads, leaves, body }: Stage, inputs: readonly Input[], kept: Kept): Loop {
  const { columns, tables } = kept;
  const given = new Map(
    inputs.flatMap(({ names }, place) => names.map((own) => [own.name, { place, ...own }] as const)),
  );
  const loaded = reads.filter((name) => !tables.has(name));
  const load = (name: string): string => {
    const from = given.get(name);
    return `const ${name} = ${from ? from.read(`inputs[first + ${from.place}]`) : `of_${name}[at]`};`;
  };
  const stored = [
    ...new Set([...loaded.filter((name) => !given.has(name)), ...leaves.map(({ name }) => name)]),
  ];
  const looked = reads.filter((name) => tables.has(name));
  const text = `return (inputs, rows) => {
for (let at = 0, first = 0; at < rows; at += 1, first += ${inputs.length}) {
${loaded.map(load).join('\n')}
${body}
${leaves.map(({ name }) => `of_${name}[at] = ${name};`).join('\n')}
}
}`;
  const names = [...stored.map((name) => `of_${name}`), ...looked];
  const values = [...stored.map((name) => columns.get(name)), ...looked.map((name) => tables.get(name))];
  return new Function('row', ...names, text)(row, ...values) as Loop;
}

function payloads(tables: readonly SmallTable[]): Map<string, Numbers> {
  const found = new Map<string, Numbers>();
  for (const table of tables) {
    const kept = table.rows.slice(0, denseRows(table.rows) + 1);
    for (const [place, column] of table.columns.entries())
      if (place > 0)
        found.set(payloadName(table, column), narrow(kept.map((own) => own[place] ?? Number.NaN)));
  }
  return found;
}

type Staged = { readonly plan: KernelPlan; readonly stages: readonly Stage[]; readonly kept: Kept };

function staged(plan: KernelPlan, texts: Texts, batch: number): Staged {
  const steps = plan.steps.map((step) =>
    'expression' in step ? { ...step, expression: texts.without(step.expression) } : step,
  );
  const stages = stagesOf({ ...plan, steps });
  const made = stages.flatMap(({ leaves }) => leaves);
  // Rows of small tables are found by whole numbers.
  const columns = new Map(
    made.map(({ name, isRow }) => [name, isRow ? new Int32Array(batch) : new Float64Array(batch)] as const),
  );
  return { plan, stages, kept: { columns, tables: payloads(plan.tables) } };
}

function kernelOf({ plan, stages, kept }: Staged, inputs: readonly Input[]): Kernel {
  const loops = stages.map((stage) => loopOf(stage, inputs, kept));
  const answers = plan.wanted.map((name) => kept.columns.get(name) as Numbers);
  return {
    judge: (given, rows) => {
      for (const loop of loops) loop(given, rows);
      return answers;
    },
  };
}

/**
 * Compiles the wanted columns of some plans over the same rows, for batches of at most so many. `small` are numbers that
 * they read beside the columns of the log.
 */
export function compileKernels(
  plans: readonly KernelPlan[],
  { batch, small }: { readonly batch: number; readonly small: readonly Small[] },
): Kernels {
  const texts = new Texts();
  const all = plans.map((plan) => staged(plan, texts, batch));
  const read = new Set(
    all.flatMap(({ stages, kept: { columns, tables } }) =>
      stages.flatMap(({ reads }) => reads.filter((name) => !columns.has(name) && !tables.has(name))),
    ),
  );
  const given = [...texts.columns, ...small];
  const wide = [...read].filter((name) => !given.some((own) => own.name === name));
  const inputs: Input[] = [
    ...wide.map((name) => ({ sql: name, names: [{ name, read: (of: string) => of }] })),
    ...packed(given.filter(({ name }) => read.has(name))),
  ];
  return {
    inputs: inputs.map(({ sql }) => sql),
    each: all.map((own) => kernelOf(own, inputs)),
  };
}
