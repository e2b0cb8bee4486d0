import { NEVER_US } from '../day-table.ts';
import { text } from '../expression/columns.ts';
import type { AuditPack } from '../pack/model.ts';
import { type Compiled, close, open, type Question } from './compile.ts';
import { quoted } from './dialect.ts';
import { othersOf, type SlotColumns, slotColumns } from './slot-columns.ts';
import { rulesOf, type Slot, VERDICTS } from './slots.ts';

const verdictText = (number: string): string =>
  `CASE ${number} ${VERDICTS.map((word, index) => `WHEN ${index} THEN ${quoted(word)}`).join(' ')} END`;

/** A row for each finding, with the columns of the design; instants are microseconds, NULL where there is none. */
export function compileFindings(question: Question): Compiled {
  const parts = open(question);
  const { pack } = question;
  const { judge, plan } = parts;
  const branches = judge.dues.slots.map((slot) => {
    const told = Object.entries(slotColumns(judge, pack, slot));
    const names = told.map(([name, value]) => [name, plan.column(value, `f_${name}`).name]);
    return { slot, own: Object.fromEntries(names) as Branch['own'] };
  });
  return close(question, parts, (from) => findingSql(pack, branches, from));
}

/** A slot, and the names of its columns. */
type Branch = { readonly slot: Slot; readonly own: Readonly<Record<keyof SlotColumns, string>> };

/** Room for the arms of a slot in a key of slot and arm. */
const SLOT_KEYS = 10_000;

/** What each arm of a slot is called, with every choice of its other rules that may be violated as well. */
const armNames = ({ slot }: Branch): string[] =>
  rulesOf(slot).flatMap((rule, index) => {
    const others = othersOf(slot, index);
    return Array.from({ length: 2 ** others.length }, (_, bits) => {
      const also = others.filter((_other, bit) => (bits >> bit) % 2 === 1).map((other) => other.rule);
      return `(${slot.index * SLOT_KEYS + index + 1}, ${bits}, ${quoted(rule)}, ${quoted(also.join(' '))})`;
    });
  });

/** Every row stands once for each slot that it owes; each column is picked by the slot. */
function findingSql(pack: AuditPack, branches: readonly Branch[], from: string): string {
  const pick = (of: (branch: Branch) => string): string =>
    branches.length === 1 && branches[0]
      ? of(branches[0])
      : `CASE slot ${branches.map((branch) => `WHEN ${branch.slot.index} THEN ${of(branch)}`).join(' ')} END`;
  const instant =
    (name: keyof SlotColumns) =>
    (branch: Branch): string =>
      `CASE WHEN ${branch.own[name]} < ${NEVER_US} THEN ${branch.own[name]} END`;
  const cause = ({ slot, own }: Branch): string =>
    slot.duty.follows.length === 0
      ? "''"
      : `CASE ${own.cause} ${slot.duty.follows.map((name, index) => `WHEN ${index + 1} THEN ${quoted(name)}`).join(' ')} ELSE '' END`;
  const late = ({ own }: Branch): string =>
    `CASE WHEN ${own.actual} < ${NEVER_US} AND ${own.actual} > ${own.due} THEN CAST(${own.actual} - ${own.due} + ${own.due} % 1000 AS DOUBLE PRECISION) / 1000000 END`;
  const numbers = (name: keyof SlotColumns): string => pick(({ own }) => own[name]);
  const agree = 'strict IN (0, normal) AND lenient IN (0, normal)';
  const alone = 'normal = 0 AND (strict = 0 OR lenient = 0 OR strict = lenient)';
  const overall = `CASE WHEN ${alone} THEN ${verdictText('GREATEST(strict, lenient)')} WHEN normal > 0 AND ${agree} THEN ${verdictText('normal')} ELSE 'depends' END`;
  const columns: readonly (readonly [name: string, sql: string])[] = [
    ['also_bits', numbers('also')],
    ['start_us', pick(instant('start'))],
    ['due_us', pick(instant('due'))],
    ['actual_us', pick(instant('actual'))],
    ['normal', numbers('normal')],
    ['strict', numbers('strict')],
    ['lenient', numbers('lenient')],
    ['late_by_seconds', pick(late)],
    ['caused_by', pick(cause)],
  ];
  const list = columns.map(([name, sql]) => `${sql} AS ${name}`).join(',\n  ');
  const slots = branches.map(({ slot }) => `(${slot.index})`).join(', ');
  const number = pack.key.number ? text(pack.key.number) : "''";
  const arm = numbers('arm');
  const inner = `SELECT ${text(pack.key.case)} AS case_id, ${number} AS decision_no, ${pick(({ slot }) => quoted(slot.duty.name))} AS duty, row_id, slot, ${arm} AS arm,
  ${list}
  FROM ${from} CROSS JOIN (VALUES ${slots}) AS each_slot(slot) WHERE ${arm} > 0`;
  return `SELECT case_id, decision_no, duty, rule, also, start_us, due_us, actual_us, ${overall} AS verdict, ${verdictText('normal')} AS verdict_default, ${verdictText('strict')} AS verdict_strict, ${verdictText('lenient')} AS verdict_lenient, late_by_seconds, caused_by, row_id, slot, arm FROM (${inner}) e
  JOIN (VALUES ${branches.flatMap(armNames).join(', ')}) AS named_arm(arm_key, bits, rule, also) ON arm_key = slot * ${SLOT_KEYS} + arm AND bits = also_bits`;
}
