import type { Interpretation, InterpretationName } from '../../rulebook/index.ts';
import { DAY_US, dayOf } from '../day-table.ts';
import {
  all,
  any,
  type Column,
  choose,
  comes,
  compare,
  greatest,
  least,
  minus,
  not,
  over,
  plus,
  type Test,
  times,
  type Value,
} from '../expression/tree.ts';
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

  /** When the duty was done, at one end of what the log may mean; NEVER where it was not. */
  stop({ duty }: Slot, end: End): Column {
    const { columns, take } = duty.stop;
    const of = columns.map((column) => this.dues.instant(column, end));
    return this.#plan.column(take === 'first' ? least(...of) : greatest(...of), 'stop');
  }

  /** The number in VERDICTS of the act of a slot against a limit given at both ends. */
  verdict(slot: Slot, dueLow: Value, dueHigh: Value): Value {
    const act = this.stop(slot, 'low');
    const { until, exact } = this.#to;
    const latest = this.stop(slot, 'high');
    const first = exact ? dueLow : this.#plan.column(least(dueLow, dueHigh), 'first');
    const last = exact
      ? dueLow
      : this.#plan.column(choose([[not(comes(dueHigh)), dueLow]], greatest(dueLow, dueHigh)), 'last');
    if (slot.clocks.some((clock) => clock.notBefore))
      return choose(
        [
          [any(not(comes(dueLow)), not(comes(act))), 0],
          [compare(act, '>=', last), 1],
          [compare(latest, '<', first), 2],
        ],
        4,
      );
    if (exact) {
      const late = any(comes(act), compare(until, '>', dueLow));
      return choose(
        [
          [compare(act, '>', dueLow), choose([[late, 2]], 3)],
          [comes(dueLow), 1],
        ],
        0,
      );
    }
    const grace = all(
      compare(latest, '>', act),
      compare(minus(latest, act), '<', MINUTE_US),
      compare(over(act, MINUTE_US), '=', over(first, MINUTE_US)),
    );
    const absent = choose(
      [
        [compare(until, '<=', first), 3],
        [compare(until, '>', last), 2],
      ],
      4,
    );
    return choose(
      [
        [not(comes(dueLow)), 0],
        [not(comes(act)), absent],
        [any(compare(latest, '<=', first), grace), 1],
        [compare(act, '>', last), 2],
      ],
      4,
    );
  }

  #under(slot: Slot, name: InterpretationName): Value {
    const { interpretations, span, pack, exact } = this.#to;
    const dueLow = this.dues.due(slot, interpretations[name], 'low');
    const dueHigh = exact ? dueLow : this.dues.due(slot, interpretations[name], 'high');
    const end = (dayOf(pack.calendar.to) + 1) * DAY_US;
    const verdict = this.verdict(slot, dueLow, dueHigh);
    return span[1] > end ? choose([[all(compare(dueLow, '>', end), comes(dueLow)), 4]], verdict) : verdict;
  }

  #orphan(slot: Slot): Test | null {
    return slot.orphans.length === 0 || this.dues.plain
      ? null
      : compare(this.dues.owing.clock(slot), '>', slot.clocks.length);
  }

  /** The verdicts of a slot under the three interpretations, with what closing and an incomplete log make of them. */
  verdicts(slot: Slot): readonly [normal: Column, strict: Column, lenient: Column] {
    return this.#once('verdicts', slot, () => [
      this.#verdict(slot, 'default'),
      this.#verdict(slot, 'strict'),
      this.#verdict(slot, 'lenient'),
    ]);
  }

  #verdict(slot: Slot, name: InterpretationName): Column {
    const due = this.dues.due(slot, this.#to.interpretations.default, 'low');
    const own = this.#under(slot, name);
    const cases = this.dues.plain ? [] : this.#exceptions(slot, due);
    return this.#plan.column(choose(cases, own), `v_${slot.index}`);
  }

  #exceptions(slot: Slot, due: Column): (readonly [Test, number])[] {
    const { owing } = this.dues;
    const { closed } = this.#to.pack;
    const cases: (readonly [Test, number])[] = [];
    const orphan = this.#orphan(slot);
    if (orphan) cases.push([orphan, 4]);
    if (closed) {
      const over = compare(this.dues.instant(closed.column, 'high'), '<=', due);
      cases.push([all(owing.closed(), over), 0]);
    }
    if (slot.duty.unsure) {
      const undone = not(comes(this.stop(slot, 'low')));
      cases.push([all(owing.unsure(slot), undone, comes(due)), 4]);
    }
    return cases;
  }

  /** The number of the arm that binds under the default interpretation; 0 where the slot owes nothing. */
  binding(slot: Slot): Column {
    return this.#once('binding', slot, () => this.#binding(slot));
  }

  #binding(slot: Slot): Column {
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
        const first = arms.slice(0, -1).map((arm, index) => {
          const others = arms.slice(index + 1).map((other) => other.due);
          return [compare(arm.due, '<=', least(...others)), arm.number] as const;
        });
        return choose(first, arms.at(-1)?.number ?? 0);
      },
      choose([], 0),
    );
    const orphan = this.#orphan(slot);
    const after = minus(plus(slot.arms.length, this.dues.owing.clock(slot)), slot.clocks.length);
    return this.#plan.column(
      choose([...(orphan ? [[orphan, after] as const] : []), [not(comes(due)), 0]], own),
      `arm_${slot.index}`,
    );
  }

  /** Whether a slot is violated, or judged differently by the interpretations. */
  #late(slot: Slot): Test {
    return this.#once('late', slot, () => {
      const [normal, strict, lenient] = this.verdicts(slot);
      const agrees = (other: Column): Test => any(compare(other, '=', 0), compare(other, '=', normal));
      const differs = not(all(agrees(strict), agrees(lenient)));
      return this.#plan.test(
        all(compare(normal, '>', 0), any(compare(normal, '=', 2), differs)),
        `late_${slot.index}`,
      );
    });
  }

  /** The place, counted from 1, of the earlier duty whose lateness left this one no time; 0 where there is none. */
  cause(slot: Slot): Value {
    return this.#once('cause', slot, () => this.#cause(slot));
  }

  #cause(slot: Slot): Value {
    const due = this.dues.due(slot, this.#to.interpretations.default, 'low');
    const cases = slot.duty.follows.flatMap((name, index): (readonly [Test, number])[] => {
      const before = this.dues.slots.filter(({ duty }) => duty.name === name);
      const [first] = before;
      if (!first) return [];
      const act = this.stop(first, 'low');
      const late = any(...before.map((other) => this.#late(other)));
      // The first of them leaves no time even while it is undone.
      const since = index === 0 ? choose([[comes(act), act]], this.#to.until) : act;
      const done = index === 0 ? [] : [comes(act)];
      return [[all(late, ...done, compare(due, '<', since)), index + 1]];
    });
    if (cases.length === 0) return choose([], 0);
    return this.#plan.column(choose([[not(this.#late(slot)), 0], ...cases], 0), `cause_${slot.index}`);
  }

  /** Everything about a slot in one whole number (see `decode`); 0 where it owes nothing. */
  code(slot: Slot): Column {
    const verdicts = this.verdicts(slot);
    const causes = slot.duty.follows.length + 1;
    const arm = this.binding(slot);
    const sum = verdicts.reduce<Value>(
      (code, verdict) => plus(times(code, 5), verdict),
      plus(times(arm, causes), this.cause(slot)),
    );
    return this.#plan.column(choose([[compare(arm, '=', 0), 0]], sum), `code_${slot.index}`);
  }
}
