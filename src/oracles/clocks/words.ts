import { dateOf, ZoneTable } from '../../facts/civil.ts';
import type { Arm, RulePack, Unit } from '../../rulebook/index.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const zones = new WeakMap<object, ZoneTable>();

const zoneOf = (pack: Pick<RulePack, 'transitions'>): ZoneTable => {
  const known = zones.get(pack.transitions) ?? new ZoneTable(pack.transitions);
  zones.set(pack.transitions, known);
  return known;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** `Wed 2026-01-07 16:30:00`, in the zone of the plan. */
export function localWords(pack: Pick<RulePack, 'transitions'>, instant: number): string {
  const { day, ms } = zoneOf(pack).toLocal(instant);
  const seconds = Math.floor(ms / 1000);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${DAYS[(((day + 3) % 7) + 7) % 7]} ${dateOf(day)} ${clock}`;
}

const UNIT_WORDS: Record<Unit, [one: string, many: string]> = {
  minutes: ['minute', 'minutes'],
  months: ['month', 'months'],
  'business-days': ['business day', 'business days'],
  'calendar-days': ['calendar day', 'calendar days'],
  'lesser-calendar-days': ['calendar day', 'calendar days'],
  hours: ['hour', 'hours'],
  'hours-or-calendar-days': ['calendar day (24 hours)', 'calendar days (24 hours each)'],
};

const FACT_WORDS: Readonly<Record<string, string>> = {
  received: 'receipt',
  'information-complete': 'complete information',
  decided: 'the decision',
  'verbal-notice': 'verbal notification',
};

/** Where an arm starts, in words: those of the pack, or the names of the facts. */
function anchorWords(pack: Pick<RulePack, 'starts'>, { named, of }: Pick<Arm, 'named' | 'of'>): string {
  const own = named === undefined ? undefined : pack.starts[named];
  if (own) return own.means;
  if ('receipt' in of) return anchorWords(pack, { of: { fact: of.receipt } });
  if ('due' in of) return `the limit of the ${of.due}`;
  if ('later' in of)
    return `the later of ${of.later.map((one) => anchorWords(pack, { of: one })).join(' and ')}`;
  if ('notice' in of) return anchorWords(pack, { of: { fact: of.notice } });
  if ('reconsidered' in of) return anchorWords(pack, { of: { fact: of.reconsidered } });
  return FACT_WORDS[of.fact] ?? of.fact.replaceAll(/[-_]/g, ' ');
}

/** `2 business days from complete information`. */
export const armWords = (
  pack: Pick<RulePack, 'starts'>,
  arm: Pick<Arm, 'named' | 'of' | 'within'>,
): string => {
  const [count, unit] = arm.within;
  return `${count} ${UNIT_WORDS[unit][count === 1 ? 0 : 1]} from ${anchorWords(pack, arm)}`;
};

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
