import { dateOf, ZoneTable } from '../../facts/civil.ts';
import type { Anchor, Pack, Unit } from '../../rulebook/index.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const zones = new WeakMap<object, ZoneTable>();

const zoneOf = (pack: Pack): ZoneTable => {
  const known = zones.get(pack.transitions) ?? new ZoneTable(pack.transitions);
  zones.set(pack.transitions, known);
  return known;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** `Wed 2026-01-07 16:30:00`, in the zone of the plan. */
export function localWords(pack: Pack, instant: number): string {
  const { day, ms } = zoneOf(pack).toLocal(instant);
  const seconds = Math.floor(ms / 1000);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${DAYS[(((day + 3) % 7) + 7) % 7]} ${dateOf(day)} ${clock}`;
}

const UNITS: Record<Unit, [one: string, many: string]> = {
  'business-days': ['business day', 'business days'],
  'calendar-days': ['calendar day', 'calendar days'],
  'lesser-calendar-days': ['calendar day', 'calendar days'],
  hours: ['hour', 'hours'],
  'hours-or-calendar-days': ['calendar day (24 hours)', 'calendar days (24 hours each)'],
};

const ANCHORS: Record<Anchor, string> = {
  received: 'receipt of the request',
  'information-complete': 'complete information',
  decided: 'the decision',
  called: 'the call',
  asked: 'receipt of the reconsideration request',
};

/** `2 business days from complete information`. */
export const armWords = ([count, unit]: readonly [number, Unit], of: Anchor): string =>
  `${count} ${UNITS[unit][count === 1 ? 0 : 1]} from ${ANCHORS[of]}`;

/** `1 h 30 min`, for a length of time in ms. */
export function lengthWords(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
  ];
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}
