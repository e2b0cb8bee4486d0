import type { Reading, ReadingName } from '../../rulebook/index.ts';
import { DAY_US, NEVER_US } from '../day-table.ts';
import type { AuditPack } from '../pack/model.ts';
import { baseColumns, baseSql, type Source } from './base.ts';
import { Calendar } from './calendar.ts';
import { conditionSql, high, low, text } from './conditions.ts';
import { type Dialect, quoted } from './dialect.ts';
import { Judge } from './judge.ts';
import type { Rows } from './owing.ts';
import { Plan, type SmallTable, type Step, tableSql } from './plan.ts';
import { rulesOf, type Slot, VERDICTS } from './slots.ts';

export type Compiled = {
  /** Statements that make the tables which the query joins. */
  readonly setUp: readonly string[];
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
  readonly readings?: Readonly<Record<ReadingName, Reading>>;
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

type Open = {
  readonly plan: Plan;
  readonly calendar: Calendar;
  readonly judge: Judge;
  readonly days: readonly [from: number, to: number];
};

function open({ pack, source, dialect, until, readings, span, rows = 'all' }: Question): Open {
  const plan = new Plan(dialect, baseColumns(pack, source.exact));
  const calendar = new Calendar(pack);
  const margin = reach(pack) * DAY_US;
  const wide = [span[0] - margin, span[1] + margin] as const;
  const days = [Math.floor(wide[0] / DAY_US), Math.ceil(wide[1] / DAY_US)] as const;
  const own = { pack, plan, calendar, until, exact: source.exact, span: wide, rows };
  const judge = new Judge({ ...own, readings: readings ?? pack.readings });
  return { plan, calendar, days, judge };
}

/** The rows that are judged, under their base names. */
function baseRows({ pack, source, until, where = '' }: Question): string {
  return `SELECT * FROM (${baseSql(pack, source, until, where)}) i WHERE ${conditionSql(pack, pack.scope, source.exact)}`;
}

function close(
  question: Question,
  { plan, calendar, judge, days }: Open,
  select: (from: string) => string,
): Compiled {
  const query = plan.sql(baseRows(question), select);
  const calendarSql = tableSql(calendar.table(...days), question.dialect.temporary);
  return {
    setUp: [...calendarSql, ...judge.dues.owing.statements(question.dialect.temporary)],
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

/** What a kernel needs to count the findings of a log. */
export type CompiledCodes = {
  /** The rows that are judged, under their base names; what is known of their parents has to be joined. */
  readonly base: string;
  readonly steps: readonly Step[];
  readonly tables: readonly SmallTable[];
  readonly slots: readonly Slot[];
  /** The column of each slot that holds its code, and the one that holds the month of receipt. */
  readonly codes: readonly string[];
  readonly month: string;
  /** The column that says whether a row is ordinary. */
  readonly ordinary: string;
};

/** The codes of every slot, as columns of a plan. */
export function compileCodes(question: Question): CompiledCodes {
  const { plan, calendar, judge, days } = open(question);
  const codes = judge.dues.slots.map((slot) => judge.code(slot));
  const month = judge.dues.limits.of(low(question.pack.received), calendar.month());
  const ordinary = judge.dues.owing.ordinary();
  return {
    base: baseRows({ ...question, source: { ...question.source, parents: false } }),
    steps: plan.steps,
    tables: [...judge.dues.owing.tables, calendar.table(...days)],
    slots: judge.dues.slots,
    codes,
    month,
    ordinary,
  };
}

/** One relation with a row for each determination and everything about each slot, from which findings are cut. */
function slotColumns(judge: Judge, pack: AuditPack, slot: Slot): Readonly<Record<string, string>> {
  const reading = pack.readings.default;
  const arm = judge.binding(slot);
  const pick = (of: (index: number) => string, otherwise: string): string => {
    const cases = slot.arms.map((_, index) => `WHEN ${index + 1} THEN ${of(index)}`);
    return `CASE ${arm} ${cases.join(' ')} ELSE ${otherwise} END`;
  };
  const arms = slot.arms.map((each) => judge.dues.arm(each, reading, 'low', slot.place));
  const ends = slot.arms.map((each) => judge.dues.arm(each, reading, 'high', slot.place));
  const clockOf = (index: number): number => slot.clocks.indexOf(slot.arms[index]?.clock as never);
  const also = pick((index) => {
    const others = slot.arms.flatMap(({ arm: other }, place) => {
      const [first, last] = [arms[place], ends[place]];
      if (place === index || clockOf(place) !== clockOf(index) || !first || !last) return [];
      if (other.rule === slot.arms[index]?.arm.rule) return [];
      return [
        `CASE WHEN ${judge.verdict(slot, first.due, last.due)} = 2 THEN ${quoted(` ${other.rule}`)} ELSE '' END`,
      ];
    });
    return others.length === 0 ? "''" : `TRIM(${others.join(' || ')})`;
  }, "''");
  const [normal, strict, lenient] = judge.verdicts(slot);
  return {
    arm,
    also,
    start: pick((index) => {
      const from = arms[index]?.from;
      return from ? judge.dues.limits.column(from, reading) : `${NEVER_US}`;
    }, `${NEVER_US}`),
    due: judge.dues.due(slot, reading, 'low'),
    actual: judge.stop(slot, 'low'),
    normal: normal ?? '0',
    strict: strict ?? '0',
    lenient: lenient ?? '0',
    cause: judge.cause(slot),
  };
}

const verdictText = (number: string): string =>
  `CASE ${number} ${VERDICTS.map((word, index) => `WHEN ${index} THEN ${quoted(word)}`).join(' ')} END`;

/** A row for each finding, with the columns of the design; instants are microseconds, NULL where there is none. */
export function compileFindings(question: Question & { readonly constant?: boolean }): Compiled {
  const parts = open(question);
  const { pack } = question;
  const { judge, plan } = parts;
  const branches = judge.dues.slots.map((slot) => {
    const at = slotColumns(judge, pack, slot);
    const own = Object.fromEntries(
      Object.entries(at).map(([name, sql]) => [name, plan.column(sql, `f_${name}`)]),
    );
    return { slot, own };
  });
  return close(question, parts, (from) => findingSql(pack, branches, from, question.constant === true));
}

type Branch = { readonly slot: Slot; readonly own: Readonly<Record<string, string>> };

/** Room for the arms of a slot in a key of slot and arm. */
const SLOT_KEYS = 10_000;

/** Every row stands once for each slot that it owes; each column is picked by the slot. */
function findingSql(pack: AuditPack, branches: readonly Branch[], from: string, constant: boolean): string {
  const pick = (of: (branch: Branch) => string): string =>
    branches.length === 1 && branches[0]
      ? of(branches[0])
      : `CASE slot ${branches.map((branch) => `WHEN ${branch.slot.index} THEN ${of(branch)}`).join(' ')} END`;
  const instant =
    (name: string) =>
    (branch: Branch): string =>
      `CASE WHEN ${branch.own[name]} < ${NEVER_US} THEN ${branch.own[name]} END`;
  const cause = ({ slot, own }: Branch): string =>
    slot.duty.follows.length === 0
      ? "''"
      : `CASE ${own.cause} ${slot.duty.follows.map((name, index) => `WHEN ${index + 1} THEN ${quoted(name)}`).join(' ')} ELSE '' END`;
  const late = ({ own }: Branch): string =>
    `CASE WHEN ${own.actual} < ${NEVER_US} AND ${own.actual} > ${own.due} THEN CAST(${own.actual} - ${own.due} + ${own.due} % 1000 AS DOUBLE PRECISION) / 1000000 END`;
  const numbers = (name: string): string => pick(({ own }) => own[name] ?? '0');
  const agree = 'strict IN (0, normal) AND lenient IN (0, normal)';
  const alone = 'normal = 0 AND (strict = 0 OR lenient = 0 OR strict = lenient)';
  const overall = `CASE WHEN ${alone} THEN ${verdictText('GREATEST(strict, lenient)')} WHEN normal > 0 AND ${agree} THEN ${verdictText('normal')} ELSE 'depends' END`;
  const columns: readonly (readonly [name: string, sql: string, constant: string])[] = [
    ['also', pick(({ own }) => own.also ?? ''), "''"],
    ['start_us', pick(instant('start')), low(pack.received)],
    ['due_us', pick(instant('due')), low(pack.received)],
    ['actual_us', pick(instant('actual')), low(pack.received)],
    ['normal', numbers('normal'), '1'],
    ['strict', numbers('strict'), '1'],
    ['lenient', numbers('lenient'), '1'],
    ['late_by_seconds', pick(late), 'CAST(NULL AS DOUBLE PRECISION)'],
    ['caused_by', pick(cause), "''"],
  ];
  const list = columns.map(([name, sql, fixed]) => `${constant ? fixed : sql} AS ${name}`).join(',\n  ');
  const slots = branches.map(({ slot }) => `(${slot.index})`).join(', ');
  const number = pack.key.number ? text(pack.key.number) : "''";
  const arm = pick(({ own }) => own.arm ?? '0');
  const rules = branches.flatMap(({ slot }) =>
    rulesOf(slot).map((rule, index) => `(${slot.index * SLOT_KEYS + index + 1}, ${quoted(rule)})`),
  );
  const inner = `SELECT ${text(pack.key.case)} AS case_id, ${number} AS decision_no, ${pick(({ slot }) => quoted(slot.duty.name))} AS duty, row_id, slot, ${arm} AS arm,
  ${list}
  FROM ${from} CROSS JOIN (VALUES ${slots}) AS each_slot(slot) WHERE ${arm} > 0`;
  return `SELECT case_id, decision_no, duty, rule, also, start_us, due_us, actual_us, ${overall} AS verdict, ${verdictText('normal')} AS verdict_default, ${verdictText('strict')} AS verdict_strict, ${verdictText('lenient')} AS verdict_lenient, late_by_seconds, caused_by, row_id, slot, arm FROM (${inner}) e
  JOIN (VALUES ${rules.join(', ')}) AS named_arm(arm_key, rule) ON arm_key = slot * ${SLOT_KEYS} + arm`;
}
