import { DAY_US, monthsOf } from '../day-table.ts';
import type { Numbers } from '../kernel/kernel.ts';
import { codesOf, type Slot } from '../sql/slots.ts';
import { Tally } from './tally.ts';

/** The months of receipt that a log may hold: the first, as months since the year 0, and how many. */
export type Months = { readonly first: number; readonly count: number };

/** The months between two instants (µs), with one more at each end, since a local month may begin earlier or end later. */
export function monthsBetween(from: number, to: number): Months {
  const [first = 0, last = 0] = [from, to].map((micros) => monthsOf(Math.floor(micros / DAY_US)));
  return { first: first - 1, count: last - first + 3 };
}

/** Adds the codes of a kernel up. Columns come in the order of its slots, then the month, then the group. */
export class Counter {
  readonly slots: readonly Slot[];
  readonly tallies: readonly Tally[];
  /** Rows that owe something. */
  owing = 0;
  readonly #months: Months;
  readonly #places: Int32Array;
  readonly #owes: Uint8Array;

  constructor(slots: readonly Slot[], groups: number, months: Months, batch: number) {
    this.slots = slots;
    this.tallies = slots.map((slot) => new Tally(groups * months.count, codesOf(slot)));
    this.#months = months;
    this.#places = new Int32Array(batch);
    this.#owes = new Uint8Array(batch);
  }

  add(judged: readonly Numbers[], rows: number): void {
    const { first, count } = this.#months;
    const [received, group] = judged.slice(this.slots.length) as [Numbers, Numbers];
    for (let at = 0; at < rows; at += 1) {
      const place = (received[at] as number) - first;
      if (!(place >= 0 && place < count))
        throw new RangeError(`a row was received ${place} months into the log, which has ${count}`);
      this.#places[at] = (group[at] as number) * count + place;
    }
    this.#owes.fill(0);
    for (const [index, tally] of this.tallies.entries())
      tally.add(this.#places, judged[index] as Numbers, rows, this.#owes);
    for (let at = 0; at < rows; at += 1) this.owing += this.#owes[at] as number;
  }
}
