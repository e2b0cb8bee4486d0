import { Temporal } from 'temporal-polyfill';

export const HOUR = 3_600_000;
/** No limit lies so many days after the receipt from which it is searched for. */
const LONGEST_DAYS = 90;

/** A local day, as Temporal shows it: where it begins, and what hour the clock on the wall shows after each hour of it. */
type Day = { readonly begins: number; readonly shows: readonly number[]; readonly works: boolean };

/** Every local day of some years, one after the other, and which of them an office works on. Instants are epoch ms. */
export class Timeline {
  readonly #days: readonly Day[];
  readonly #worked: readonly number[];
  readonly #closes: number;
  readonly #opens: number;

  constructor(options: {
    readonly zone: string;
    readonly from: string;
    readonly to: string;
    readonly closed: ReadonlySet<string>;
    readonly opens: string;
    readonly closes: string;
  }) {
    const days: Day[] = [];
    const end = Temporal.PlainDate.from(options.to);
    let date = Temporal.PlainDate.from(options.from);
    for (; Temporal.PlainDate.compare(date, end) <= 0; date = date.add({ days: 1 })) {
      const first = date.toZonedDateTime(options.zone);
      const hours = Array.from({ length: first.hoursInDay }, (_, hour) => hour);
      days.push({
        begins: first.epochMilliseconds,
        shows: hours.length === 24 ? hours : hours.map((hour) => first.add({ hours: hour }).hour),
        works: date.dayOfWeek <= 5 && !options.closed.has(date.toString()),
      });
    }
    this.#days = days;
    let worked = 0;
    this.#worked = days.map(({ works }) => {
      worked += works ? 1 : 0;
      return worked;
    });
    const hour = (text: string): number => Temporal.PlainTime.from(text).hour;
    this.#opens = hour(options.opens);
    this.#closes = hour(options.closes);
  }

  #at(day: number): Day {
    const found = this.#days[day];
    if (!found) throw new RangeError(`the timeline has no day ${day}`);
    return found;
  }

  /** Which day an instant falls on, by the place of the day in the timeline. */
  dayOf(at: number): number {
    let day = Math.floor((at - this.#at(0).begins) / (24 * HOUR));
    while (this.#at(day).begins > at) day -= 1;
    while (this.#at(day + 1).begins <= at) day += 1;
    return day;
  }

  works(day: number): boolean {
    return this.#at(day).works;
  }

  /** How many days were worked up to and with one. */
  workedThrough(day: number): number {
    return this.#worked[day] ?? 0;
  }

  /** What the clock shows at an instant, in ms since the hour 0. */
  clock(at: number): number {
    const { begins, shows } = this.#at(this.dayOf(at));
    const since = at - begins;
    return (shows[Math.floor(since / HOUR)] ?? 0) * HOUR + (since % HOUR);
  }

  /** The first instant of a day at which the clock shows a time; as much later as the clock skips, where it skips the time. */
  showing(day: number, clock: number): number {
    const { begins, shows } = this.#at(day);
    const hour = Math.floor(clock / HOUR);
    const place = shows.includes(hour) ? shows.indexOf(hour) : shows.indexOf(hour + 1);
    return begins + place * HOUR + (clock % HOUR);
  }

  /** Whether the office has closed on the day of an instant. At the very instant of closing it has not. */
  hasClosed(at: number): boolean {
    return this.clock(at) > this.#closes * HOUR;
  }

  isOpen(at: number): boolean {
    return this.works(this.dayOf(at)) && this.clock(at) >= this.#opens * HOUR && !this.hasClosed(at);
  }

  /** The first instant from one on at which the office is open: itself, or on some whole hour after it. */
  firstOpen(from: number): number {
    let at = from;
    while (!this.isOpen(at)) at = (Math.floor(at / HOUR) + 1) * HOUR;
    return at;
  }

  /** The last millisecond at which all sentences hold, each of which holds from the beginning and then never again. */
  lastInTime(from: number, sentences: readonly ((at: number) => boolean)[]): number {
    const holds = (at: number): boolean => sentences.every((sentence) => sentence(at));
    if (!holds(from)) throw new RangeError(`nothing is in time, not even at ${new Date(from).toISOString()}`);
    const first = this.dayOf(from) + 1;
    let day = first;
    while (holds(this.#at(day).begins)) {
      day += 1;
      if (day > first + LONGEST_DAYS) throw new RangeError('everything is in time, however late');
    }
    let low = Math.max(from, this.#at(day - 1).begins);
    let high = this.#at(day).begins;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (holds(middle)) low = middle;
      else high = middle;
    }
    return low;
  }
}
