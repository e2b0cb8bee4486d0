import { Temporal } from 'temporal-polyfill';
import { isBusinessDay, localDate } from '../../calendar/calendar.ts';
import type { Offer, OfferRequest, Preferences, Reviewer, Slot } from '../../contract/index.ts';
import { WEEKDAYS } from '../../contract/index.ts';
import type { DelegatePack } from '../../rulebook/index.ts';
import type { PortalState } from '../core/state.ts';
import { type CaseFileState, delegationOf } from '../delegate/state.ts';
import { calendarFor } from '../delegate/windows.ts';

/** A quarter of an hour of a reviewer. Instants are epoch ms. */
export type FreeSlot = {
  readonly id: string;
  readonly reviewer: Reviewer;
  readonly start: number;
  readonly end: number;
};

const MINUTE = 60_000;

/** Whether a text names a zone of the IANA list. */
export const knownZone = (zone: string): boolean => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId.includes('/');
  } catch {
    return false;
  }
};

/** Every slot of a reviewer on the local days of one week of their zone, by their shifts. */
function slotsOf(reviewer: Reviewer, monday: string, pack: DelegatePack): FreeSlot[] {
  const calendar = { ...calendarFor(pack), zone: reviewer.zone };
  const length = pack.delegate.slotMinutes.value * MINUTE;
  const found: FreeSlot[] = [];
  for (let offset = -1; offset <= 7; offset += 1) {
    const date = Temporal.PlainDate.from(monday).add({ days: offset });
    const day = date.toString();
    if (!isBusinessDay(calendar, day) || reviewer.away.includes(day)) continue;
    for (const { weekday, from, until } of reviewer.shifts) {
      if (weekday !== date.dayOfWeek) continue;
      const at = (time: string): number =>
        date.toZonedDateTime({ timeZone: reviewer.zone, plainTime: Temporal.PlainTime.from(time) })
          .epochMilliseconds;
      const end = at(until);
      for (let start = at(from); start + length <= end; start += length)
        found.push({
          id: `${reviewer.id}@${new Date(start).toISOString()}`,
          reviewer,
          start,
          end: start + length,
        });
    }
  }
  return found;
}

const zoned = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

type Local = { readonly weekday: number; readonly hour: number };
const locals = new Map<string, Local>();

/** Local weekday and hour, kept: every offer asks for the same hours again. */
function localAt(at: number, zone: string): Local {
  // Offsets of all zones are whole quarters of an hour, so a quarter lies within one local hour.
  const quarter = Math.floor(at / 900_000);
  const key = `${zone} ${quarter}`;
  const known = locals.get(key);
  if (known) return known;
  const { dayOfWeek, hour: local } = zoned(quarter * 900_000, zone);
  const made = { weekday: dayOfWeek, hour: local };
  if (locals.size > 20_000) locals.clear();
  locals.set(key, made);
  return made;
}

/** Whether a slot lies on a chosen day and, from start to end, inside a run of chosen blocks. */
function fits({ start, end }: FreeSlot, { days, blocks, timeZone }: Preferences): boolean {
  const from = localAt(start, timeZone);
  const last = localAt(end - 1, timeZone);
  const day = WEEKDAYS[from.weekday - 1];
  return (
    day !== undefined &&
    days.includes(day) &&
    blocks.includes(from.hour) &&
    blocks.includes(last.hour) &&
    from.weekday === last.weekday
  );
}

const qualified = (reviewer: Reviewer, files: readonly CaseFileState[]): boolean =>
  files.every(({ build }) => reviewer.skills.includes(build.program));

/** Whether nobody has a slot, or any other at the same time, with its reviewer. */
const isFree = (state: PortalState, slot: FreeSlot, but: string | null): boolean =>
  [...state.delegate.appointments.values()].every(
    (one) =>
      one.id === but ||
      one.state !== 'scheduled' ||
      one.reviewer !== slot.reviewer.id ||
      one.end <= slot.start ||
      slot.end <= one.start,
  );

