import type { Exchange } from '../../facts/case-file.ts';
import { DAY_MS } from '../../facts/civil.ts';
import {
  type DelegateCase,
  delegateOf,
  isPractice,
  memberAt,
  type Talk,
  talkOfCall,
  talkState,
} from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { type Fields, fields, list, strings, text } from '../../facts/values.ts';
import { type Comparison, onCall } from '../check.ts';
import { ACCEPTED, REFUSED, type Values } from '../value.ts';
import {
  bookedTimes,
  confirmedZone,
  lastScheduled,
  livePeerToPeer,
  slotTime,
  timeValue,
} from './bookings.ts';
import { zoneOf } from './calendar.ts';
import { expectedAt } from './expected-eligibility.ts';
import { casesIn, endOf, inPreferences, trained } from './offers.ts';

/**
 * What can stand in the way of a call about a peer-to-peer. `eligible-by-interpretation` (a case that one
 * interpretation admits) and `short-notice` leave a portal free: it may refuse for them and need not.
 */
export type Ground =
  | 'no-case'
  | 'duplicate-case'
  | 'unknown-case'
  | 'not-eligible'
  | 'eligible-by-interpretation'
  | 'no-time-zone'
  | 'too-many-cases'
  | 'live-appointment'
  | 'unknown-slot'
  | 'outside-preferences'
  | 'slot-in-past'
  | 'short-notice'
  | 'slot-after-window'
  | 'reviewer-not-trained'
  | 'slot-taken'
  | 'no-provider-name'
  | 'no-phone'
  | 'invalid-phone'
  | 'appointment-ended'
  | 'appointment-begun'
  | 'no-reason';

/** Whether there are grounds for refusal, and none but the ones given. Short notice is not counted. */
export const only = (grounds: readonly Ground[], ...allowed: readonly Ground[]): boolean => {
  const real = grounds.filter((one) => one !== 'short-notice');
  return real.length > 0 && real.every((one) => allowed.includes(one));
};

/** Whether the cases of a call include one that its user does not have, or with another birth date. */
export const isUnknownCase = (facts: Facts, call: Exchange, { caseNumber, birthDate }: Fields): boolean => {
  const file = delegateOf(facts).cases.get(text(caseNumber) ?? '');
  return file?.user !== call.actor || memberAt(facts, file, call.seq)?.birthDate !== birthDate;
};

/** The grounds that lie in the cases that a call names. */
export function requestGrounds(facts: Facts, call: Exchange): Ground[] {
  const keys = list(call.body.cases).map(fields);
  const files = casesIn(facts, call.body);
  const grounds: Ground[] = [];
  if (keys.length === 0) grounds.push('no-case');
  if (new Set(keys.map(({ caseNumber }) => caseNumber)).size < keys.length) grounds.push('duplicate-case');
  if (keys.some((key) => isUnknownCase(facts, call, key))) grounds.push('unknown-case');
  for (const file of files) {
    const { result, also } = expectedAt(file, call.seq, call.at);
    // By one interpretation a case such as an approved one may be discussed all the same.
    if (result === 'none') grounds.push(also.length > 0 ? 'eligible-by-interpretation' : 'not-eligible');
  }
  if (confirmedZone(facts, call) === null) grounds.push('no-time-zone');
  const max = files[0]?.pack.delegate.maxCases.value ?? 5;
  if (keys.length > max) grounds.push('too-many-cases');
  return grounds;
}

/** No document says how long before its start a peer-to-peer must be booked; a portal may want up to a day. */
const LONGEST_LEAD = DAY_MS;

/** The grounds that lie in the slot that a call takes; `moving` is the peer-to-peer that leaves its own. */
export function slotGrounds(
  facts: Facts,
  call: Exchange,
  files: readonly DelegateCase[],
  moving?: Talk,
): Ground[] {
  const slot = slotTime(facts, call.body.slot, call.seq);
  const preferences = fields(call.body.preferences);
  const zone = zoneOf(text(preferences.timeZone) ?? '');
  if (!slot || !zone) return ['unknown-slot'];
  const grounds: Ground[] = [];
  const fit = inPreferences(zone, strings(preferences.days), list(preferences.blocks), slot.start, slot.end);
  if (!fit.day || !fit.block) grounds.push('outside-preferences');
  if (slot.start <= call.at) grounds.push('slot-in-past');
  else if (slot.start - call.at < LONGEST_LEAD) grounds.push('short-notice');
  if (slot.start > endOf(files, call.seq, call.at)) grounds.push('slot-after-window');
  if (!trained(facts, slot.reviewer, files)) grounds.push('reviewer-not-trained');
  const taken = bookedTimes(facts, slot.reviewer, moving).some(
    (one) => one.start < slot.end && slot.start < one.end,
  );
  if (taken) grounds.push('slot-taken');
  return grounds;
}

