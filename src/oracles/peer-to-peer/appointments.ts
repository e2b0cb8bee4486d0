import type { Exchange } from '../../facts/case-file.ts';
import { delegateOf, done, isPractice, type Talk, talkState } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, type Fields, fields, list, strings, text } from '../../facts/values.ts';
import { onCall, peerToPeerCallChecks } from '../check.ts';
import { matches } from '../compare.ts';
import { ACCEPTED, atMost, instant, type Values } from '../value.ts';
import { instantIn, lastScheduled, slotTime } from './bookings.ts';
import { casesMovedOn } from './earlier-look-up.ts';
import {
  acceptance,
  bookingValues,
  changeOf,
  isBooking,
  mustBook,
  only,
  refusal,
} from './grounds-for-refusal.ts';

const ACTIONS = ['reschedule', 'cancel'] as const;

const listed = (call: Exchange): readonly Fields[] => list(call.answer.appointments).map(fields);

/** Whether a call lists the own appointments of a user of the delegate. */
const isList = (facts: Facts, call: Exchange): boolean =>
  call.op === 'list-peer-to-peer' && done(call) && isPractice(facts, call.actor);

/** The change of an own appointment by one of these operations; null for any other call. */
const changeBy = (facts: Facts, call: Exchange, ...ops: readonly Exchange['op'][]) =>
  ops.includes(call.op) ? changeOf(facts, call) : null;

/** An appointment as it was before a call that changes it. */
function appointmentValues(peerToPeer: Talk, call: Exchange): Values {
  return {
    appointment: peerToPeer.id,
    state: talkState(peerToPeer),
    start: instantIn(lastScheduled(peerToPeer)?.told.start),
    calledAt: instant(call.at),
  };
}

/** The actions that a listed appointment must offer and does offer; null where either would do. */
function actionsOf(
  facts: Facts,
  call: Exchange,
  row: Fields,
): { readonly needed: readonly string[]; readonly shown: readonly string[] } | null {
  const peerToPeer = delegateOf(facts).talks.get(text(row.id) ?? '');
  if (!peerToPeer) return null;
  const shown = strings(row.actions);
  if (talkState(peerToPeer) !== 'scheduled') return { needed: [], shown };
  if (call.at >= Date.parse(text(at(row, 'slot.start')) ?? '')) return null;
  // Other actions may be offered beside the two.
  return { needed: ACTIONS, shown: ACTIONS.every((name) => shown.includes(name)) ? ACTIONS : shown };
}

/** Whether the slot of a booking was held by an appointment that was canceled or moved since. */
function wasFreed(facts: Facts, call: Exchange): boolean {
  const slot = slotTime(facts, call.body.slot, call.seq);
  return [...delegateOf(facts).talks.values()].some((one) =>
    one.notes.some(
      (note) =>
        note.type === 'consultation-scheduled' &&
        note.told.reviewer === slot?.reviewer &&
        Date.parse(text(note.told.start) ?? '') === slot?.start,
    ),
  );
}

