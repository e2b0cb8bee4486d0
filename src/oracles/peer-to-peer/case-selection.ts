import type { Exchange } from '../../facts/case-file.ts';
import { done, isPractice } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { fields, list, text } from '../../facts/values.ts';
import { onCall, peerToPeerCallChecks } from '../check.ts';
import { ACCEPTED } from '../value.ts';
import { confirmedZone, livePeerToPeer } from './bookings.ts';
import { expectedAt } from './expected-eligibility.ts';
import {
  acceptance,
  bookingGrounds,
  bookingValues,
  type Ground,
  isBooking,
  mustBook,
  only,
  refusal,
  refusedBooking,
  requestGrounds,
} from './grounds-for-refusal.ts';
import { casesIn } from './offers.ts';
import { wrongPeerToPeerDays } from './wrong-windows.ts';

/** The grounds for refusing to look up cases: eligibility and the time zone only matter later. */
const lookUpGrounds = (facts: Facts, call: Exchange): readonly Ground[] =>
  requestGrounds(facts, call).filter((one) => one !== 'no-time-zone' && one !== 'not-eligible');

const isLookUp = (facts: Facts, call: Exchange): boolean =>
  call.op === 'look-up-peer-cases' && isPractice(facts, call.actor);

const numbersIn = (call: Exchange): (string | null)[] =>
  list(call.body.cases).map((one) => text(fields(one).caseNumber));

/** Which cases a peer-to-peer may be about. Training, How to Schedule a Peer to Peer Request. */
export const caseSelection = peerToPeerCallChecks({
  'p2p.request.no-duplicate-case': (call, facts) => {
    if (isLookUp(facts, call))
      return only(lookUpGrounds(facts, call), 'duplicate-case')
        ? refusal(call, { cases: numbersIn(call) })
        : null;
    const taken = casesIn(facts, call.body).some((file) => livePeerToPeer(facts, file));
    return taken ? refusedBooking(facts, call, 'live-appointment', 'slot-taken') : null;
  },
  'p2p.request.add-another-case': (call, facts) => {
    const files = casesIn(facts, call.body);
    if (files.length < 2) return null;
    const given = { cases: numbersIn(call) };
    if (isLookUp(facts, call))
      return lookUpGrounds(facts, call).length === 0 ? acceptance(call, given) : null;
    if (!mustBook(facts, call)) return null;
    return onCall(
      call,
      { answer: ACCEPTED, casesOfAppointment: files.length },
      { answer: call.status, casesOfAppointment: list(call.answer.cases).length },
      { given },
    );
  },
  'p2p.request.each-case-needs-eligibility': (call, facts) => {
    const booked = isBooking(facts, call);
    if (call.op !== 'offer-slots' && !booked) return null;
    if (!isPractice(facts, call.actor) || call.status === 401) return null;
    const grounds = booked ? bookingGrounds(facts, call) : requestGrounds(facts, call);
    const later: readonly Ground[] = booked ? ['unknown-slot'] : [];
    if (!only(grounds, 'not-eligible', 'eligible-by-interpretation', ...later)) return null;
    if (!grounds.some((one) => one === 'not-eligible' || one === 'eligible-by-interpretation')) return null;
    const files = casesIn(facts, call.body);
    const eligibility = files.map((file) => expectedAt(file, call.seq, call.at).result);
    const found = {
      ...refusal(call, { cases: files.map(({ number }) => number), eligibility }),
      causedBy: () => files.map(wrongPeerToPeerDays).find((one) => one !== null) ?? null,
    };
    return grounds.includes('not-eligible') ? found : { ...found, otherwise: 'depends' };
  },
  'p2p.request.remove-case': (call, facts) => {
    if (!['offer-slots', 'look-up-peer-cases'].includes(call.op) || !isPractice(facts, call.actor))
      return null;
    return list(call.body.cases).length === 0 ? refusal(call, { cases: [] }) : null;
  },
  'p2p.request.first-login-timezone': (call, facts) => {
    if (!isPractice(facts, call.actor)) return null;
    if (call.op === 'set-time-zone')
      return done(call)
        ? onCall(call, { timeZone: text(call.body.timeZone) }, { timeZone: text(call.answer.timeZone) })
        : null;
    if (!['offer-slots', 'schedule-peer-to-peer'].includes(call.op)) return null;
    if (confirmedZone(facts, call) !== null) return null;
    const grounds = call.op === 'offer-slots' ? requestGrounds(facts, call) : bookingGrounds(facts, call);
    return only(grounds, 'no-time-zone', 'unknown-slot')
      ? refusal(call, { operation: call.op, confirmedTimeZone: null, ...bookingValues(facts, call) })
      : null;
  },
});
