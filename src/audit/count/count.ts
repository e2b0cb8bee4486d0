import { NEVER_US } from '../day-table.ts';
import type { Database } from '../duckdb.ts';
import { compileKernels, type Numbers } from '../kernel/kernel.ts';
import { type Figures, Sum } from '../results.ts';
import { PARENT_COLUMNS } from '../sql/base.ts';
import { compileCodes, type Question } from '../sql/compile.ts';
import { high, low, PARENT_RECEIVED } from '../sql/conditions.ts';
import { Counter, monthAt, monthOf } from './counter.ts';
import { groupsOf } from './groups.ts';
import { Later } from './later.ts';

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

/**
 * Judges every duty of every row under the three readings, to counts. The database reads the log; the codes are worked
 * out here, by the same compiled columns that its queries are made of (docs/decisions/0018). Ordinary rows take a
 * shorter way.
 */
export async function countFindings(db: Database, question: Question): Promise<Figures> {
  const { pack, span, source } = question;
  const kinds = source.exact ? (['ordinary', 'all'] as const) : (['all'] as const);
  const compiled = kinds.map((rows) => ({ rows, ...compileCodes({ ...question, rows }) }));
  const base = compiled.at(-1)?.base ?? '';
  const groups = await groupsOf(db, base, pack.by);
  const { inputs, each } = compileKernels(
    compiled.map(({ rows, steps, tables, codes, month, ordinary }) => ({
      steps: [...steps, { name: 'group_of_row', expression: groups.expression }],
      tables,
      wanted: [...codes, month, 'group_of_row', ...(rows === 'ordinary' ? [ordinary] : [])],
      constants: constantsOf({ ...question, rows }),
    })),
    { batch: db.batch, small: groups.small },
  );
  const first = monthAt(span[0]) - 1;
  const months = { first, count: monthAt(span[1]) - first + 2 };
  const counters = compiled.map(({ slots }) => new Counter(slots, groups.values.length, months, db.batch));
  const [whole, wholeCounter] = [each.at(-1), counters.at(-1)];
  const countWhole = (numbers: Float64Array, rows: number): void => {
    if (whole && wholeCounter) wholeCounter.add(whole.judge(numbers, rows), rows);
  };
  const later = new Later(inputs.length, db.batch, countWhole);
  const [short, shortCounter] = each.length > 1 ? [each[0], counters[0]] : [];
  let all = 0;
  const read = withParents(inputs, `(${base}) b${groups.joins}`);
  await db.stream(read.columns, read.from, (numbers, rows) => {
    all += rows;
    if (!short || !shortCounter) return countWhole(numbers, rows);
    const judged = short.judge(numbers, rows);
    const ordinary = judged.at(-1) as Numbers;
    for (let at = 0; at < rows; at += 1) {
      if (ordinary[at] === 1) continue;
      for (let slot = 0; slot < shortCounter.slots.length; slot += 1) (judged[slot] as Numbers)[at] = 0;
      later.add(numbers, at);
    }
    shortCounter.add(judged, rows);
  });
  later.flush();
  const owing = counters.reduce((sum, counter) => sum + counter.owing, 0);
  const sum = new Sum(pack, all, all - owing);
  for (const { slots, tallies } of counters)
    for (const [index, slot] of slots.entries())
      for (const [group, code, n] of tallies[index] ?? [])
        sum.add(slot, code, n, {
          month: monthOf((group % months.count) + first),
          by: groups.values[Math.floor(group / months.count)] ?? {},
        });
  return sum.figures();
}
