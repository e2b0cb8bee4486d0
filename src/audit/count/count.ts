import { BATCH, type Database } from '../duckdb.ts';
import { callOf, constantsOf, type Intake, withParents } from '../kernel/intake.ts';
import { compileKernels, type Kernel, type Numbers } from '../kernel/kernel.ts';
import { withRareCollections } from '../rare-collections.ts';
import { type Figures, Sum } from '../results.ts';
import { baseOfCodes, compileCodes, type Question } from '../sql/compile.ts';
import type { Rows } from '../sql/owing.ts';
import { Counter, type Months, monthsBetween } from './counter.ts';
import { type Groups, groupsOf } from './groups.ts';
import { RowBuffer } from './row-buffer.ts';

/** A kernel, and what its codes add up to. */
type Way = { readonly kernel: Kernel; readonly counter: Counter };

/** How a log is counted: what is read of it, and the ways that its rows take. */
type Ways = {
  readonly read: Intake;
  /** The way of every row. */
  readonly whole: Way;
  /** A shorter one, right for ordinary rows alone; its kernel ends with a column that tells them. */
  readonly short: Way | null;
  readonly months: Months;
};

function waysOf(question: Question, groups: Groups): Ways {
  const { span, source } = question;
  const compile = (rows: Rows) => ({ rows, ...compileCodes({ ...question, rows }) });
  const all = compile('all');
  const compiled = source.exact ? [all, compile('ordinary')] : [all];
  const { inputs, each } = compileKernels(
    compiled.map(({ rows, steps, tables, codes, month, ordinary }) => ({
      steps: [...steps, { name: 'group_of_row', expression: groups.expression }],
      tables,
      wanted: [...codes, month, 'group_of_row', ...(rows === 'ordinary' ? [ordinary] : [])],
      constants: constantsOf({ ...question, rows }),
    })),
    { batch: BATCH, small: groups.small },
  );
  const months = monthsBetween(...span);
  const [whole, short] = each.map((kernel, place) => ({
    kernel,
    counter: new Counter(compiled[place]?.slots ?? [], groups.values.length, months, BATCH),
  }));
  if (!whole) throw new RangeError('nothing was compiled');
  const read = withParents(inputs, `(${all.base}) b${groups.joins}`);
  return { read, whole, short: short ?? null, months };
}

/** Counts the ordinary rows of a batch, and keeps the others. */
function countOrdinary(
  { kernel, counter }: Way,
  numbers: Float64Array,
  rows: number,
  others: RowBuffer,
): void {
  const judged = kernel.judge(numbers, rows);
  const ordinary = judged.at(-1) as Numbers;
  for (let at = 0; at < rows; at += 1) {
    if (ordinary[at] === 1) continue;
    for (let slot = 0; slot < counter.slots.length; slot += 1) (judged[slot] as Numbers)[at] = 0;
    others.add(numbers, at);
  }
  counter.add(judged, rows);
}

/** Runs a query whose rows are worked out here with one more thread, since one waits for this process at any time. */
async function withOneMore<T>(db: Database, act: () => Promise<T>): Promise<T> {
  const [setting] = await db.rows("SELECT current_setting('threads') AS threads");
  const threads = Number(setting?.threads);
  await db.run(`SET threads = ${threads + 1}`);
  try {
    return await act();
  } finally {
    await db.run(`SET threads = ${threads}`);
  }
}

/**
 * Judges every duty of every row under the three interpretations, to counts. The database reads the log; the codes are worked
 * out here, by the same compiled columns that its queries are made of (docs/decisions/0018). `findParents` has the database
 * find what reconsiderations are about, while this process compiles.
 */
export async function countFindings(
  db: Database,
  question: Question,
  findParents: () => Promise<void>,
): Promise<Figures> {
  const groups = await groupsOf(db, baseOfCodes(question), question.pack.by);
  const found = findParents();
  const { read, whole, short, months } = waysOf(question, groups);
  await found;
  const countWhole = (numbers: Float64Array, rows: number): void =>
    whole.counter.add(whole.kernel.judge(numbers, rows), rows);
  const others = new RowBuffer(read.columns.length, BATCH, countWhole);
  let all = 0;
  const counting = db.define({ given: read.columns.length, results: 1 }, (numbers, rows, into) => {
    all += rows;
    if (short) countOrdinary(short, numbers, rows, others);
    else countWhole(numbers, rows);
    into.fill(1, 0, rows);
  });
  const [given] = await withOneMore(db, () =>
    withRareCollections(() =>
      db.rows(`SELECT SUM(${callOf(counting, read.columns)}) AS n FROM ${read.from}`),
    ),
  );
  if (Number(given?.n ?? 0) !== all) throw new RangeError(`${all} rows were counted of ${String(given?.n)}`);
  others.flush();
  const counters = [whole.counter, ...(short ? [short.counter] : [])];
  const owing = counters.reduce((total, counter) => total + counter.owing, 0);
  const sum = new Sum(question.pack, all, all - owing);
  for (const { slots, tallies } of counters)
    for (const [index, slot] of slots.entries())
      for (const [group, code, n] of tallies[index] ?? [])
        sum.add(slot, code, n, {
          month: (group % months.count) + months.first,
          by: groups.values[Math.floor(group / months.count)] ?? {},
        });
  return sum.figures();
}
