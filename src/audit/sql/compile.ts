import type { Interpretation, InterpretationName } from '../../rulebook/index.ts';
import { DAY_US } from '../day-table.ts';
import { high, low, text } from '../expression/columns.ts';
import { sqlOf } from '../expression/sql.ts';
import { column, columnsIn } from '../expression/tree.ts';
import type { AuditPack } from '../pack/model.ts';
import { baseSql, type Source } from './base.ts';
import { Calendar } from './calendar.ts';
import { conditionTest } from './conditions.ts';
import type { Dialect } from './dialect.ts';
import { Judge } from './judge.ts';
import type { Rows } from './owing.ts';
import { Plan, type SetUp, type SmallTable, type Step, setUpOf } from './plan.ts';
import type { Slot } from './slots.ts';

export type Compiled = {
  /** What makes the tables which the query joins. */
  readonly setUp: readonly SetUp[];
  readonly query: string;
  readonly slots: readonly Slot[];
};

export type Question = {
  readonly pack: AuditPack;
  readonly source: Source;
  readonly dialect: Dialect;
  /** Where the log ends (µs). */
  readonly until: number;
  /** The first and last instant that the log holds (µs). */
  readonly span: readonly [from: number, to: number];
  readonly interpretations?: Readonly<Record<InterpretationName, Interpretation>>;
  /** Only rows of which this holds, over the source. */
  readonly where?: string;
  /** The rows that the columns have to be right for; all of them unless given. */
  readonly rows?: Rows;
};

/** Days beyond the log that limits may reach, one counted from another. */
function reach(pack: AuditPack): number {
  const days = (count: number, unit: string): number =>
    Math.ceil(Math.abs(count) * (unit === 'months' ? 31 : unit === 'business-days' ? 2.5 : 1)) + 10;
  return pack.clocks
    .flatMap(({ arms, extension }) => [
      ...arms.map(({ within }) => days(...within)),
      ...(extension ? [days(...extension.atMost)] : []),
    ])
    .reduce((longest, own) => Math.max(longest, own * 3), 60);
}

export type Open = {
  readonly plan: Plan;
  readonly calendar: Calendar;
  readonly judge: Judge;
  readonly days: readonly [from: number, to: number];
};

export function open({ pack, source, dialect, until, interpretations, span, rows = 'all' }: Question): Open {
  const plan = new Plan(dialect);
  const calendar = new Calendar(pack);
  const margin = reach(pack) * DAY_US;
  const wide = [span[0] - margin, span[1] + margin] as const;
  const days = [Math.floor(wide[0] / DAY_US), Math.ceil(wide[1] / DAY_US)] as const;
  const own = { pack, plan, calendar, until, exact: source.exact, span: wide, rows };
  const judge = new Judge({ ...own, interpretations: interpretations ?? pack.interpretations });
  return { plan, calendar, days, judge };
}

/** The rows that are judged, under their base names. */
function baseRows({ pack, source, until, where = '' }: Question): string {
  return `SELECT * FROM (${baseSql(pack, source, until, where)}) i WHERE ${sqlOf(conditionTest(pack, pack.scope, source.exact))}`;
}

export function close(
  question: Question,
  { plan, calendar, judge, days }: Open,
  select: (from: string) => string,
): Compiled {
  const query = plan.sql(baseRows(question), select);
  const { temporary } = question.dialect;
  return {
    setUp: [setUpOf(calendar.table(...days), temporary), ...judge.dues.owing.setUp(temporary)],
    query,
    slots: judge.dues.slots,
  };
}

/** The source of rows that stand in a table under their base names. */
export const baseSource = (relation: string, { exact, parents }: Source): Source => ({
  relation,
  rowId: 'row_id',
  text,
  instant: (column) => ({ low: low(column), high: high(column) }),
  exact,
  parents,
});

/** What a kernel needs to judge the rows of a log. */
export type CompiledSlots = {
  /** The rows that are judged, under their base names; what is known of their parents has to be joined. */
  readonly base: string;
  readonly steps: readonly Step[];
  readonly tables: readonly SmallTable[];
  readonly slots: readonly Slot[];
};

/** What it needs to count findings. */
export type CompiledCodes = CompiledSlots & {
  /** The column of each slot that holds its code, and the one that holds the month of receipt. */
  readonly codes: readonly string[];
  readonly month: string;
  /** The column that says whether a row is ordinary. */
  readonly ordinary: string;
};

/** The rows that are judged, under their base names, but for what is known of their parents. */
export const baseOfCodes = (question: Question): string =>
  baseRows({ ...question, source: { ...question.source, parents: false } });

/** What was compiled so far, once every column was asked for. */
export const compiledSlots = (question: Question, { plan, calendar, judge, days }: Open): CompiledSlots => ({
  base: baseOfCodes(question),
  steps: plan.steps,
  tables: [...judge.dues.owing.tables, calendar.table(...days)],
  slots: judge.dues.slots,
});

/** The codes of every slot, as columns of a plan. */
export function compileCodes(question: Question): CompiledCodes {
  const parts = open(question);
  const { calendar, judge } = parts;
  const codes = judge.dues.slots.map((slot) => judge.code(slot).name);
  const month = judge.dues.limits.of(column(low(question.pack.received)), calendar.month()).name;
  const [ordinary = ''] = columnsIn(judge.dues.owing.ordinary());
  return { ...compiledSlots(question, parts), codes, month, ordinary };
}
