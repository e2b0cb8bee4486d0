import {
  type Anchor,
  type Arm,
  armsOf,
  clockOf,
  INTERPRETATION_NAMES,
  type Interpretation,
  type Pack,
  type Part,
  type Row,
} from '../../rulebook/index.ts';
import type { OfficeDays } from './office-days.ts';

const HOUR_MS = 3_600_000;

/** From where limits are counted; instants are epoch ms, null is “has not happened”. */
export type Anchors = {
  readonly row: Row;
  readonly received: number;
  readonly information: number | null;
  readonly decided: number | null;
  readonly called: number | null;
  readonly original: { readonly row: Row; readonly received: number } | null;
};

const FACTS: Readonly<Record<string, (anchors: Anchors) => number | null | undefined>> = {
  received: ({ received }) => received,
  'information-complete': ({ information }) => information,
  decided: ({ decided }) => decided,
  'verbal-notice': ({ called }) => called,
  'parent.received': ({ original }) => original?.received,
};

/** Limits as the one who plants answers counts them: for each interpretation the last ms in time, null where it gives none. */
export type Limits = readonly (number | null)[];

/** The planter’s own arithmetic of the clocks’ data. It shares the data with who judges, and no line of counting. */
export class Planter {
  readonly #pack: Pack;
  readonly #days: OfficeDays;
  readonly #cells = new Map<string, readonly Arm[]>();

  constructor(pack: Pack, days: OfficeDays) {
    this.#pack = pack;
    this.#days = days;
  }

  #cell({ row, original }: Anchors, duty: string, part: Part): readonly Arm[] {
    const key = `${row} ${original?.row} ${duty} ${part}`;
    const known = this.#cells.get(key);
    if (known) return known;
    const { clocks } = this.#pack;
    const clock = clockOf(clocks, row, duty, part);
    const arms = clock ? armsOf(clock, original ? clockOf(clocks, original.row, duty, part) : undefined) : [];
    this.#cells.set(key, arms);
    return arms;
  }

  /** Whether there is such a duty at all. */
  owes(anchors: Anchors, duty: string, part: Part): boolean {
    return this.#cell(anchors, duty, part).length > 0;
  }

  /** The limit of a duty under each interpretation. */
  limits(anchors: Anchors, duty: string, part: Part): Limits {
    return INTERPRETATION_NAMES.map((name) =>
      this.#due(this.#pack.interpretations[name], anchors, duty, part),
    );
  }

  #due(interpretation: Interpretation, anchors: Anchors, duty: string, part: Part): number | null {
    let earliest: number | null = null;
    for (const arm of this.#cell(anchors, duty, part)) {
      if (arm.capScope && !arm.capScope.includes(interpretation.cap_scope)) continue;
      const from = this.#start(interpretation, anchors, arm.of, part);
      if (from === null) continue;
      const due = this.#count(interpretation, arm, from);
      if (earliest === null || due < earliest) earliest = due;
    }
    return earliest;
  }

  #receipt(interpretation: Interpretation, instant: number): number {
    if (interpretation.receipt === 'arrival') return instant;
    const days = this.#days;
    const { day, time } = days.local(instant);
    if (days.works(day, interpretation.holidays) && time <= days.closes)
      return time < days.opens ? days.instant(day, days.opens) : instant;
    return days.instant(days.nextWorking(day, interpretation.holidays), days.opens);
  }

  #start(interpretation: Interpretation, anchors: Anchors, of: Anchor, part: Part): number | null {
    const at = (fact: string): number | null => FACTS[fact]?.(anchors) ?? null;
    const receipt = (fact: string): number | null => {
      const instant = at(fact);
      return instant === null ? null : this.#receipt(interpretation, instant);
    };
    const due = (duty: string): number | null => this.#due(interpretation, anchors, duty, part);
    if ('receipt' in of) return receipt(of.receipt);
    if ('due' in of) return due(of.due);
    if ('later' in of) {
      const [first, second] = of.later;
      const one = this.#start(interpretation, anchors, first, part);
      const other = this.#start(interpretation, anchors, second, part);
      return one === null || other === null ? null : Math.max(one, other);
    }
    if ('reconsidered' in of) {
      if (interpretation.recon_cap === 'none') return null;
      return interpretation.recon_cap === 'recon_receipt' ? at(of.reconsidered) : receipt(of.original);
    }
    if ('notice' in of) {
      const called = at(of.notice);
      if (called === null) {
        if (interpretation.no_verbal_anchor === 'none') return null;
        return interpretation.no_verbal_anchor === 'decision' ? at(of.decided) : due(of.duty);
      }
      if (interpretation.written_anchor === 'actual_verbal') return called;
      return Math.min(called, due(of.duty) ?? called);
    }
    return at(of.fact) ?? (of.else ? this.#start(interpretation, anchors, of.else, part) : null);
  }

  #count(interpretation: Interpretation, arm: Arm, from: number): number {
    const [amount, unit] = arm.within;
    if (unit === 'minutes') return from + (amount * HOUR_MS) / 60;
    if (unit === 'months') throw new RangeError('no answer is planted for a limit in months');
    if (unit === 'hours') return from + amount * HOUR_MS;
    if (unit === 'business-days') return this.#workingDays(interpretation, from, amount);
    if (unit === 'calendar-days') return this.#calendarDays(from, amount, interpretation.calendar_days);
    if (unit === 'lesser-calendar-days') return this.#calendarDays(from, amount, interpretation.lesser3);
    const elapsed = from + amount * 24 * HOUR_MS;
    if (interpretation.slash === 'hours') return elapsed;
    if (interpretation.slash === 'lesser')
      return Math.min(elapsed, this.#calendarDays(from, amount, 'clock'));
    return this.#calendarDays(from, amount, interpretation.slash);
  }

  #calendarDays(from: number, amount: number, until: 'eod' | 'clock' | 'hours'): number {
    if (until === 'hours') return from + amount * 24 * HOUR_MS;
    const { day, time } = this.#days.local(from);
    return until === 'eod' ? this.#days.endOf(day + amount) : this.#days.instant(day + amount, time);
  }

  #workingDays(interpretation: Interpretation, from: number, amount: number): number {
    const days = this.#days;
    const { holidays } = interpretation;
    const { day: first, time } = days.local(from);
    let day = first;
    let moved = false;
    if (interpretation.after_hours === 'next_bd' && time > days.closes && days.works(day, holidays)) {
      day = days.nextWorking(day, holidays);
      moved = true;
    }
    if (interpretation.nonbusiness_anchor === 'roll' && !days.works(day, holidays)) {
      day = days.nextWorking(day, holidays);
      moved = true;
    }
    for (let counted = 0; counted < amount; counted += 1) day = days.nextWorking(day, holidays);
    if (interpretation.bd_end === 'eod') return days.endOf(day);
    if (interpretation.bd_end === 'cob') return days.instant(day, days.closes);
    if (moved) return days.instant(day, days.opens);
    return days.works(first, holidays) ? days.instant(day, time) : days.endOf(day);
  }
}
