import { daysBetween, localDate, nextBusinessDay } from '../../calendar/calendar.ts';
import type { World } from '../../contract/index.ts';
import { INTERPRETATIONS, type Pack } from '../../rulebook/index.ts';
import type { Accepted } from '../core/event.ts';
import { calendarOf } from '../time-frames/limits.ts';
import { inNetwork } from './requirements.ts';

type Context = { readonly now: number; readonly pack: Pack; readonly world: World };

/** The business day that is so many after a date. */
function businessDayAfter(pack: Pack, from: string, days: number): string {
  const calendar = calendarOf(pack, INTERPRETATIONS.default.holidays);
  let day = from;
  for (let counted = 0; counted < days; counted += 1) day = nextBusinessDay(calendar, day);
  return day;
}

/** Whether a date lies so many business days after another, which is day 0. It counts no further than it must. */
function isAhead(pack: Pack, from: string, to: string, days: number): boolean {
  const calendar = calendarOf(pack, INTERPRETATIONS.default.holidays);
  let day = from;
  for (let counted = 0; counted < days; counted += 1) {
    day = nextBusinessDay(calendar, day);
    if (day > to) return false;
  }
  return true;
}

/** A planned admission or operation, which is asked for some business days ahead. */
const elective = ({ type, setting, urgency, reviewType, emergent }: Accepted): boolean =>
  reviewType === 'preservice' &&
  urgency === 'standard' &&
  !emergent &&
  (type === 'admission' || setting === 'surgical');

/**
 * What is taken and marked rather than refused: a referral told late, a planned admission asked for
 * late, a notification after its day or without its documents, a paper request that belongs online.
 * Section 7, Referrals, Prior Authorization, Required Notification, Submission.
 */
export function flagsOf(accepted: Accepted, { now, pack, world }: Context): string[] {
  const calendar = calendarOf(pack, INTERPRETATIONS.default.holidays);
  const today = localDate(calendar, now);
  const { notification, start } = accepted;
  const flags: string[] = [];
  if (accepted.type === 'referral' && daysBetween(start, today) > pack.figures.referralBackdating.value)
    flags.push('referral-told-late');
  if (elective(accepted) && !isAhead(pack, today, start, pack.figures.electiveNotice.value))
    flags.push('elective-asked-late');
  if (notification) {
    const began = localDate(calendar, Date.parse(notification.startedAt));
    const last = businessDayAfter(pack, began, pack.figures.requiredNotification.value);
    if (today > last) flags.push('notification-late');
    if (accepted.information.length === 0) flags.push('documentation-missing');
  }
  if (
    accepted.channel !== 'portal' &&
    accepted.delegate === null &&
    inNetwork(world, accepted.affiliation, today)
  )
    flags.push('belongs-online');
  return flags;
}
