import { NEVER_US } from '../day-table.ts';
import { BATCH, type Database } from '../duckdb.ts';
import { compileKernels, type Kernel, type Numbers } from '../kernel/kernel.ts';
import { type Figures, Sum } from '../results.ts';
import { PARENT_COLUMNS } from '../sql/base.ts';
import { compileCodes, type Question } from '../sql/compile.ts';
import { high, low, PARENT_RECEIVED } from '../sql/conditions.ts';
import type { Rows } from '../sql/owing.ts';
import { Counter, type Months, monthOf, monthsBetween } from './counter.ts';
import { type Groups, groupsOf } from './groups.ts';
import { RowBuffer } from './row-buffer.ts';

/** Columns that the log lacks, which are the same in every row. */
function constantsOf({ pack, source, rows }: Question): Map<string, number> {
  const parents = source.parents && rows !== 'ordinary';
  const lacking = pack.columns.filter(
    ({ name, type }) => type === 'instant' && source.instant(name) === null,
  );
  const never = [...lacking.map(({ name }) => name), ...(parents ? [] : [PARENT_RECEIVED])];
  const constants = new Map(
    never.flatMap((name) => [[low(name), NEVER_US] as const, [high(name), NEVER_US] as const]),
  );
  if (!parents) constants.set('parent_kind', 0);
  return constants;
}

/** Columns of a relation with what is known of parents, which is joined last, when the rows are as narrow as can be. */
function withParents(inputs: readonly string[], from: string): { columns: readonly string[]; from: string } {
  const own = inputs.filter((sql) => !PARENT_COLUMNS.has(sql));
  if (own.length === inputs.length) return { columns: inputs, from };
  const inner = own.map((sql, place) => `${sql} AS q${place}`);
  const columns = inputs.map((sql) => PARENT_COLUMNS.get(sql) ?? `q${own.indexOf(sql)}`);
  return {
    columns,
    from: `(SELECT row_id, ${inner.join(', ')} FROM ${from}) q LEFT JOIN pp_parent m ON m.row_id = q.row_id`,
  };
}

/** A kernel, and what its codes add up to. */
type Way = { readonly kernel: Kernel; readonly counter: Counter };

/** How a log is counted: what is read of it, and the ways that its rows take. */
type Ways = {
  readonly read: { readonly columns: readonly string[]; readonly from: string };
  /** The way of every row. */
  readonly whole: Way;
  /** A shorter one, right for ordinary rows alone; its kernel ends with a column that tells them. */
  readonly short: Way | null;
  readonly groups: Groups;
  readonly months: Months;
};

async function waysOf(db: Database, question: Question): Promise<Ways> {
  const { pack, span, source } = question;
  const compile = (rows: Rows) => ({ rows, ...compileCodes({ ...question, rows }) });
  const all = compile('all');
  const compiled = source.exact ? [all, compile('ordinary')] : [all];
  const groups = await groupsOf(db, all.base, pack.by);
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
  return { read, whole, short: short ?? null, groups, months };
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

/**
 * Judges every duty of every row under the three readings, to counts. The database reads the log; the codes are worked
 * out here, by the same compiled columns that its queries are made of (docs/decisions/0018).
 */
export async function countFindings(db: Database, question: Question): Promise<Figures> {
  const { read, whole, short, groups, months } = await waysOf(db, question);
  const countWhole = (numbers: Float64Array, rows: number): void =>
    whole.counter.add(whole.kernel.judge(numbers, rows), rows);
  const others = new RowBuffer(read.columns.length, BATCH, countWhole);
  let all = 0;
  await db.stream(read.columns, read.from, (numbers, rows) => {
    all += rows;
    if (short) countOrdinary(short, numbers, rows, others);
    else countWhole(numbers, rows);
  });
  others.flush();
  const counters = [whole.counter, ...(short ? [short.counter] : [])];
  const owing = counters.reduce((total, counter) => total + counter.owing, 0);
  const sum = new Sum(question.pack, all, all - owing);
  for (const { slots, tallies } of counters)
    for (const [index, slot] of slots.entries())
      for (const [group, code, n] of tallies[index] ?? [])
        sum.add(slot, code, n, {
          month: monthOf((group % months.count) + months.first),
          by: groups.values[Math.floor(group / months.count)] ?? {},
        });
  return sum.figures();
}
