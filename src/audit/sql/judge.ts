import { READING_NAMES, type Reading, type ReadingName } from '../../rulebook/index.ts';
import { DAY_US, dayOf, NEVER_US } from '../day-table.ts';
import type { Anchor, AuditArm, AuditClock, AuditPack } from '../pack/model.ts';
import type { Calendar } from './calendar.ts';
import { high, low } from './conditions.ts';
import { Limits, type Start } from './limits.ts';
import { Owing, type Rows } from './owing.ts';
import type { Plan } from './plan.ts';
import { needsParent, type Slot, slotsOf } from './slots.ts';

export type End = 'low' | 'high';
const MINUTE_US = 60_000_000;

export type JudgeOptions = {
  readonly pack: AuditPack;
  readonly plan: Plan;
  readonly calendar: Calendar;
  /** Where the log ends (µs). */
  readonly until: number;
  /** Whether every instant in the log is one instant, not a day or a minute. */
  readonly exact: boolean;
  /** Every instant that is counted from lies between these (µs). */
  readonly span: readonly [from: number, to: number];
  readonly rows: Rows;
  readonly readings: Readonly<Record<ReadingName, Reading>>;
};

/** Compiles the duties of a pack: limits, verdicts and roots as columns of a plan. */
export class Judge {
  readonly slots: readonly Slot[];
  readonly limits: Limits;
  readonly owing: Owing;
  readonly #to: JudgeOptions;
  readonly #known = new Map<string, unknown>();
  readonly #readings: Reading[] = [];

  constructor(options: JudgeOptions) {
    this.#to = options;
    this.limits = new Limits(options.plan, options.calendar, options.span);
    const all = slotsOf(options.pack);
    this.owing = new Owing({ ...options, slots: all, laterEnd: options.exact ? low : high });
    this.slots = options.rows === 'ordinary' ? all.filter(({ place }) => place === 0) : all;
  }

