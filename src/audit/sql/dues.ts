import type { Interpretation } from '../../rulebook/index.ts';
import { high, low } from '../expression/columns.ts';
import {
  all,
  among,
  type Column,
  choose,
  column,
  comes,
  compare,
  greatest,
  isNever,
  keyOf,
  least,
  NEVER,
  type Test,
  type Value,
  type When,
  word,
} from '../expression/tree.ts';
import type { Anchor, AuditClock, AuditPack } from '../pack/model.ts';
import type { Calendar } from './calendar.ts';
import { Limits, type Start } from './limits.ts';
import { Owing, type Rows } from './owing.ts';
import type { Plan } from './plan.ts';
import { needsParent, type Slot, slotsOf } from './slots.ts';

/** Which end of what a logged time may mean. */
export type End = 'low' | 'high';

export type DuesOptions = {
  readonly pack: AuditPack;
  readonly plan: Plan;
  readonly calendar: Calendar;
  /** Whether every instant in the log is one instant, not a day or a minute. */
  readonly exact: boolean;
  /** Every instant that is counted from lies between these (µs). */
  readonly span: readonly [from: number, to: number];
  readonly rows: Rows;
};

/** Compiles when each duty of a row was due: its starts, its arms, and the earliest of them. */
export class Dues {
  readonly slots: readonly Slot[];
  readonly limits: Limits;
  readonly owing: Owing;
  readonly #to: DuesOptions;
  readonly #known = new Map<Interpretation, Map<string, Column>>();

  constructor(options: DuesOptions) {
    this.#to = options;
    this.limits = new Limits(options.plan, options.calendar, options.span);
    const all = slotsOf(options.pack);
    this.owing = new Owing({ ...options, slots: all, laterEnd: options.exact ? low : high });
    this.slots = options.rows === 'ordinary' ? all.filter(({ place }) => place === 0) : all;
  }

  /** Whether only ordinary rows are asked about, in which nothing stands in for anything. */
  get plain(): boolean {
    return this.#to.rows === 'ordinary';
  }

  /** The base column of one end of a logged time. */
  instant(name: string, end: End): Column {
    return column(end === 'low' || this.#to.exact ? low(name) : high(name));
  }

  /** Whether something happened, at whatever instant. */
  #happened(name: string): Test {
    return comes(column(low(name)));
  }

  #slotOf(duty: string, place: number): Slot | null {
    const own = this.slots.filter((slot) => slot.duty.name === duty);
    return own.find((slot) => slot.place === place) ?? own[0] ?? null;
  }

  #start(anchor: Anchor, interpretation: Interpretation, end: End, place: number): Start {
    const at = (name: string): Start => ({ column: this.instant(name, end) });
    const due = (duty: string): Start => {
      const slot = this.#slotOf(duty, place);
      return slot ? { column: this.due(slot, interpretation, end) } : { never: true };
    };
    if ('receipt' in anchor) return { receipt: this.instant(anchor.receipt, end) };
    if ('due' in anchor) return due(anchor.due);
    if ('later' in anchor) {
      const [first, second] = anchor.later;
      return {
        later: [
          this.#start(first, interpretation, end, place),
          this.#start(second, interpretation, end, place),
        ],
      };
    }
    if ('reconsidered' in anchor) {
      if (interpretation.recon_cap === 'none') return { never: true };
      return interpretation.recon_cap === 'recon_receipt'
        ? at(anchor.reconsidered)
        : { receipt: this.instant(anchor.original, end) };
    }
    if ('called' in anchor) {
      const call = at(anchor.called);
      const made: Start =
        interpretation.written_anchor === 'actual_verbal' ? call : { earlier: [call, due(anchor.duty)] };
      if (this.plain) return made;
      const instead = {
        none: (): Start => ({ never: true }),
        decision: () => at(anchor.decided),
        verbal_due: () => due(anchor.duty),
      };
      return {
        when: this.#happened(anchor.called),
        made,
        otherwise: instead[interpretation.no_verbal_anchor](),
      };
    }
    const own = at(anchor.column);
    if (!anchor.else || this.plain) return own;
    return {
      when: this.#happened(anchor.column),
      made: own,
      otherwise: this.#start(anchor.else, interpretation, end, place),
    };
  }

  /** Start and limit of an arm; null where it does not hold under the interpretation. */
  arm(
    { arm, clock }: Slot['arms'][number],
    interpretation: Interpretation,
    end: End,
    place: number,
  ): { from: Start; due: Value } | null {
    if (arm.capScope && !arm.capScope.includes(interpretation.cap_scope)) return null;
    const from = this.#start(arm.of, interpretation, end, place);
    const due = clock.notBefore
      ? this.limits.earliest(from, ...arm.within, interpretation)
      : this.limits.within(from, ...arm.within, interpretation);
    return { from, due };
  }

  #extended({ extension }: AuditClock, due: Value, interpretation: Interpretation): Value {
    if (!extension) return due;
    const base = this.#to.plan.column(due, 'first_limit');
    const { until, atMost, grounds, notice } = extension;
    const told = notice === undefined ? [] : [compare(this.instant(notice, 'high'), '<=', base)];
    const granted = grounds ? [word(grounds.column, grounds.values)] : [];
    const most = this.limits.within({ column: base }, ...atMost, interpretation);
    const longer = greatest(base, least(this.instant(until, 'high'), most));
    return choose([[all(this.#happened(until), ...granted, ...told), longer]], base);
  }

  /** The clocks that a query has to know, each with its number. */
  #clocks(slot: Slot): { readonly clock: AuditClock; readonly number: number }[] {
    return slot.clocks
      .map((clock, index) => ({ clock, number: index + 1 }))
      .filter(({ clock }) => !(this.plain && needsParent(clock)));
  }

  /** Picks by the clock that binds; clocks for which the same is picked share a line. */
  byClock(slot: Slot, pick: (clock: AuditClock) => Value, otherwise: Value): Value {
    const lines = new Map<string, { readonly value: Value; readonly numbers: number[] }>();
    for (const { clock, number } of this.#clocks(slot)) {
      const value = pick(clock);
      const alike = keyOf(value);
      const line = lines.get(alike) ?? { value, numbers: [] };
      line.numbers.push(number);
      lines.set(alike, line);
    }
    lines.delete(keyOf(otherwise));
    const key = this.owing.clock(slot);
    const cases = [...lines.values()].map(({ value, numbers }): When => [among(key, numbers), value]);
    // Few rows owe the second part of a duty.
    if (slot.place > 0) cases.unshift([compare(key, '=', 0), otherwise]);
    return choose(cases, otherwise);
  }

  /** The earliest limit of a slot under an interpretation, as a column; NEVER where there is none. */
  due(slot: Slot, interpretation: Interpretation, end: End): Column {
    const known = this.#known.get(interpretation) ?? new Map<string, Column>();
    this.#known.set(interpretation, known);
    const key = `${slot.index} ${end}`;
    const own = known.get(key) ?? this.#due(slot, interpretation, end);
    known.set(key, own);
    return own;
  }

  #due(slot: Slot, interpretation: Interpretation, end: End): Column {
    const value = this.byClock(
      slot,
      (clock) => {
        const dues = clock.arms
          .flatMap((arm) => this.arm({ arm, clock }, interpretation, end, slot.place)?.due ?? [])
          .filter((due) => !isNever(due));
        return this.#extended(clock, dues.length === 0 ? NEVER : least(...dues), interpretation);
      },
      NEVER,
    );
    return this.#to.plan.column(value, `due_${slot.index}`);
  }
}
