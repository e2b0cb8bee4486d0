import {
  type Arm,
  type Clock,
  type Duty,
  type Pack,
  type Part,
  READING_NAMES,
  type Reading,
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

/** Limits as the one who plants answers counts them: for each reading the last ms in time, null where it gives none. */
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

  #cell({ row, original }: Anchors, duty: Duty, part: Part): readonly Arm[] {
    const key = `${row} ${original?.row} ${duty} ${part}`;
    const known = this.#cells.get(key);
    if (known) return known;
    const find = (of: Row): Clock | undefined =>
      this.#pack.clocks.find(
        (clock) => clock.row === of && clock.duties.includes(duty) && (clock.part ?? part) === part,
      );
    const clock = find(row);
    const arms = clock?.cell && original ? (find(original.row)?.arms ?? []) : (clock?.arms ?? []);
    this.#cells.set(key, arms);
    return arms;
  }

  /** Whether there is such a duty at all. */
  owes(anchors: Anchors, duty: Duty, part: Part): boolean {
    return this.#cell(anchors, duty, part).length > 0;
  }

  /** The limit of a duty under each reading. */
  limits(anchors: Anchors, duty: Duty, part: Part): Limits {
    return READING_NAMES.map((name) => this.#due(this.#pack.readings[name], anchors, duty, part));
  }

  #due(reading: Reading, anchors: Anchors, duty: Duty, part: Part): number | null {
    let earliest: number | null = null;
    for (const arm of this.#cell(anchors, duty, part)) {
      if (arm.capScope && !arm.capScope.includes(reading.cap_scope)) continue;
      const from = this.#start(reading, anchors, arm, part);
      if (from === null) continue;
      const due = this.#count(reading, arm, from);
      if (earliest === null || due < earliest) earliest = due;
    }
    return earliest;
  }

  #receipt(reading: Reading, instant: number): number {
    if (reading.receipt === 'arrival') return instant;
    const days = this.#days;
    const { day, time } = days.local(instant);
    if (days.works(day, reading.holidays) && time <= days.closes)
      return time < days.opens ? days.instant(day, days.opens) : instant;
    return days.instant(days.nextWorking(day, reading.holidays), days.opens);
  }

  #start(reading: Reading, anchors: Anchors, arm: Arm, part: Part): number | null {
    const { received, information, decided, called, original } = anchors;
    switch (arm.of) {
      case 'asked':
        return received;
      case 'information-complete':
        return information === null ? null : Math.max(information, this.#receipt(reading, received));
      case 'decided':
        return decided ?? this.#due(reading, anchors, 'decision', part);
      case 'received': {
        if (!original) return this.#receipt(reading, received);
        if (reading.recon_cap === 'none') return null;
        return reading.recon_cap === 'recon_receipt' ? received : this.#receipt(reading, original.received);
      }
      case 'called': {
        if (called === null) {
          if (reading.no_verbal_anchor === 'none') return null;
          return reading.no_verbal_anchor === 'decision'
            ? decided
            : this.#due(reading, anchors, 'verbal', part);
        }
        if (reading.written_anchor === 'actual_verbal') return called;
        return Math.min(called, this.#due(reading, anchors, 'verbal', part) ?? called);
      }
    }
  }

  #count(reading: Reading, arm: Arm, from: number): number {
    const [amount, unit] = arm.within;
    if (unit === 'hours') return from + amount * HOUR_MS;
    if (unit === 'business-days') return this.#workingDays(reading, from, amount);
    if (unit === 'calendar-days') return this.#calendarDays(from, amount, reading.calendar_days);
    if (unit === 'lesser-calendar-days') return this.#calendarDays(from, amount, reading.lesser3);
    const elapsed = from + amount * 24 * HOUR_MS;
    if (reading.slash === 'hours') return elapsed;
    if (reading.slash === 'lesser') return Math.min(elapsed, this.#calendarDays(from, amount, 'clock'));
    return this.#calendarDays(from, amount, reading.slash);
  }

  #calendarDays(from: number, amount: number, until: 'eod' | 'clock' | 'hours'): number {
    if (until === 'hours') return from + amount * 24 * HOUR_MS;
    const { day, time } = this.#days.local(from);
    return until === 'eod' ? this.#days.endOf(day + amount) : this.#days.instant(day + amount, time);
  }

  #workingDays(reading: Reading, from: number, amount: number): number {
    const days = this.#days;
    const { holidays } = reading;
    const { day: first, time } = days.local(from);
    let day = first;
    let moved = false;
    if (reading.after_hours === 'next_bd' && time > days.closes && days.works(day, holidays)) {
      day = days.nextWorking(day, holidays);
      moved = true;
    }
    if (reading.nonbusiness_anchor === 'roll' && !days.works(day, holidays)) {
      day = days.nextWorking(day, holidays);
      moved = true;
    }
    for (let counted = 0; counted < amount; counted += 1) day = days.nextWorking(day, holidays);
    if (reading.bd_end === 'eod') return days.endOf(day);
    if (reading.bd_end === 'cob') return days.instant(day, days.closes);
    if (moved) return days.instant(day, days.opens);
    return days.works(first, holidays) ? days.instant(day, time) : days.endOf(day);
  }
}
