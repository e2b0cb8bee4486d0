import { DAY_MS, dateOf } from '../../facts/civil.ts';
import type { Interpretation, Unit } from '../../rulebook/index.ts';
import { isWorkingDay, type WorkingDays, workingDayAfter } from './working-days.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The last millisecond of a local day, whether it has 23, 24 or 25 hours. */
const endOf = (days: WorkingDays, day: number): number => days.zone.toInstant(day + 1, 0) - 1;

function businessDays(
  days: WorkingDays,
  from: number,
  count: number,
  interpretation: Interpretation,
): number {
  const start = days.zone.toLocal(from);
  let day = start.day;
  let moved = false;
  if (interpretation.after_hours === 'next_bd' && isWorkingDay(days, day) && start.ms > days.closes) {
    day = workingDayAfter(days, day, 1);
    moved = true;
  }
  if (interpretation.nonbusiness_anchor === 'roll' && !isWorkingDay(days, day)) {
    day = workingDayAfter(days, day, 1);
    moved = true;
  }
  const last = workingDayAfter(days, day, count);
  switch (interpretation.bd_end) {
    case 'eod':
      return endOf(days, last);
    case 'cob':
      return days.zone.toInstant(last, days.closes);
    case 'clock':
      if (moved) return days.zone.toInstant(last, days.opens);
      return isWorkingDay(days, start.day) ? days.zone.toInstant(last, start.ms) : endOf(days, last);
  }
}

function calendarDays(
  days: WorkingDays,
  from: number,
  count: number,
  until: 'eod' | 'clock' | 'hours',
): number {
  if (until === 'hours') return from + count * 24 * HOUR_MS;
  const start = days.zone.toLocal(from);
  return until === 'eod' ? endOf(days, start.day + count) : days.zone.toInstant(start.day + count, start.ms);
}

function hoursOrCalendarDays(
  days: WorkingDays,
  from: number,
  count: number,
  interpretation: Interpretation,
): number {
  const elapsed = from + count * DAY_MS;
  switch (interpretation.slash) {
    case 'hours':
      return elapsed;
    case 'clock':
    case 'eod':
      return calendarDays(days, from, count, interpretation.slash);
    case 'lesser':
      return Math.min(elapsed, calendarDays(days, from, count, 'clock'));
  }
}

/** The same day of the month so many months after a day, or the last of a month that lacks it. */
function monthsAfter(day: number, count: number): number {
  const [year = 0, month = 1, date = 1] = dateOf(day).split('-').map(Number);
  const months = year * 12 + (month - 1) + count;
  const first = Date.UTC(Math.floor(months / 12), ((months % 12) + 12) % 12, 1);
  const next = Date.UTC(Math.floor((months + 1) / 12), (((months + 1) % 12) + 12) % 12, 1);
  const length = Math.round((next - first) / DAY_MS);
  return Math.round(first / DAY_MS) + Math.min(date, length) - 1;
}

/** The last instant (epoch ms) that is still within so much of a start, under one interpretation; a negative count looks back. */
export function limit(
  days: WorkingDays,
  from: number,
  count: number,
  unit: Unit,
  interpretation: Interpretation,
): number {
  switch (unit) {
    case 'business-days':
      return businessDays(days, from, count, interpretation);
    case 'calendar-days':
      return calendarDays(days, from, count, interpretation.calendar_days);
    case 'lesser-calendar-days':
      return calendarDays(days, from, count, interpretation.lesser3);
    case 'minutes':
      return from + count * MINUTE_MS;
    case 'hours':
      return from + count * HOUR_MS;
    case 'months':
      return endOf(days, monthsAfter(days.zone.toLocal(from).day, count));
    case 'hours-or-calendar-days':
      return hoursOrCalendarDays(days, from, count, interpretation);
  }
}

/**
 * The first instant (epoch ms) that is not before so much after a start: that of its local day, where days, business
 * days or months are counted.
 */
export function earliest(
  days: WorkingDays,
  from: number,
  count: number,
  unit: Unit,
  interpretation: Interpretation,
): number {
  const { day } = days.zone.toLocal(from);
  switch (unit) {
    case 'months':
      return days.zone.toInstant(monthsAfter(day, count), 0);
    case 'business-days':
      return days.zone.toInstant(workingDayAfter(days, day, count), 0);
    case 'calendar-days':
      return days.zone.toInstant(day + count, 0);
    default:
      return limit(days, from, count, unit, interpretation);
  }
}

/** When a receipt counts from: arrival, or the next opening of the office. */
export function effectiveReceipt(
  days: WorkingDays,
  received: number,
  interpretation: Interpretation,
): number {
  if (interpretation.receipt === 'arrival') return received;
  const { day, ms } = days.zone.toLocal(received);
  if (isWorkingDay(days, day) && ms <= days.closes) {
    return ms < days.opens ? days.zone.toInstant(day, days.opens) : received;
  }
  return days.zone.toInstant(workingDayAfter(days, day, 1), days.opens);
}
