import { DAY_MS } from '../../facts/civil.ts';
import type { Reading, Unit } from '../../rulebook/index.ts';
import { isWorkingDay, type WorkingDays, workingDayAfter } from './working-days.ts';

const HOUR_MS = 3_600_000;

/** The last millisecond of a local day, whether it has 23, 24 or 25 hours. */
const endOf = (days: WorkingDays, day: number): number => days.zone.toInstant(day + 1, 0) - 1;

function businessDays(days: WorkingDays, from: number, count: number, reading: Reading): number {
  const start = days.zone.toLocal(from);
  let day = start.day;
  let moved = false;
  if (reading.after_hours === 'next_bd' && isWorkingDay(days, day) && start.ms > days.closes) {
    day = workingDayAfter(days, day, 1);
    moved = true;
  }
  if (reading.nonbusiness_anchor === 'roll' && !isWorkingDay(days, day)) {
    day = workingDayAfter(days, day, 1);
    moved = true;
  }
  const last = workingDayAfter(days, day, count);
  switch (reading.bd_end) {
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

function hoursOrCalendarDays(days: WorkingDays, from: number, count: number, reading: Reading): number {
  const elapsed = from + count * DAY_MS;
  switch (reading.slash) {
    case 'hours':
      return elapsed;
    case 'clock':
    case 'eod':
      return calendarDays(days, from, count, reading.slash);
    case 'lesser':
      return Math.min(elapsed, calendarDays(days, from, count, 'clock'));
  }
}

/** The last instant (epoch ms) that is still within so much of a start, under one reading. */
export function limit(days: WorkingDays, from: number, count: number, unit: Unit, reading: Reading): number {
  switch (unit) {
    case 'business-days':
      return businessDays(days, from, count, reading);
    case 'calendar-days':
      return calendarDays(days, from, count, reading.calendar_days);
    case 'lesser-calendar-days':
      return calendarDays(days, from, count, reading.lesser3);
    case 'hours':
      return from + count * HOUR_MS;
    case 'hours-or-calendar-days':
      return hoursOrCalendarDays(days, from, count, reading);
  }
}

/** When a receipt counts from: arrival, or the next opening of the office. */
export function effectiveReceipt(days: WorkingDays, received: number, reading: Reading): number {
  if (reading.receipt === 'arrival') return received;
  const { day, ms } = days.zone.toLocal(received);
  if (isWorkingDay(days, day) && ms <= days.closes) {
    return ms < days.opens ? days.zone.toInstant(day, days.opens) : received;
  }
  return days.zone.toInstant(workingDayAfter(days, day, 1), days.opens);
}