/** How many digits a phone number has, without the code of the country. */
const digits = (phone: unknown): number =>
  (text(phone) ?? '').replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '').length;

/** The grounds that lie in the contact page. */
export function contactGrounds({ contact }: Fields): Ground[] {
  const { requestingProvider, phone, alternatePhone } = fields(contact);
  const grounds: Ground[] = [];
  if ((text(requestingProvider) ?? '').trim() === '') grounds.push('no-provider-name');
  if ((text(phone) ?? '').trim() === '') grounds.push('no-phone');
  else if (digits(phone) !== 10) grounds.push('invalid-phone');
  if (alternatePhone !== undefined && digits(alternatePhone) !== 10) grounds.push('invalid-phone');
  return grounds;
}

/** Every ground for refusing a booking. */
export function bookingGrounds(facts: Facts, call: Exchange): Ground[] {
  const files = casesIn(facts, call.body);
  const live = files.some((file) => livePeerToPeer(facts, file));
  return [
    ...requestGrounds(facts, call),
    ...(live ? (['live-appointment'] as const) : []),
    ...slotGrounds(facts, call, files),
    ...contactGrounds(call.body),
  ];
}

/** Whether a call is a booking by a user who may book. */
export const isBooking = (facts: Facts, call: Exchange): boolean =>
  call.op === 'schedule-peer-to-peer' && isPractice(facts, call.actor) && call.status !== 401;

/** Whether a call is a booking for whose refusal there is no ground. */
export const mustBook = (facts: Facts, call: Exchange): boolean =>
  isBooking(facts, call) && bookingGrounds(facts, call).length === 0;

/** What a booking was about, as a finding shows it. */
export function bookingValues(facts: Facts, call: Exchange): Values {
  const slot = slotTime(facts, call.body.slot, call.seq);
  return {
    cases: casesIn(facts, call.body).map(({ number }) => number),
    slot: slot ? timeValue(slot) : null,
  };
}

/** A call that must be refused. */
export const refusal = (call: Exchange, given: Values): Comparison =>
  onCall(call, { answer: REFUSED }, { answer: call.status }, { given });

/** A call that must be accepted. */
export const acceptance = (call: Exchange, given: Values): Comparison =>
  onCall(call, { answer: ACCEPTED }, { answer: call.status }, { given });

/** A booking that must be refused, where the grounds for that are among those given; else null. */
export function refusedBooking(
  facts: Facts,
  call: Exchange,
  ...allowed: readonly Ground[]
): Comparison | null {
  if (!isBooking(facts, call)) return null;
  const groundsForRefusal = bookingGrounds(facts, call);
  if (!only(groundsForRefusal, ...allowed)) return null;
  return refusal(call, { groundsForRefusal, ...bookingValues(facts, call) });
}

/** The own appointment that a call changes, with the grounds for refusing that; null where the call changes none. */
export function changeOf(facts: Facts, call: Exchange): { peerToPeer: Talk; grounds: Ground[] } | null {
  const peerToPeer = talkOfCall(facts, call);
  if (!peerToPeer || peerToPeer.scheduled.actor !== call.actor || call.status === 401) return null;
  const grounds: Ground[] = [];
  if (talkState(peerToPeer) !== 'scheduled') grounds.push('appointment-ended');
  const start = Date.parse(text(lastScheduled(peerToPeer)?.told.start) ?? '');
  if (call.at > start) grounds.push('appointment-begun');
  if (call.op === 'cancel-peer-to-peer' && (text(call.body.reason) ?? '').trim() === '')
    grounds.push('no-reason');
  if (call.op === 'reschedule-peer-to-peer') {
    if (peerToPeer.cases.some((file) => expectedAt(file, call.seq, call.at).result === 'none'))
      grounds.push('not-eligible');
    grounds.push(...slotGrounds(facts, call, peerToPeer.cases, peerToPeer));
  }
  return { peerToPeer, grounds };
}
