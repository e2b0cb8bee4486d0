import {
  endOfDay,
  localDate,
  type OfficeCalendar,
  withinBusinessDays,
  withinCalendarDays,
} from '../../calendar/calendar.ts';
import { type DelegatePack, delegatePackOf, type Pack } from '../../rulebook/index.ts';
import { calendarOf } from '../time-frames/limits.ts';
import { type CaseFileState, lastDetermination } from './state.ts';

const COUNTING = { bd_end: 'eod', after_hours: 'same_day', nonbusiness_anchor: 'skip' } as const;

/** The pack of a case and the calendar by which its days are counted. Throws RangeError for a line that no delegate has. */
export function packOf(pack: Pack, { line }: Pick<CaseFileState, 'line'>): DelegatePack {
  const own = delegatePackOf(pack, line);
  if (!own) throw new RangeError(`no delegate’s pack covers ${line}`);
  return own;
}

export const calendarFor = (pack: Pack): OfficeCalendar => calendarOf(pack, 'fed');

const businessDays = (pack: Pack, from: number, days: number): number =>
  withinBusinessDays(calendarFor(pack), from, days, COUNTING);

/** The last instants (epoch ms) of what runs on a case. Each is a function of the case alone. */
export type DelegateWindows = {
  readonly finish: (file: CaseFileState, pack: DelegatePack) => number;
  readonly reconsider: (file: CaseFileState, pack: DelegatePack) => number | null;
  readonly talk: (file: CaseFileState, pack: DelegatePack) => number | null;
  readonly appeal: (file: CaseFileState, pack: DelegatePack) => number | null;
  readonly authorization: (file: CaseFileState, pack: DelegatePack) => number | null;
  readonly retrospective: (treatmentStart: string, pack: DelegatePack) => number;
};

const afterDetermination = (file: CaseFileState, pack: DelegatePack, days: number): number | null => {
  const made = lastDetermination(file);
  return made && withinCalendarDays(calendarFor(pack), made.at, days, 'eod');
};

export const WINDOWS: DelegateWindows = {
  finish: (file, pack) => businessDays(pack, file.startedAt, pack.delegate.saveBusinessDays.value),
  reconsider: (file, pack) => {
    const reconsideration = pack.delegate.reconsideration?.value;
    const made = lastDetermination(file);
    if (!reconsideration || !made || file.reconsidered >= reconsideration.perCase) return null;
    return businessDays(pack, made.at, reconsideration.businessDays);
  },
  talk: (file, pack) => afterDetermination(file, pack, pack.delegate.talkDays.value),
  appeal: (file, pack) => afterDetermination(file, pack, pack.delegate.appealDays.value),
  authorization: (file, pack) => afterDetermination(file, pack, pack.delegate.authorizationDays.value),
  retrospective: (treatmentStart, pack) => {
    const calendar = calendarFor(pack);
    const noon = endOfDay(calendar, treatmentStart);
    return withinCalendarDays(calendar, noon, pack.delegate.retrospectiveDays.value, 'eod');
  },
};

/** The local date of an instant under a pack. */
export const dateOf = (pack: Pack, at: number): string => localDate(calendarFor(pack), at);
