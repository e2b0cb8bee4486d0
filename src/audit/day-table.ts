import type { Holiday, ZoneTransition } from '../rulebook/index.ts';

export const DAY_US = 86_400_000_000;
/** Stands for "no instant" and "no limit": midnight of a day far beyond every calendar, so that minima ignore it. */
export const NEVER_DAY = 104_166;
export const NEVER_US = NEVER_DAY * DAY_US;

/** The day number (days since 1970-01-01) of `YYYY-MM-DD`. */
export const dayOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
/** `YYYY-MM-DD` of a day number. */
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
/** Microseconds since midnight of `HH:MM`. */
export const timeOf = (text: string): number => {
  const [hours = '0', minutes = '0'] = text.split(':');
  return (Number(hours) * 60 + Number(minutes)) * 60_000_000;
};

/** On one local day: local times before `wall` (µs since midnight) have the first offset, others the second. */
export type WallDay = { readonly wall: number; readonly before: number; readonly after: number };

/** Offsets of a zone by day, from frozen transitions: no zone file of a machine can change a verdict. */
export class ZoneDays {
  readonly #at: readonly number[];
  readonly #offset: readonly number[];
  readonly #days = new Map<number, WallDay>();

  constructor(transitions: readonly ZoneTransition[]) {
    this.#at = transitions.map(([at]) => Date.parse(at) * 1000);
    this.#offset = transitions.map(([, minutes]) => minutes * 60_000_000);
  }

  #offsetAt(instant: number): number {
    let found = this.#offset[0] ?? 0;
    for (let index = 0; index < this.#at.length && (this.#at[index] ?? 0) <= instant; index += 1) {
      found = this.#offset[index] ?? 0;
    }
    return found;
  }

  /** Each change of the clocks: the local time (µs since 1970) from which the later offset is taken, and both. */
  changes(): { readonly wall: number; readonly before: number; readonly after: number }[] {
    return this.#at.slice(1).map((at, index) => {
      const [before, after] = [this.#offset[index] ?? 0, this.#offset[index + 1] ?? 0];
      return { wall: at + Math.max(before, after), before, after };
    });
  }

  /** The offsets (µs) in force between two instants, in order, each with the instant at which it ends. */
  between(from: number, to: number): { readonly offset: number; readonly until: number }[] {
    const found: { offset: number; until: number }[] = [];
    for (const [index, offset] of this.#offset.entries()) {
      const until = this.#at[index + 1] ?? Number.POSITIVE_INFINITY;
      if (until > from && (this.#at[index] ?? 0) <= to) found.push({ offset, until });
    }
    return found;
  }

  /** A skipped local time keeps the first offset, and so moves forward; a repeated one is the first. */
  ofLocal(day: number): WallDay {
    const known = this.#days.get(day);
    if (known) return known;
    const found = this.#search(day);
    this.#days.set(day, found);
    return found;
  }

  #search(day: number): WallDay {
    const midnight = day * DAY_US;
    for (const [index, at] of this.#at.entries()) {
      const before = this.#offset[index - 1];
      const after = this.#offset[index] ?? 0;
      if (before === undefined) continue;
      const wall = at + Math.max(before, after) - midnight;
      if (wall > 0 && wall <= DAY_US) return { wall, before, after };
    }
    const offset = this.#offsetAt(midnight + DAY_US / 2 - this.#offsetAt(midnight + DAY_US / 2));
    return { wall: 0, before: offset, after: offset };
  }

  /** The instant (µs) of a local time. */
  toInstant(day: number, wall: number): number {
    const { wall: changes, before, after } = this.ofLocal(day);
    return day * DAY_US + wall - (wall < changes ? before : after);
  }

  /** On a day on which an hour repeats: the local times that do, and how much later the second is. */
  repeatedOn(day: number): { readonly from: number; readonly to: number; readonly by: number } | null {
    const { wall, before, after } = this.ofLocal(day);
    return before > after ? { from: wall - (before - after), to: wall, by: before - after } : null;
  }
}

/** Which local days are worked on, by the name of a holiday choice such as `fed+ma`. */
export class WorkDays {
  readonly #closed = new Map<string, ReadonlySet<number>>();

  readonly #holidays: Readonly<Record<string, readonly Holiday[]>>;

  constructor(holidays: Readonly<Record<string, readonly Holiday[]>>) {
    this.#holidays = holidays;
  }

  isWorked(day: number, choice: string): boolean {
    let closed = this.#closed.get(choice);
    if (!closed) {
      const names = choice === 'none' ? [] : choice.split('+');
      closed = new Set(names.flatMap((name) => this.#holidays[name] ?? []).map(([date]) => dayOf(date)));
      this.#closed.set(choice, closed);
    }
    return (day + 3) % 7 < 5 && !closed.has(day);
  }

  /** The n-th worked day after a day; before it where the count is negative; the day itself at 0. */
  moved(day: number, count: number, choice: string): number {
    const step = Math.sign(count);
    let at = day;
    for (let left = Math.abs(count); left > 0; ) {
      at += step;
      if (this.isWorked(at, choice)) left -= 1;
    }
    return at;
  }
}

/** The month of a day (since 1970), as months since the year 0. */
export function monthsOf(day: number): number {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** A day so many calendar months later, or the last day of a month that is too short. */
export function monthsAfter(day: number, count: number): number {
  const date = new Date(day * 86_400_000);
  const month = monthsOf(day) + count;
  const first = (index: number): number => Date.UTC(Math.floor(index / 12), index % 12, 1) / 86_400_000;
  const length = first(month + 1) - first(month);
  return first(month) + Math.min(date.getUTCDate(), length) - 1;
}
