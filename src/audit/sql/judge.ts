import { INTERPRETATION_NAMES, type Interpretation, type InterpretationName } from '../../rulebook/index.ts';
import { DAY_US, dayOf, NEVER_US } from '../day-table.ts';
import { Dues, type DuesOptions, type End } from './dues.ts';
import type { Plan } from './plan.ts';
import type { Slot } from './slots.ts';

const MINUTE_US = 60_000_000;

export type JudgeOptions = DuesOptions & {
  /** Where the log ends (µs). */
  readonly until: number;
  readonly interpretations: Readonly<Record<InterpretationName, Interpretation>>;
};

/** Compiles what each duty of a row comes to: its verdicts, its root and its code, as columns of a plan. */
export class Judge {
  readonly dues: Dues;
  readonly #to: JudgeOptions;
  readonly #known = new Map<string, unknown>();

  constructor(options: JudgeOptions) {
    this.#to = options;
    this.dues = new Dues(options);
  }

  /** What was compiled once is not compiled again. */
  #once<T>(what: string, slot: Slot, make: () => T): T {
    const key = `${what} ${slot.index}`;
    if (!this.#known.has(key)) this.#known.set(key, make());
    return this.#known.get(key) as T;
  }

  get #plan(): Plan {
    return this.#to.plan;
  }

  /** When the duty was done, at one end of what the log may mean; NEVER_US where it was not. */
  stop({ duty }: Slot, end: End): string {
    const { columns, take } = duty.stop;
    const of = columns.map((column) => this.dues.instant(column, end));
    if (of.length === 1) return of[0] ?? '';
    return this.#plan.column(`${take === 'first' ? 'LEAST' : 'GREATEST'}(${of.join(', ')})`, 'stop');
  }

  /** The number in VERDICTS of the act of a slot against a limit given at both ends. */
  verdict(slot: Slot, dueLow: string, dueHigh: string): string {
    const act = this.stop(slot, 'low');
    const { until, exact } = this.#to;
    const notBefore = slot.clocks.some((clock) => clock.notBefore);
    const latest = this.stop(slot, 'high');
    const first = exact ? dueLow : this.#plan.column(`LEAST(${dueLow}, ${dueHigh})`, 'first');
    const last = exact
      ? dueLow
      : this.#plan.column(
          `CASE WHEN ${dueHigh} >= ${NEVER_US} THEN ${dueLow} ELSE GREATEST(${dueLow}, ${dueHigh}) END`,
          'last',
        );
    if (notBefore) {
      const none = `${dueLow} >= ${NEVER_US} OR ${act} >= ${NEVER_US}`;
      return `CASE WHEN ${none} THEN 0 WHEN ${act} >= ${last} THEN 1 WHEN ${latest} < ${first} THEN 2 ELSE 4 END`;
    }
    if (exact) {
      return `CASE WHEN ${act} > ${dueLow} THEN CASE WHEN ${act} < ${NEVER_US} OR ${until} > ${dueLow} THEN 2 ELSE 3 END WHEN ${dueLow} < ${NEVER_US} THEN 1 ELSE 0 END`;
    }
    const { divide } = this.#plan.dialect;
    const grace = `(${latest} > ${act} AND ${latest} - ${act} < ${MINUTE_US} AND ${divide(act, MINUTE_US)} = ${divide(first, MINUTE_US)})`;
    return `CASE WHEN ${dueLow} >= ${NEVER_US} THEN 0 WHEN ${act} >= ${NEVER_US} THEN CASE WHEN ${until} <= ${first} THEN 3 WHEN ${until} > ${last} THEN 2 ELSE 4 END WHEN ${latest} <= ${first} OR ${grace} THEN 1 WHEN ${act} > ${last} THEN 2 ELSE 4 END`;
  }

  #under(slot: Slot, name: InterpretationName): string {
    const { interpretations, span, pack, exact } = this.#to;
    const dueLow = this.dues.due(slot, interpretations[name], 'low');
    const dueHigh = exact ? dueLow : this.dues.due(slot, interpretations[name], 'high');
    const end = (dayOf(pack.calendar.to) + 1) * DAY_US;
    const verdict = this.verdict(slot, dueLow, dueHigh);
    const beyond = span[1] > end;
    return beyond
      ? `CASE WHEN ${dueLow} > ${end} AND ${dueLow} < ${NEVER_US} THEN 4 ELSE ${verdict} END`
      : verdict;
  }

  #orphan(slot: Slot): string | null {
    return slot.orphans.length === 0 || this.dues.plain
      ? null
      : `${this.dues.owing.clock(slot)} > ${slot.clocks.length}`;
  }

  /** The verdicts of a slot under the three interpretations, with what closing and an incomplete log make of them. */
  verdicts(slot: Slot): readonly string[] {
    return this.#once('verdicts', slot, () => this.#verdicts(slot));
  }

  #verdicts(slot: Slot): readonly string[] {
    const { pack, interpretations } = this.#to;
    const due = this.dues.due(slot, interpretations.default, 'low');
    const orphan = this.#orphan(slot);
    return INTERPRETATION_NAMES.map((name) => {
      const own = this.#under(slot, name);
      const cases = this.dues.plain
        ? []
        : [
            ...(orphan ? [`WHEN ${orphan} THEN 4`] : []),
            ...(pack.closed
              ? [
                  `WHEN ${this.dues.owing.closed()} AND ${this.dues.instant(pack.closed.column, 'high')} <= ${due} THEN 0`,
                ]
              : []),
            ...(slot.duty.unsure
              ? [
                  `WHEN ${this.dues.owing.unsure(slot)} AND ${this.stop(slot, 'low')} >= ${NEVER_US} AND ${due} < ${NEVER_US} THEN 4`,
                ]
              : []),
          ];
      return this.#plan.column(
        cases.length === 0 ? own : `CASE ${cases.join(' ')} ELSE ${own} END`,
        `v_${slot.index}`,
      );
    });
  }

  /** The number of the arm that binds under the default interpretation; 0 where the slot owes nothing. */
  binding(slot: Slot): string {
    return this.#once('binding', slot, () => this.#binding(slot));
  }

  #binding(slot: Slot): string {
    const interpretation = this.#to.interpretations.default;
    const due = this.dues.due(slot, interpretation, 'low');
    const own = this.dues.byClock(
      slot,
      (clock) => {
        const arms = clock.arms.flatMap((arm) => {
          const number = slot.arms.findIndex((other) => other.arm === arm) + 1;
          const at = this.dues.arm({ arm, clock }, interpretation, 'low', slot.place);
          return at ? [{ number, due: at.due }] : [];
        });
        const last = arms.at(-1);
        const tests = arms.slice(0, -1).map((arm, index) => {
          const others = arms.slice(index + 1).map((other) => other.due);
          return `WHEN ${arm.due} <= ${others.length === 1 ? others[0] : `LEAST(${others.join(', ')})`} THEN ${arm.number}`;
        });
        return tests.length === 0
          ? `${last?.number ?? 0}`
          : `CASE ${tests.join(' ')} ELSE ${last?.number} END`;
      },
      '0',
    );
    const orphan = this.#orphan(slot);
    const clocks = slot.clocks.length;
    const missing = orphan
      ? `WHEN ${orphan} THEN ${slot.arms.length} + ${this.dues.owing.clock(slot)} - ${clocks} `
      : '';
    return this.#plan.column(
      `CASE ${missing}WHEN ${due} >= ${NEVER_US} THEN 0 ELSE ${own} END`,
      `arm_${slot.index}`,
    );
  }

  /** Whether a slot is violated, or judged differently by the interpretations. */
  #late(slot: Slot): string {
    return this.#once('late', slot, () => this.#lateSql(slot));
  }

  #lateSql(slot: Slot): string {
    const [normal, strict, lenient] = this.verdicts(slot);
    const agree = `(${strict} = 0 OR ${strict} = ${normal}) AND (${lenient} = 0 OR ${lenient} = ${normal})`;
    return this.#plan.column(`(${normal} > 0 AND (${normal} = 2 OR NOT (${agree})))`, `late_${slot.index}`);
  }

  /** The place, counted from 1, of the earlier duty whose lateness left this one no time; 0 where there is none. */
  cause(slot: Slot): string {
    return this.#once('cause', slot, () => this.#cause(slot));
  }

  #cause(slot: Slot): string {
    const due = this.dues.due(slot, this.#to.interpretations.default, 'low');
    const cases = slot.duty.follows.flatMap((name, index) => {
      const before = this.dues.slots.filter(({ duty }) => duty.name === name);
      const [first] = before;
      if (!first) return [];
      const act = this.stop(first, 'low');
      const late = before.map((other) => this.#late(other)).join(' OR ');
      const since =
        index === 0 ? `CASE WHEN ${act} < ${NEVER_US} THEN ${act} ELSE ${this.#to.until} END` : act;
      const done = index === 0 ? '' : ` AND ${act} < ${NEVER_US}`;
      return [`WHEN (${late})${done} AND ${due} < ${since} THEN ${index + 1}`];
    });
    if (cases.length === 0) return '0';
    return this.#plan.column(
      `CASE WHEN NOT ${this.#late(slot)} THEN 0 ${cases.join(' ')} ELSE 0 END`,
      `cause_${slot.index}`,
    );
  }

  /** Everything about a slot in one whole number (see `decode`); 0 where it owes nothing. */
  code(slot: Slot): string {
    const [normal, strict, lenient] = this.verdicts(slot);
    const causes = slot.duty.follows.length + 1;
    const arm = this.binding(slot);
    const sum = `(((${arm} * ${causes} + ${this.cause(slot)}) * 5 + ${normal}) * 5 + ${strict}) * 5 + ${lenient}`;
    return this.#plan.column(`CASE WHEN ${arm} = 0 THEN 0 ELSE ${sum} END`, `code_${slot.index}`);
  }
}