/** Appointments, rescheduled and canceled. Training, Canceling or Rescheduling a Peer to Peer Appointment. */
export const appointments = peerToPeerCallChecks({
  'p2p.scheduled.only-after-submit': (call, facts) => {
    if (!isList(facts, call)) return null;
    const offered = (facts.index.byOperation.get('offer-slots') ?? []).some(
      (one) => one.actor === call.actor && done(one),
    );
    if (!offered) return null;
    const known = delegateOf(facts).talks;
    const submitted = [...known.values()].filter(({ scheduled }) => scheduled.actor === call.actor).length;
    const own = listed(call).filter(({ id }) => {
      const one = known.get(text(id) ?? '');
      return !one || one.scheduled.actor === call.actor;
    });
    return onCall(call, { ownAppointments: atMost(submitted) }, { ownAppointments: own.length });
  },
  'p2p.manage.my-requests-list': (call, facts) => {
    if (!isList(facts, call)) return null;
    const known = [...delegateOf(facts).talks.values()];
    if (known.length === 0) return null;
    const shown = listed(call).map(({ id }) => text(id));
    const live = known
      .filter((one) => one.scheduled.actor === call.actor && talkState(one) === 'scheduled')
      .map(({ id }) => id);
    const foreign = known.filter(({ scheduled, id }) => scheduled.actor !== call.actor && shown.includes(id));
    return onCall(
      call,
      { scheduledAppointments: live, appointmentsOfOthers: [] },
      {
        scheduledAppointments: live.filter((id) => shown.includes(id)),
        appointmentsOfOthers: foreign.map(({ id }) => id),
      },
    );
  },
  'p2p.manage.actions-menu': (call, facts) => {
    if (call.op !== 'list-peer-to-peer' || !done(call) || listed(call).length === 0) return null;
    const rows = listed(call).flatMap((row) => {
      const actions = actionsOf(facts, call, row);
      return actions ? [{ appointment: text(row.id), ...actions }] : [];
    });
    return onCall(
      call,
      { actions: rows.map(({ appointment, needed }) => ({ appointment, actions: needed })) },
      { actions: rows.map(({ appointment, shown }) => ({ appointment, actions: shown })) },
    );
  },
  'p2p.manage.reschedule-same-choice': (call, facts) => {
    const change = changeBy(facts, call, 'reschedule-peer-to-peer');
    if (!change || change.grounds.length > 0) return null;
    const { peerToPeer } = change;
    const slot = slotTime(facts, call.body.slot, call.seq);
    const revision = Number(lastScheduled(peerToPeer)?.told.revision) + 1;
    const same = {
      answer: ACCEPTED,
      appointment: peerToPeer.id,
      revision,
      start: slot && instant(slot.start),
    };
    const asked = text(peerToPeer.scheduled.answer.requestedAt);
    const now = text(call.answer.requestedAt);
    const found = onCall(
      call,
      { ...same, requestedAt: asked },
      {
        answer: call.status,
        appointment: text(call.answer.id),
        revision: Number(call.answer.revision),
        start: instantIn(at(call.answer, 'slot.start')),
        requestedAt: now,
      },
    );
    // Whether a moved appointment counts as requested anew is open; the rest is not.
    return matches(same, found.observed) ? { ...found, otherwise: 'depends' } : found;
  },
  'p2p.manage.cancel-needs-reason': (call, facts) => {
    const change = changeBy(facts, call, 'cancel-peer-to-peer');
    return change && only(change.grounds, 'no-reason')
      ? refusal(call, { reason: text(call.body.reason), ...appointmentValues(change.peerToPeer, call) })
      : null;
  },
  'p2p.online.end-to-end': (call, facts) => {
    const change = changeBy(facts, call, 'cancel-peer-to-peer');
    if (!change || change.grounds.length > 0) return null;
    return onCall(
      call,
      { answer: ACCEPTED, state: 'cancelled' },
      { answer: call.status, state: text(call.answer.state) },
    );
  },
  'p2p.manage.cancel-frees-and-terminal': (call, facts) => {
    const change = changeBy(facts, call, 'reschedule-peer-to-peer', 'cancel-peer-to-peer');
    if (change && talkState(change.peerToPeer) === 'cancelled')
      return only(change.grounds, 'appointment-ended', 'appointment-begun', 'unknown-slot')
        ? refusal(call, appointmentValues(change.peerToPeer, call))
        : null;
    const freed = isBooking(facts, call) && wasFreed(facts, call);
    return freed && mustBook(facts, call) && casesMovedOn(facts, call).length === 0
      ? acceptance(call, { slotWas: 'freed', ...bookingValues(facts, call) })
      : null;
  },
  'p2p.manage.not-after-start': (call, facts) => {
    const change = changeBy(facts, call, 'reschedule-peer-to-peer', 'cancel-peer-to-peer');
    return change && only(change.grounds, 'appointment-begun')
      ? refusal(call, appointmentValues(change.peerToPeer, call))
      : null;
  },
});
