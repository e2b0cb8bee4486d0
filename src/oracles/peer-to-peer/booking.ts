import type { Exchange } from '../../facts/case-file.ts';
import { determinationsBefore } from '../../facts/delegate/course.ts';
import { type DelegateCase, done } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, fields, text } from '../../facts/values.ts';
import { type Comparison, onCall, peerToPeerCallChecks } from '../check.ts';
import { instant, REFUSED, type Values } from '../value.ts';
import { instantIn, slotTime } from './bookings.ts';
import { casesMovedOn, lastLookUp, levelIn } from './earlier-look-up.ts';
import { expectedAt } from './expected-eligibility.ts';
import {
  acceptance,
  bookingGrounds,
  bookingValues,
  changeOf,
  contactGrounds,
  isBooking,
  mustBook,
  only,
  refusal,
  refusedBooking,
} from './grounds-for-refusal.ts';
import { casesIn } from './offers.ts';
import { wrongReconsiderationWindow } from './wrong-windows.ts';

/** Whether a Medicare case that may be discussed was said not to be eligible. */
const isDeniedToMedicare = (file: DelegateCase, { answer }: Exchange): boolean =>
  file.line === 'medicare' && answer.code === 'not-eligible';

/** Whether a case was not determined again between its last look-up and a call, so that only time has passed. */
const onlyTimePassed = (facts: Facts, file: DelegateCase, { seq }: Exchange): boolean =>
  determinationsBefore(file, seq).length ===
  determinationsBefore(file, lastLookUp(facts, file)?.call.seq ?? 0).length;

const byCase = (files: readonly DelegateCase[], value: (file: DelegateCase) => string | null): Values =>
  Object.fromEntries(files.map((file) => [file.number, value(file)]));

/** A contact detail for comparison. A phone number may come back in another form, with or without the country code. */
function bare(name: string, value: unknown): string {
  const plain = (text(value) ?? '').replaceAll(/\W/g, '').toLowerCase();
  return /phone/i.test(name) ? plain.slice(-10) : plain;
}

/** The level of each case that has moved on, as a booking shows it; a refusal is a recheck as well. */
function recheck(call: Exchange, facts: Facts, moved: readonly DelegateCase[]): Comparison {
  const given = {
    ...bookingValues(facts, call),
    levelWhenLookedUp: byCase(moved, (file) => lastLookUp(facts, file)?.level ?? null),
  };
  if (!done(call)) return onCall(call, { answer: REFUSED }, { answer: call.status }, { given });
  const found = onCall(
    call,
    { level: byCase(moved, (file) => expectedAt(file, call.seq, call.at).level) },
    { level: byCase(moved, (file) => levelIn(call, file)) },
    { given },
  );
  // A window that lapsed while the form was open: see when a request counts.
  if (moved.every((file) => onlyTimePassed(facts, file, call))) return { ...found, otherwise: 'depends' };
  return {
    ...found,
    causedBy: () => moved.map(wrongReconsiderationWindow).find((one) => one !== null) ?? null,
  };
}

/** Booking a peer-to-peer. Training, How to Schedule a Peer to Peer. */
export const booking = peerToPeerCallChecks({
  'p2p.scheduled.on-submit': (call, facts) => {
    if (!mustBook(facts, call) || !done(call)) return null;
    const slot = slotTime(facts, call.body.slot, call.seq);
    return onCall(
      call,
      { state: 'scheduled', start: slot && instant(slot.start) },
      { state: text(call.answer.state), start: instantIn(at(call.answer, 'slot.start')) },
    );
  },
  'p2p.slots.any-listed-selectable': (call, facts) => {
    if (!mustBook(facts, call) || casesMovedOn(facts, call).length > 0) return null;
    return casesIn(facts, call.body).some((file) => expectedAt(file, call.seq, call.at).result === 'eligible')
      ? acceptance(call, bookingValues(facts, call))
      : null;
  },
  'p2p.eligibility.request-consultative-allowed': (call, facts) => {
    const files = casesIn(facts, call.body);
    const consultative = files.every((file) => expectedAt(file, call.seq, call.at).result === 'consultative');
    if (!mustBook(facts, call) || !consultative || casesMovedOn(facts, call).length > 0) return null;
    return {
      ...acceptance(call, { eligibility: 'consultative', ...bookingValues(facts, call) }),
      causedBy: files.some((file) => isDeniedToMedicare(file, call))
        ? 'postdecision.medicare.consult-allowed'
        : null,
    };
  },
  'p2p.request.time-is-submit': (call, facts) => {
    if (!mustBook(facts, call) || !done(call)) return null;
    const found = onCall(
      call,
      { requestedAt: instant(call.at) },
      { requestedAt: instantIn(call.answer.requestedAt) },
    );
    const atOldLevel = casesMovedOn(facts, call).some(
      (file) => onlyTimePassed(facts, file, call) && levelIn(call, file) === lastLookUp(facts, file)?.level,
    );
    // Opened in time and sent late: two interpretations of when it was asked for.
    return atOldLevel ? { ...found, always: 'depends' } : found;
  },
  'p2p.scheduled.recheck-eligibility': (call, facts) => {
    if (!isBooking(facts, call)) return null;
    const moved = casesMovedOn(facts, call);
    if (moved.length === 0 || bookingGrounds(facts, call).some((one) => one !== 'not-eligible')) return null;
    return recheck(call, facts, moved);
  },
  'p2p.slots.no-double-booking': (call, facts) => {
    if (call.op !== 'reschedule-peer-to-peer') return refusedBooking(facts, call, 'slot-taken');
    const change = changeOf(facts, call);
    return change && only(change.grounds, 'slot-taken')
      ? refusal(call, { groundsForRefusal: change.grounds, ...bookingValues(facts, call) })
      : null;
  },
  'p2p.contact.fields': (call, facts) => {
    if (!mustBook(facts, call) || !done(call)) return null;
    const kept = fields(call.answer.contact);
    const given = Object.entries(fields(call.body.contact));
    // A detail that came back in another form counts as the one that was given.
    const shown = given.map(([name, value]) => [
      name,
      text(bare(name, kept[name]) === bare(name, value) ? value : kept[name]),
    ]);
    return onCall(
      call,
      { contact: Object.fromEntries(given.map(([name, value]) => [name, text(value)])) },
      { contact: Object.fromEntries(shown) },
    );
  },
  'p2p.contact.must-update-three': (call, facts) => {
    const found = refusedBooking(facts, call, 'no-provider-name', 'no-phone');
    if (found) return found;
    return mustBook(facts, call) &&
      casesMovedOn(facts, call).length === 0 &&
      fields(call.body.contact).instructions === undefined
      ? acceptance(call, { instructions: null, ...bookingValues(facts, call) })
      : null;
  },
  'p2p.contact.phone-format': (call, facts) =>
    only(contactGrounds(call.body), 'invalid-phone') ? refusedBooking(facts, call, 'invalid-phone') : null,
});
