import { dateOf } from '../days.ts';
import type { Draws } from '../draws.ts';
import type { OfficeDays } from '../workload/office-days.ts';
import type { Act } from './model.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What limits and windows of this field come to, in the units in which they are written. */
const HOURS = [1, 24, 48, 72];
const CALENDAR_DAYS = [1, 2, 3, 5, 7, 10, 14, 30, 60, 90, 180];
const BUSINESS_DAYS = [1, 2, 3, 5];
/** A second before, at, and a second after: where implementations go wrong. */
const EDGES = [-SECOND, -1, 0, 1, SECOND];

/** Writes the acts of one thread of a scenario, from an instant on. */
export class Pen {
  readonly draws: Draws;
  readonly office: OfficeDays;
  readonly acts: Act[] = [];
  now: number;
  readonly #thread: string;
  readonly #numbers = new Set<string>();

  constructor(draws: Draws, office: OfficeDays, from: number, thread: string) {
    this.draws = draws;
    this.office = office;
    this.now = from;
    this.#thread = thread;
  }

  act(as: string, what: string, more: Omit<Act, 'at' | 'as' | 'do'> = {}): void {
    this.acts.push({ at: new Date(this.now).toISOString(), as, do: what, ...more });
  }

  inject(
    kind: string,
    fields: Readonly<Record<string, unknown>>,
    more: Omit<Act, 'at' | 'as' | 'do' | 'with'> = {},
  ): void {
    this.act('world', 'inject', { with: { kind, ...fields }, ...more });
  }

  /** A number that others gave to what they send; none comes twice in a scenario. */
  number(prefix: string): string {
    const number = `${prefix}-${this.#thread}${this.draws.below(1_000_000)}`;
    if (this.#numbers.has(number)) return this.number(prefix);
    this.#numbers.add(number);
    return number;
  }

  /** The local date so many days from now. */
  date(days = 0): string {
    return dateOf(this.office.local(this.now).day + days);
  }

  minutes(least = 1, most = 30): void {
    this.now += this.draws.between(least, most) * MINUTE;
  }

  days(least: number, most: number): void {
    this.now += this.draws.between(least * 24, most * 24) * HOUR + this.draws.below(HOUR);
  }

  /** To a time of an office’s day: today if it is still to come, else on the next working day. */
  toOffice(hour: number): void {
    const { day } = this.office.local(this.now);
    const today = this.office.instant(day, hour * HOUR);
    this.now =
      today > this.now && this.office.works(day, 'fed+ma')
        ? today
        : this.office.instant(this.office.nextWorking(day, 'fed+ma'), hour * HOUR);
  }

  /** On by some minutes, some days, or right to the edge of what a limit counted from an instant may be. */
  onward(since = this.now): void {
    const { draws, office } = this;
    const kind = draws.below(100);
    if (kind < 40) this.minutes();
    else if (kind < 60) this.days(0, 6);
    else {
      const { day, time } = office.local(since);
      let to = since + draws.pick(HOURS) * HOUR;
      if (kind >= 72) {
        let last = day + draws.pick(CALENDAR_DAYS);
        if (kind < 86) {
          last = day;
          for (let left = draws.pick(BUSINESS_DAYS); left > 0; left -= 1)
            last = office.nextWorking(last, 'fed+ma');
        }
        to = draws.chance(0.6) ? office.instant(last + 1, 0) : office.instant(last, time);
      }
      this.now = Math.max(this.now + SECOND, to + draws.pick(EDGES));
    }
  }

  /** On by the length of one limit and an edge, where a window of so many days (to their end) is known. */
  toEdgeOf(days: number, since: number): void {
    const { day } = this.office.local(since);
    this.now = Math.max(this.now + SECOND, this.office.instant(day + days + 1, 0) + this.draws.pick(EDGES));
  }
}

export { DAY, HOUR, MINUTE, SECOND };
