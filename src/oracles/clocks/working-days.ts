import { dayOf, timeOf, weekday, ZoneTable } from '../../facts/civil.ts';
import type { Interpretation, RulePack } from '../../rulebook/index.ts';

/** A plan's days and hours under one choice of holidays. */
export type WorkingDays = {
  readonly zone: ZoneTable;
  readonly holidays: ReadonlySet<number>;
  readonly opens: number;
  readonly closes: number;
};

type PackCalendar = Pick<RulePack, 'transitions' | 'holidays' | 'opens' | 'closes'>;

const known = new WeakMap<object, Map<string, WorkingDays>>();

/** The working days of a pack under a `holidays` setting such as `fed+ma`, kept for the pack's lifetime. */
export function workingDays(pack: PackCalendar, choice: Interpretation['holidays']): WorkingDays {
  let byChoice = known.get(pack);
  if (!byChoice) {
    byChoice = new Map();
    known.set(pack, byChoice);
  }
  let days = byChoice.get(choice);
  if (!days) {
    const names = choice === 'none' ? [] : choice.split('+');
    const dates = names.flatMap((name) => pack.holidays[name]?.map(([date]) => dayOf(date)) ?? []);
    days = {
      zone: new ZoneTable(pack.transitions),
      holidays: new Set(dates),
      opens: timeOf(pack.opens),
      closes: timeOf(pack.closes),
    };
    byChoice.set(choice, days);
  }
  return days;
}

export const isWorkingDay = (days: WorkingDays, day: number): boolean =>
  weekday(day) < 5 && !days.holidays.has(day);

/** The n-th working day after a day; before it, where the count is negative. */
export function workingDayAfter(days: WorkingDays, day: number, count: number): number {
  const step = count < 0 ? -1 : 1;
  let at = day;
  let left = Math.abs(count);
  while (left > 0) {
    at += step;
    if (isWorkingDay(days, at)) left -= 1;
  }
  return at;
}