export type SlotGates = {
  readonly slotFits: typeof fits;
  readonly slotQualified: typeof qualified;
  readonly slotFree: typeof isFree;
  readonly slotFuture: (slot: FreeSlot, now: number) => boolean;
  readonly slotWithin: (slot: FreeSlot, until: number) => boolean;
  readonly slotOrder: (one: Reviewer, other: Reviewer) => number;
};
export const SLOT_GATES: SlotGates = {
  slotFits: fits,
  slotQualified: qualified,
  slotFree: isFree,
  slotFuture: ({ start }, now) => start > now,
  slotWithin: ({ start }, until) => start <= until,
  slotOrder: (one, other) => one.priority - other.priority || (one.id < other.id ? -1 : 1),
};

export type OfferContext = {
  readonly state: PortalState;
  readonly files: readonly CaseFileState[];
  readonly now: number;
  readonly pack: DelegatePack;
  /** The last instant (epoch ms) at which a talk about all the cases may start. */
  readonly until: number;
  readonly gates: SlotGates;
  /** The appointment that is moved, if any: its own slot counts as free. */
  readonly moving: string | null;
};

/** The Monday of the week in which a date lies. */
const mondayOf = (date: string): string => {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
};

/** The free slots of a week (of the user’s zone) that fit. */
function offered(week: string, preferences: Preferences, context: OfferContext): FreeSlot[] {
  const { state, files, now, pack, until, gates, moving } = context;
  const monday = mondayOf(week);
  const sunday = Temporal.PlainDate.from(monday).add({ days: 6 }).toString();
  const calendar = { ...calendarFor(pack), zone: preferences.timeZone };
  return delegationOf(state)
    .reviewers.filter((reviewer) => gates.slotQualified(reviewer, files))
    .flatMap((reviewer) => slotsOf(reviewer, monday, pack))
    .filter(({ start }) => {
      const date = localDate(calendar, start);
      return date >= monday && date <= sunday;
    })
    .filter((slot) => gates.slotFits(slot, preferences))
    .filter((slot) => gates.slotFuture(slot, now) && gates.slotWithin(slot, until))
    .filter((slot) => gates.slotFree(state, slot, moving));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `6:15 PM EDT` in a zone on the date of the slot. */
export function labelOf(start: number, timeZone: string): string {
  const known = formats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hour: 'numeric',
      minute: '2-digit',
      hour12: true,
      timeZoneName: 'short',
    });
  if (!known) formats.set(timeZone, format);
  return format.format(start).replaceAll(/\s/gu, ' ');
}

export const slotView = ({ id, start, end }: Pick<FreeSlot, 'id' | 'start' | 'end'>, zone: string): Slot => ({
  id,
  start: new Date(start).toISOString(),
  end: new Date(end).toISOString(),
  label: labelOf(start, zone),
});

/** What the schedule page shows: a group for each reviewer, the higher priority first. */
export function offerOf({ week, preferences }: OfferRequest, context: OfferContext): Offer {
  const slots = offered(week, preferences, context);
  const reviewers = [...new Map(slots.map(({ reviewer }) => [reviewer.id, reviewer])).values()];
  const groups = reviewers.sort(context.gates.slotOrder).map((reviewer) => ({
    priority: reviewer.priority,
    reviewer: { id: reviewer.id, name: reviewer.name },
    slots: slots
      .filter((slot) => slot.reviewer.id === reviewer.id)
      .sort((one, other) => one.start - other.start)
      .map((slot) => slotView(slot, preferences.timeZone)),
  }));
  const message =
    groups.length > 0 ? null : 'No slot of this week fits; look at another week or change your preferences.';
  return { week: mondayOf(week), timeZone: preferences.timeZone, groups, message };
}

/** The slot of an id, if it is one that a reviewer has. */
export function slotOf(id: string, context: OfferContext): FreeSlot | null {
  const [reviewerId, iso = ''] = id.split('@');
  const reviewer = delegationOf(context.state).reviewers.find((one) => one.id === reviewerId);
  const start = Date.parse(iso);
  if (!reviewer || Number.isNaN(start)) return null;
  const monday = mondayOf(zoned(start, reviewer.zone).toPlainDate().toString());
  return slotsOf(reviewer, monday, context.pack).find((slot) => slot.id === id) ?? null;
}
