/** A civil date as a count of days since 1970-01-01, and a local time as milliseconds since midnight. */
export type LocalTime = { readonly day: number; readonly ms: number };

export const DAY_MS = 86_400_000;

const parsed = new Map<string, number>();

/** The day number of `YYYY-MM-DD`. */
export function dayOf(date: string): number {
  const known = parsed.get(date);
  if (known !== undefined) return known;
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
  if (Number.isNaN(day)) throw new RangeError(`${date} is not a date of the form YYYY-MM-DD`);
  if (parsed.size < 50_000) parsed.set(date, day);
  return day;
}

/** `YYYY-MM-DD` of a day number. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0 is Monday, 6 is Sunday. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Milliseconds since midnight of `HH:MM`. */
export const timeOf = (text: string): number => {
  const [hours, minutes] = text.split(':');
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
};

/** Offsets of a zone, from frozen transitions: no zone file of the machine can change a verdict. */
export class ZoneTable {
  readonly #at: readonly number[];
  readonly #offset: readonly number[];

  constructor(transitions: readonly (readonly [at: string, offsetMinutes: number])[]) {
    this.#at = transitions.map(([at]) => Date.parse(at));
    this.#offset = transitions.map(([, minutes]) => minutes * 60_000);
  }

  /** The offset (ms east of UTC) at an instant. Throws RangeError outside the frozen years. */
  offsetAt(instant: number): number {
    let low = 0;
    let high = this.#at.length - 1;
    if (instant < (this.#at[0] ?? Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `${new Date(instant).toISOString()} is before the frozen zone transitions; add earlier ones to the pack`,
      );
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#at[middle] ?? 0) <= instant) low = middle;
      else high = middle - 1;
    }
    return this.#offset[low] ?? 0;
  }

  /** The local day and time of an instant. */
  toLocal(instant: number): LocalTime {
    const local = instant + this.offsetAt(instant);
    const day = Math.floor(local / DAY_MS);
    return { day, ms: local - day * DAY_MS };
  }

  /** The instant of a local time: the first of a repeated one; one that is skipped moves forward by the gap. */
  toInstant(day: number, ms: number): number {
    const wall = day * DAY_MS + ms;
    const before = this.offsetAt(wall - DAY_MS);
    const after = this.offsetAt(wall + DAY_MS);
    for (const offset of before >= after ? [before, after] : [after, before]) {
      if (this.offsetAt(wall - offset) === offset) return wall - offset;
    }
    return wall - before;
  }
}
