import type { ZoneTable } from '../../facts/civil.ts';
import { localOf } from './calendar.ts';
import type { OfferedSlot } from './offers.ts';

const ABBREVIATIONS: Readonly<Record<string, readonly [standard: string, daylight: string]>> = {
  'America/New_York': ['EST', 'EDT'],
  'America/Chicago': ['CST', 'CDT'],
  'America/Denver': ['MST', 'MDT'],
  'America/Los_Angeles': ['PST', 'PDT'],
  'America/Phoenix': ['MST', 'MST'],
};

/** Whether a label carries the 12-hour local time of a slot and the abbreviation of its zone on that date. */
export function isLabeledRight(zone: ZoneTable, name: string, { start, label }: OfferedSlot): boolean {
  const [, hours, minutes, half, abbreviation] =
    /(\d{1,2}):(\d{2})\s*([ap])\.?m\.?\s+([a-z]{3,4})\b/i.exec(label.replaceAll(/\s/gu, ' ')) ?? [];
  const { hour, minute } = localOf(zone, start);
  const winter = zone.offsetAt(Date.UTC(new Date(start).getUTCFullYear(), 0, 15));
  const [standard, daylight] = ABBREVIATIONS[name] ?? [];
  return (
    Number(hours) === (hour % 12 === 0 ? 12 : hour % 12) &&
    Number(minutes) === minute &&
    half?.toLowerCase() === (hour < 12 ? 'a' : 'p') &&
    abbreviation?.toUpperCase() === (zone.offsetAt(start) === winter ? standard : daylight)
  );
}
