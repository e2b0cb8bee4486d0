import { dateOf, dayOf } from '../days.ts';
import type { Draws } from '../draws.ts';
import type { OfficeDays } from './office-days.ts';

const HOUR_MS = 3_600_000;

/** How many requests come on a Monday, Tuesday and so on, and in each hour of a day. */
const WEEKDAYS = [21, 19, 18, 18, 17, 4, 3];
const HOURS = [1, 1, 1, 1, 1, 2, 4, 9, 18, 22, 23, 21, 17, 19, 21, 21, 18, 11, 6, 4, 3, 2, 2, 1];

/** When requests come: each day gets its part of a year, and each request its place, whoever works it out. */
export class Arrivals {
  readonly #office: OfficeDays;
  readonly #first: number;
  readonly #before: number[] = [0];
  readonly #hours = HOURS.map((weight, hour) => [weight, hour] as const);

  constructor(office: OfficeDays, from: string, days: number) {
    this.#office = office;
    this.#first = dayOf(from);
    for (let index = 0; index < days; index += 1) {
      const day = this.#first + index;
      const weight = WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 1;
      const holiday = weight > 4 && !office.works(day, 'fed+ma');
      this.#before.push((this.#before[index] ?? 0) + (holiday ? 3 : weight));
    }
  }

  /** The instant at which the request at a place between 0 and 1 of the whole comes in. */
  at(place: number, draws: Draws): number {
    const wanted = place * (this.#before.at(-1) ?? 1);
    let low = 0;
    let high = this.#before.length - 1;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.#before[middle] ?? 0) <= wanted) low = middle;
      else high = middle;
    }
    // A few come at the very edge of a day or of the office’s hours.
    const time = draws.chance(0.03)
      ? draws.pick([0, 1, this.#office.opens, this.#office.closes, this.#office.closes + 1, 24 * HOUR_MS - 1])
      : draws.weighted(this.#hours) * HOUR_MS + draws.below(HOUR_MS);
    return this.#office.instant(this.#first + low, time);
  }

  /** The last date on which requests come. */
  get lastDate(): string {
    return dateOf(this.#first + this.#before.length - 2);
  }
}
