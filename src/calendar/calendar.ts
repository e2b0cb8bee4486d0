import { Temporal } from 'temporal-polyfill';

/** The working calendar of an office. Local times are `HH:MM` in its zone. */
export type OfficeCalendar = {
  readonly zone: string;
  readonly holidays: ReadonlySet<string>;
  readonly opens: string;
  readonly closes: string;
};

/** How an office counts time; the names and values are those of the settings of an interpretation. */
export type Counting = {
  readonly bd_end: 'eod' | 'cob' | 'clock';
  readonly after_hours: 'same_day' | 'next_bd';
  readonly nonbusiness_anchor: 'skip' | 'roll';
};

const zoned = (calendar: OfficeCalendar, instant: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(calendar.zone);

const QUARTER_MS = 15 * 60_000;
/** Before this instant (1973) some clock stood off the quarter hour; Liberia’s was the last. */
const QUARTERS_SINCE = Date.UTC(1973, 0, 1);
const MOST_DATES = 4096;
const dates = new Map<string, Map<number, string>>();

const dateAt = (calendar: OfficeCalendar, instant: number): string =>
  zoned(calendar, instant).toPlainDate().toString();

/**
 * The local date (`YYYY-MM-DD`) on which an instant (epoch ms) falls. Remembered by zone and quarter of an hour,
 * within which no zone changes its date; a clock that stands still is asked for its date at every call.
 */
export function localDate(calendar: OfficeCalendar, instant: number): string {
  if (instant < QUARTERS_SINCE) return dateAt(calendar, instant);
  const known = dates.get(calendar.zone) ?? new Map<number, string>();
  dates.set(calendar.zone, known);
  const quarter = Math.floor(instant / QUARTER_MS);
  const found = known.get(quarter);
  if (found !== undefined) return found;
  const date = dateAt(calendar, instant);
  if (known.size >= MOST_DATES) known.clear();
  known.set(quarter, date);
  return date;
}

/** The instant (epoch ms) of a local time on a local date; a time that does not exist moves forward. */
export const instantAt = (calendar: OfficeCalendar, date: string, time: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: calendar.zone,
    plainTime: Temporal.PlainTime.from(time),
  }).epochMilliseconds;

/** The last millisecond of a local date (epoch ms). */
export const endOfDay = (calendar: OfficeCalendar, date: string): number =>
  Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(calendar.zone).epochMilliseconds - 1;

const DAY_MS = 86_400_000;

/** A civil date (`YYYY-MM-DD`) some days on; plain arithmetic, since every civil day is as long as the next. */
const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Whether offices work on a local date: Monday to Friday and no holiday. */
export const isBusinessDay = (calendar: OfficeCalendar, date: string): boolean =>
  ![0, 6].includes(new Date(date).getUTCDay()) && !calendar.holidays.has(date);

/** The first business day after a local date. */
export function nextBusinessDay(calendar: OfficeCalendar, date: string): string {
  let next = plusDays(date, 1);
  while (!isBusinessDay(calendar, next)) next = plusDays(next, 1);
  return next;
}

/** The last instant (epoch ms) that is still within so many business days of another. */
export function withinBusinessDays(
  calendar: OfficeCalendar,
  from: number,
  days: number,
  counting: Counting,
): number {
  const start = zoned(calendar, from);
  const startDate = start.toPlainDate().toString();
  const time = start.toPlainTime();
  let date = startDate;
  let moved = false;
  const afterHours = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(calendar.closes)) > 0;
  if (counting.after_hours === 'next_bd' && isBusinessDay(calendar, date) && afterHours) {
    date = nextBusinessDay(calendar, date);
    moved = true;
  }
  if (counting.nonbusiness_anchor === 'roll' && !isBusinessDay(calendar, date)) {
    date = nextBusinessDay(calendar, date);
    moved = true;
  }
  for (let counted = 0; counted < days; counted += 1) date = nextBusinessDay(calendar, date);
  if (counting.bd_end === 'eod') return endOfDay(calendar, date);
  if (counting.bd_end === 'cob') return instantAt(calendar, date, calendar.closes);
  if (moved) return instantAt(calendar, date, calendar.opens);
  return isBusinessDay(calendar, startDate)
    ? instantAt(calendar, date, time.toString())
    : endOfDay(calendar, date);
}

/** The last instant (epoch ms) within so many elapsed hours; clock changes have no effect. */
export const withinHours = (from: number, hours: number): number => from + hours * 3_600_000;

/** The last instant within so many calendar days, to the end of the day or to the same local time. */
export function withinCalendarDays(
  calendar: OfficeCalendar,
  from: number,
  days: number,
  until: 'eod' | 'clock' | 'hours',
): number {
  if (until === 'hours') return withinHours(from, 24 * days);
  if (until === 'eod') return endOfDay(calendar, plusDays(localDate(calendar, from), days));
  const start = zoned(calendar, from);
  return instantAt(calendar, plusDays(start.toPlainDate().toString(), days), start.toPlainTime().toString());
}

/** The instant at which an office that is closed when something arrives opens for it. */
export function nextOpening(calendar: OfficeCalendar, instant: number): number {
  const date = localDate(calendar, instant);
  const opens = instantAt(calendar, date, calendar.opens);
  if (isBusinessDay(calendar, date) && instant <= instantAt(calendar, date, calendar.closes)) {
    return Math.max(instant, opens);
  }
  return instantAt(calendar, nextBusinessDay(calendar, date), calendar.opens);
}

/** Whole local days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The later of two local dates. */
export const laterDate = (one: string, other: string): string => (one < other ? other : one);