  /** What was compiled once is not compiled again. */
  #once<T>(what: string, slot: Slot, reading: Reading | null, more: string, make: () => T): T {
    if (reading && !this.#readings.includes(reading)) this.#readings.push(reading);
    const key = `${what} ${slot.index} ${reading ? this.#readings.indexOf(reading) : ''} ${more}`;
    if (!this.#known.has(key)) this.#known.set(key, make());
    return this.#known.get(key) as T;
  }

  get #plan(): Plan {
    return this.#to.plan;
  }
  get #plain(): boolean {
    return this.#to.rows === 'ordinary';
  }

  #instant(column: string, end: End): string {
    return end === 'low' || this.#to.exact ? low(column) : high(column);
  }

  #slotOf(duty: string, place: number): Slot | null {
    const own = this.slots.filter((slot) => slot.duty.name === duty);
    return own.find((slot) => slot.place === place) ?? own[0] ?? null;
  }

  #start(anchor: Anchor, reading: Reading, end: End, place: number): Start {
    const at = (column: string): Start => ({ column: this.#instant(column, end) });
    const due = (duty: string): Start => {
      const slot = this.#slotOf(duty, place);
      return slot ? { column: this.due(slot, reading, end) } : { never: true };
    };
    if ('receipt' in anchor) return { receipt: this.#instant(anchor.receipt, end) };
    if ('due' in anchor) return due(anchor.due);
    if ('later' in anchor) {
      const [first, second] = anchor.later;
      return { later: [this.#start(first, reading, end, place), this.#start(second, reading, end, place)] };
    }
    if ('reconsidered' in anchor) {
      if (reading.recon_cap === 'none') return { never: true };
      return reading.recon_cap === 'recon_receipt'
        ? at(anchor.reconsidered)
        : { receipt: this.#instant(anchor.original, end) };
    }
    if ('called' in anchor) {
      const call = at(anchor.called);
      const made: Start =
        reading.written_anchor === 'actual_verbal' ? call : { earlier: [call, due(anchor.duty)] };
      if (this.#plain) return made;
      const instead = {
        none: (): Start => ({ never: true }),
        decision: () => at(anchor.decided),
        verbal_due: () => due(anchor.duty),
      };
      return {
        when: `${low(anchor.called)} < ${NEVER_US}`,
        made,
        otherwise: instead[reading.no_verbal_anchor](),
      };
    }
    const own = at(anchor.column);
    if (!anchor.else || this.#plain) return own;
    return {
      when: `${low(anchor.column)} < ${NEVER_US}`,
      made: own,
      otherwise: this.#start(anchor.else, reading, end, place),
    };
  }

  /** Start and limit of an arm; null where it does not hold under the reading. */
  arm(arm: AuditArm, reading: Reading, end: End, place: number): { from: Start; due: string } | null {
    if (arm.capScope && !arm.capScope.includes(reading.cap_scope)) return null;
    const from = this.#start(arm.of, reading, end, place);
    return { from, due: this.limits.within(from, ...arm.within, reading) };
  }

  #extended({ extension }: AuditClock, due: string, reading: Reading): string {
    if (!extension) return due;
    const base = this.#plan.column(due, 'first_limit');
    const { until, atMost, grounds, notice } = extension;
    const tests = [`${low(until)} < ${NEVER_US}`];
    if (grounds)
      tests.push(`s_${grounds.column} IN (${grounds.values.map((value) => `'${value}'`).join(', ')})`);
    if (notice) tests.push(`${this.#instant(notice, 'high')} <= ${base}`);
    const most = this.limits.within({ column: base }, ...atMost, reading);
    const longer = `GREATEST(${base}, LEAST(${this.#instant(until, 'high')}, ${most}))`;
    return `CASE WHEN ${tests.join(' AND ')} THEN ${longer} ELSE ${base} END`;
  }

  /** The clocks that a query has to know, each with its number. */
  #clocks(slot: Slot): { readonly clock: AuditClock; readonly number: number }[] {
    return slot.clocks
      .map((clock, index) => ({ clock, number: index + 1 }))
      .filter(({ clock }) => !(this.#plain && needsParent(clock)));
  }

  /** Picks by the clock that binds; clocks for which the same is picked share a line. */
  #byClock(slot: Slot, pick: (clock: AuditClock, number: number) => string, otherwise: string): string {
    const lines = new Map<string, number[]>();
    for (const { clock, number } of this.#clocks(slot)) {
      const sql = pick(clock, number);
      lines.set(sql, [...(lines.get(sql) ?? []), number]);
    }
    const key = this.owing.clock(slot);
    const cases = [...lines]
      .filter(([sql]) => sql !== otherwise)
      .map(([sql, [first, ...more]]) =>
        more.length === 0
          ? `WHEN ${key} = ${first} THEN ${sql}`
          : `WHEN ${key} IN (${[first, ...more].join(', ')}) THEN ${sql}`,
      );
    return cases.length === 0 ? otherwise : `CASE ${cases.join('\n    ')} ELSE ${otherwise} END`;
  }

  /** The earliest limit of a slot under a reading, as a column; NEVER_US where there is none. */
  due(slot: Slot, reading: Reading, end: End): string {
    return this.#once('due', slot, reading, end, () => this.#due(slot, reading, end));
  }

  #due(slot: Slot, reading: Reading, end: End): string {
    const sql = this.#byClock(
      slot,
      (clock) => {
        const dues = clock.arms
          .flatMap((arm) => this.arm(arm, reading, end, slot.place)?.due ?? [])
          .filter((due) => due !== `${NEVER_US}`);
        const first =
          dues.length === 0 ? `${NEVER_US}` : dues.length === 1 ? `${dues[0]}` : `LEAST(${dues.join(', ')})`;
        return this.#extended(clock, first, reading);
      },
      `${NEVER_US}`,
    );
    return this.#plan.column(sql, `due_${slot.index}`);
  }

  /** When the duty was done, at one end of what the log may mean; NEVER_US where it was not. */
  stop({ duty }: Slot, end: End): string {
    const { columns, take } = duty.stop;
    const of = columns.map((column) => this.#instant(column, end));
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
      return `CASE WHEN ${none} THEN 0 WHEN ${act} > ${last} THEN 1 WHEN ${latest} <= ${first} THEN 2 ELSE 4 END`;
    }
    if (exact) {
      return `CASE WHEN ${act} > ${dueLow} THEN CASE WHEN ${act} < ${NEVER_US} OR ${until} > ${dueLow} THEN 2 ELSE 3 END WHEN ${dueLow} < ${NEVER_US} THEN 1 ELSE 0 END`;
    }
    const { divide } = this.#plan.dialect;
    const grace = `(${latest} > ${act} AND ${latest} - ${act} < ${MINUTE_US} AND ${divide(act, MINUTE_US)} = ${divide(first, MINUTE_US)})`;
    return `CASE WHEN ${dueLow} >= ${NEVER_US} THEN 0 WHEN ${act} >= ${NEVER_US} THEN CASE WHEN ${until} <= ${first} THEN 3 WHEN ${until} > ${last} THEN 2 ELSE 4 END WHEN ${latest} <= ${first} OR ${grace} THEN 1 WHEN ${act} > ${last} THEN 2 ELSE 4 END`;
  }

  #under(slot: Slot, name: ReadingName): string {
    const { readings, span, pack, exact } = this.#to;
    const dueLow = this.due(slot, readings[name], 'low');
    const dueHigh = exact ? dueLow : this.due(slot, readings[name], 'high');
    const end = (dayOf(pack.calendar.to) + 1) * DAY_US;
    const verdict = this.verdict(slot, dueLow, dueHigh);
    const beyond = span[1] > end - 60 * DAY_US;
    return beyond
      ? `CASE WHEN ${dueLow} > ${end} AND ${dueLow} < ${NEVER_US} THEN 4 ELSE ${verdict} END`
      : verdict;
  }

  #orphan(slot: Slot): string | null {
    return slot.orphans.length === 0 || this.#plain
      ? null
      : `${this.owing.clock(slot)} > ${slot.clocks.length}`;
  }

  /** The verdicts of a slot under the three readings, with what closing and an incomplete log make of them. */
  verdicts(slot: Slot): readonly string[] {
    return this.#once('verdicts', slot, null, '', () => this.#verdicts(slot));
  }

  #verdicts(slot: Slot): readonly string[] {
    const { pack, readings } = this.#to;
    const due = this.due(slot, readings.default, 'low');
    const orphan = this.#orphan(slot);
    return READING_NAMES.map((name) => {
      const own = this.#under(slot, name);
      const cases = this.#plain
        ? []
        : [
            ...(orphan ? [`WHEN ${orphan} THEN 4`] : []),
            ...(pack.closed
              ? [
                  `WHEN ${this.owing.closed()} AND ${this.#instant(pack.closed.column, 'high')} <= ${due} THEN 0`,
                ]
              : []),
            ...(slot.duty.unsure
              ? [
                  `WHEN ${this.owing.unsure(slot)} AND ${this.stop(slot, 'low')} >= ${NEVER_US} AND ${due} < ${NEVER_US} THEN 4`,
                ]
              : []),
          ];
      return this.#plan.column(
        cases.length === 0 ? own : `CASE ${cases.join(' ')} ELSE ${own} END`,
        `v_${slot.index}`,
      );
    });
  }

  /** The number of the arm that binds under the default reading; 0 where the slot owes nothing. */
  binding(slot: Slot): string {
    return this.#once('binding', slot, null, '', () => this.#binding(slot));
  }

  #binding(slot: Slot): string {
    const reading = this.#to.readings.default;
    const due = this.due(slot, reading, 'low');
    const own = this.#byClock(
      slot,
      (clock) => {
        const arms = clock.arms.flatMap((arm) => {
          const number = slot.arms.findIndex((other) => other.arm === arm) + 1;
          const at = this.arm(arm, reading, 'low', slot.place);
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
      ? `WHEN ${orphan} THEN ${slot.arms.length} + ${this.owing.clock(slot)} - ${clocks} `
      : '';
    return this.#plan.column(
      `CASE ${missing}WHEN ${due} >= ${NEVER_US} THEN 0 ELSE ${own} END`,
      `arm_${slot.index}`,
    );
  }

  /** Whether a slot is violated, or judged differently by the readings. */
  #late(slot: Slot): string {
    return this.#once('late', slot, null, '', () => this.#lateSql(slot));
  }

  #lateSql(slot: Slot): string {
    const [normal, strict, lenient] = this.verdicts(slot);
    const agree = `(${strict} = 0 OR ${strict} = ${normal}) AND (${lenient} = 0 OR ${lenient} = ${normal})`;
    return this.#plan.column(`(${normal} > 0 AND (${normal} = 2 OR NOT (${agree})))`, `late_${slot.index}`);
  }

  /** The place, counted from 1, of the earlier duty whose lateness left this one no time; 0 where there is none. */
  cause(slot: Slot): string {
    return this.#once('cause', slot, null, '', () => this.#cause(slot));
  }

  #cause(slot: Slot): string {
    const due = this.due(slot, this.#to.readings.default, 'low');
    const cases = slot.duty.follows.flatMap((name, index) => {
      const before = this.slots.filter(({ duty }) => duty.name === name);
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
