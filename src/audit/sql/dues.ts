import type { Interpretation } from '../../rulebook/index.ts';
import { NEVER_US } from '../day-table.ts';
import type { Anchor, AuditClock, AuditPack } from '../pack/model.ts';
import type { Calendar } from './calendar.ts';
import { high, low, text } from './conditions.ts';
import { quoted } from './dialect.ts';
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
  readonly #known = new Map<Interpretation, Map<string, string>>();

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
  instant(column: string, end: End): string {
    return end === 'low' || this.#to.exact ? low(column) : high(column);
  }

  #slotOf(duty: string, place: number): Slot | null {
    const own = this.slots.filter((slot) => slot.duty.name === duty);
    return own.find((slot) => slot.place === place) ?? own[0] ?? null;
  }

  #start(anchor: Anchor, interpretation: Interpretation, end: End, place: number): Start {
    const at = (column: string): Start => ({ column: this.instant(column, end) });
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
        when: `${low(anchor.called)} < ${NEVER_US}`,
        made,
        otherwise: instead[interpretation.no_verbal_anchor](),
      };
    }
    const own = at(anchor.column);
    if (!anchor.else || this.plain) return own;
    return {
      when: `${low(anchor.column)} < ${NEVER_US}`,
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
  ): { from: Start; due: string } | null {
    if (arm.capScope && !arm.capScope.includes(interpretation.cap_scope)) return null;
    const from = this.#start(arm.of, interpretation, end, place);
    const due = clock.notBefore
      ? this.limits.earliest(from, ...arm.within, interpretation)
      : this.limits.within(from, ...arm.within, interpretation);
    return { from, due };
  }

  #extended({ extension }: AuditClock, due: string, interpretation: Interpretation): string {
    if (!extension) return due;
    const base = this.#to.plan.column(due, 'first_limit');
    const { until, atMost, grounds, notice } = extension;
    const tests = [`${low(until)} < ${NEVER_US}`];
    if (grounds) tests.push(`${text(grounds.column)} IN (${grounds.values.map(quoted).join(', ')})`);
    if (notice) tests.push(`${this.instant(notice, 'high')} <= ${base}`);
    const most = this.limits.within({ column: base }, ...atMost, interpretation);
    const longer = `GREATEST(${base}, LEAST(${this.instant(until, 'high')}, ${most}))`;
    return `CASE WHEN ${tests.join(' AND ')} THEN ${longer} ELSE ${base} END`;
  }

  /** The clocks that a query has to know, each with its number. */
  #clocks(slot: Slot): { readonly clock: AuditClock; readonly number: number }[] {
    return slot.clocks
      .map((clock, index) => ({ clock, number: index + 1 }))
      .filter(({ clock }) => !(this.plain && needsParent(clock)));
  }

  /** Picks by the clock that binds; clocks for which the same is picked share a line. */
  byClock(slot: Slot, pick: (clock: AuditClock) => string, otherwise: string): string {
    const lines = new Map<string, number[]>();
    for (const { clock, number } of this.#clocks(slot)) {
      const sql = pick(clock);
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
    // Few rows owe the second part of a duty.
    if (slot.place > 0) cases.unshift(`WHEN ${key} = 0 THEN ${otherwise}`);
    return cases.length === 0 ? otherwise : `CASE ${cases.join('\n    ')} ELSE ${otherwise} END`;
  }

  /** The earliest limit of a slot under an interpretation, as a column; NEVER_US where there is none. */
  due(slot: Slot, interpretation: Interpretation, end: End): string {
    const known = this.#known.get(interpretation) ?? new Map<string, string>();
    this.#known.set(interpretation, known);
    const key = `${slot.index} ${end}`;
    const own = known.get(key) ?? this.#due(slot, interpretation, end);
    known.set(key, own);
    return own;
  }

  #due(slot: Slot, interpretation: Interpretation, end: End): string {
    const sql = this.byClock(
      slot,
      (clock) => {
        const dues = clock.arms
          .flatMap((arm) => this.arm({ arm, clock }, interpretation, end, slot.place)?.due ?? [])
          .filter((due) => due !== `${NEVER_US}`);
        const first =
          dues.length === 0 ? `${NEVER_US}` : dues.length === 1 ? `${dues[0]}` : `LEAST(${dues.join(', ')})`;
        return this.#extended(clock, first, interpretation);
      },
      `${NEVER_US}`,
    );
    return this.#to.plan.column(sql, `due_${slot.index}`);
  }
}
