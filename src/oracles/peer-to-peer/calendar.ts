import type { Reviewer } from '../../contract/index.ts';
import { DAY_MS, dateOf, timeOf, weekday, ZoneTable } from '../../facts/civil.ts';
import { type DelegatePack, US_ZONES } from '../../rulebook/index.ts';
import { isWorkingDay, workingDays } from '../clocks/working-days.ts';

const tables = new Map<string, ZoneTable>();

/** The offsets of a zone, or null for one that is not frozen here. */
export function zoneOf(name: string): ZoneTable | null {
  const known = tables.get(name);
  if (known) return known;
  const transitions = US_ZONES[name];
  if (!transitions) return null;
  const table = new ZoneTable(transitions);
  tables.set(name, table);
  return table;
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export type LocalStart = {
  readonly date: string;
  readonly weekday: string;
  readonly hour: number;
  readonly minute: number;
};

/** The local day and time of an instant (epoch ms). */
export function localOf(zone: ZoneTable, at: number): LocalStart {
  const { day, ms } = zone.toLocal(at);
  return {
    date: dateOf(day),
    weekday: DAYS[weekday(day)] ?? '',
    hour: Math.floor(ms / 3_600_000),
    minute: (ms % 3_600_000) / 60_000,
  };
}

/** Every start (epoch ms) at which a reviewer works between two instants, by their shifts, holidays and days away. */
export function workingStarts(reviewer: Reviewer, pack: DelegatePack, from: number, until: number): number[] {
  const zone = zoneOf(reviewer.zone);
  if (!zone) return [];
  const working = workingDays(pack, pack.interpretations.default.holidays);
  const length = pack.delegate.slotMinutes.value * 60_000;
  const found: number[] = [];
  const last = zone.toLocal(until).day + 1;
  for (let day = zone.toLocal(from).day - 1; day <= last; day += 1) {
    if (!isWorkingDay(working, day) || reviewer.away.includes(dateOf(day))) continue;
    for (const shift of reviewer.shifts) {
      if (shift.weekday !== weekday(day) + 1) continue;
      const end = zone.toInstant(day, timeOf(shift.until));
      for (let start = zone.toInstant(day, timeOf(shift.from)); start + length <= end; start += length)
        if (start >= from && start <= until) found.push(start);
    }
  }
  return found;
}

/** The instants (epoch ms) at which a week of a zone begins and ends; `monday` is its first local date. */
export function weekOf(zone: ZoneTable, monday: string): readonly [from: number, until: number] {
  const day = Math.floor(Date.parse(`${monday}T00:00:00Z`) / DAY_MS);
  const first = day - weekday(day);
  return [zone.toInstant(first, 0), zone.toInstant(first + 7, 0) - 1];
}
