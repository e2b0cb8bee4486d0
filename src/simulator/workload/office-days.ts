import type { Interpretation, Pack } from '../../rulebook/index.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A local day by its number since 1970-01-01, and a local time of day in ms. */
export type Local = { readonly day: number; readonly time: number };

const timeOf = (text: string): number => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * HOUR_MS + minutes * MINUTE_MS;
};

/** Local days and times of a pack’s zone, counted with whole numbers from its frozen transitions. */
export class OfficeDays {
  readonly opens: number;
  readonly closes: number;
  readonly #at: readonly number[];
  readonly #offset: readonly number[];
  readonly #pack: Pack;
  readonly #closed = new Map<string, ReadonlySet<number>>();

  constructor(pack: Pack) {
    this.#pack = pack;
    this.#at = pack.transitions.map(([at]) => Date.parse(at));
    this.#offset = pack.transitions.map(([, minutes]) => minutes * MINUTE_MS);
    this.opens = timeOf(pack.opens);
    this.closes = timeOf(pack.closes);
  }

  /** The place of the last transition at or before an instant. */
  #place(instant: number): number {
    let low = 0;
    let high = this.#at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#at[middle] ?? 0) <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  local(instant: number): Local {
    const shifted = instant + (this.#offset[this.#place(instant)] ?? 0);
    const day = Math.floor(shifted / DAY_MS);
    return { day, time: shifted - day * DAY_MS };
  }

  /** The instant of a local time. One that comes twice is its first; one that does not exist moves on by the gap. */
  instant(day: number, time: number): number {
    const wall = day * DAY_MS + time;
    const place = this.#place(wall - (this.#offset[0] ?? 0));
    for (let index = Math.max(0, place - 1); index < this.#at.length; index += 1) {
      const instant = wall - (this.#offset[index] ?? 0);
      const next = this.#at[index + 1] ?? Number.POSITIVE_INFINITY;
      if (instant < next) return instant;
      const after = wall - (this.#offset[index + 1] ?? 0);
      if (after < next) return instant;
    }
    return wall - (this.#offset.at(-1) ?? 0);
  }

  /** Days on which offices are closed beside weekends, under a `holidays` setting. */
  #holidays(choice: Interpretation['holidays']): ReadonlySet<number> {
    const known = this.#closed.get(choice);
    if (known) return known;
    const dates =
      choice === 'none' ? [] : choice.split('+').flatMap((name) => this.#pack.holidays[name] ?? []);
    const made = new Set(dates.map(([date]) => Date.parse(`${date}T00:00:00Z`) / DAY_MS));
    this.#closed.set(choice, made);
    return made;
  }

  works(day: number, choice: Interpretation['holidays']): boolean {
    // Day 0 was a Thursday.
    const weekday = (((day + 3) % 7) + 7) % 7;
    return weekday < 5 && !this.#holidays(choice).has(day);
  }

  nextWorking(day: number, choice: Interpretation['holidays']): number {
    let next = day + 1;
    while (!this.works(next, choice)) next += 1;
    return next;
  }

  endOf(day: number): number {
    return this.instant(day + 1, 0) - 1;
  }
}
