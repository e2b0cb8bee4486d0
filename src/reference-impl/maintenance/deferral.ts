import { daysBetween, instantAt, localDate } from '../../calendar/calendar.ts';
import type { DeferredReceipt } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import type { Accepted } from '../core/event.ts';
import type { PortalState } from '../core/state.ts';
import { calendarOf } from '../time-frames/limits.ts';
import type { Deferral } from './model.ts';

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** 0 is Sunday. */
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/**
 * The end of the regular maintenance window that holds at an instant, or null: the weekend of the third
 * Saturday, Friday evening to Monday morning. User Guide, Helpful Hints.
 */
function maintenanceUntil(now: number, pack: Pack): number | null {
  const calendar = calendarOf(pack, 'none');
  const today = localDate(calendar, now);
  const toSaturday: Record<number, number> = { 5: 1, 6: 0, 0: -1, 1: -2 };
  const offset = toSaturday[weekday(today)];
  if (offset === undefined) return null;
  const saturday = addDays(today, offset);
  const dayOfMonth = daysBetween(`${saturday.slice(0, 8)}01`, saturday) + 1;
  if (dayOfMonth < 15 || dayOfMonth > 21) return null;
  const hours = pack.figures.maintenanceWindow.value;
  const from = instantAt(calendar, addDays(saturday, -1), hours.from);
  const until = instantAt(calendar, addDays(saturday, 2), hours.until);
  return now >= from && now < until ? until : null;
}

/** Until when no answer can be given in real time; null outside outages and maintenance. */
export function deferredUntil(
  state: PortalState,
  now: number,
  pack: Pack,
): { readonly at: number; readonly maintenance: boolean } | null {
  const regular = maintenanceUntil(now, pack);
  const set = state.pauses.filter(({ from, until }) => now >= from && now < until);
  const ends = [...set, ...(regular === null ? [] : [{ until: regular, maintenance: true }])];
  if (ends.length === 0) return null;
  const last = ends.reduce((one, other) => (other.until > one.until ? other : one));
  return { at: last.until, maintenance: last.maintenance };
}

/**
 * When the staff takes a deferred request up: as soon as a status may be shown, or within the hour where the
 * request is urgent or care goes on, for its clock runs from its submission all the same.
 */
export const takenUpAt = ({ at, until, accepted }: Deferral): number =>
  isPressing(accepted) ? Math.min(until, at + 3_600_000) : until;

/** Care that goes on is decided within a day or two, which an outage may outlast. Section 7, Concurrent Review. */
const isPressing = ({ urgency, reviewType }: Accepted): boolean =>
  urgency === 'urgent' || reviewType === 'concurrent';

/** What is answered instead of a status. User Guide, Response Screen. */
export function receiptOf({ receipt, at, maintenance }: Deferral, pack: Pack): DeferredReceipt {
  const submitted = new Intl.DateTimeFormat('en-US', {
    timeZone: pack.zone,
    month: '2-digit',
    day: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
  const { hours } = pack.figures.deferredAnswer.value;
  const fax = pack.figures.clinicalFax.value;
  const later = maintenance
    ? `on Monday morning, after maintenance (at other times within ${hours} hours or by the following morning)`
    : `in about ${hours} hours or by the following morning`;
  return {
    receipt,
    receivedAt: new Date(at).toISOString(),
    submitted,
    notice:
      `Your request was received ${submitted} and will be processed later. Please check its status ${later}. ` +
      `Meanwhile clinical notes may be faxed to ${fax}; write the date and time of the online ` +
      'submission on the cover. Documents may be uploaded once the request is in the system.',
    faxNumber: fax,
  };
}
