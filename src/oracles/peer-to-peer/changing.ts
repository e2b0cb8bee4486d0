import type { Exchange } from '../../facts/case-file.ts';
import { delegateOf, done, isPractice, talkState } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, fields, list, strings, text } from '../../facts/values.ts';
import { peerToPeerCallChecks } from '../check.ts';
import { shown } from '../seen.ts';
import { accepted, movedOn, only } from './booked.ts';
import { changeProblems, isBooking, placeOf } from './scheduling.ts';

/** Appointments, moved and given up. Training, Canceling or Rescheduling a Peer to Peer Appointment. */
export const changing = peerToPeerCallChecks({
  'p2p.scheduled.only-after-submit': (call, facts) => {
    if (call.op !== 'list-peer-to-peer' || !done(call) || !isPractice(facts, call.actor)) return null;
    const looked = (facts.index.byOperation.get('offer-slots') ?? []).some(
      (one) => one.actor === call.actor && one.seq < call.seq && done(one),
    );
    if (!looked) return null;
    const submitted = [...delegateOf(facts).talks.values()].filter(
      ({ scheduled }) => scheduled.actor === call.actor && scheduled.seq < call.seq,
    ).length;
    const listed = list(call.answer.appointments).length;
    const others = list(call.answer.appointments)
      .map(fields)
      .filter(
        (one) =>
          delegateOf(facts).talks.get(text(one.id) ?? '')?.scheduled.actor !== call.actor &&
          delegateOf(facts).talks.has(text(one.id) ?? ''),
      ).length;
    return shown(
      call,
      listed - others <= submitted,
      `${submitted} forms were submitted; ${listed} appointments are listed.`,
    );
  },
  'p2p.manage.my-requests-list': (call, facts) => {
    if (call.op !== 'list-peer-to-peer' || !done(call) || !isPractice(facts, call.actor)) return null;
    const talks = [...delegateOf(facts).talks.values()].filter(({ scheduled }) => scheduled.seq < call.seq);
    const listed = list(call.answer.appointments).map((one) => text(fields(one).id));
    const live = talks.filter(
      (talk) => talk.scheduled.actor === call.actor && talkState(talk, call.seq) === 'scheduled',
    );
    const foreign = talks.filter(
      ({ scheduled, id }) => scheduled.actor !== call.actor && listed.includes(id),
    );
    if (talks.length === 0) return null;
    const missing = live.filter(({ id }) => !listed.includes(id)).length;
    return shown(
      call,
      missing === 0 && foreign.length === 0,
      `${missing} own appointments are missing; ${foreign.length} of others are listed.`,
    );
  },
  'p2p.manage.actions-menu': (call, facts) => {
    if (call.op !== 'list-peer-to-peer' || !done(call)) return null;
    const wrong = list(call.answer.appointments)
      .map(fields)
      .filter((one) => {
        const talk = delegateOf(facts).talks.get(text(one.id) ?? '');
        if (!talk) return false;
        const actions = strings(one.actions);
        const live =
          talkState(talk, call.seq) === 'scheduled' &&
          call.at < Date.parse(text(at(one, 'slot.start')) ?? '');
        const over = talkState(talk, call.seq) !== 'scheduled';
        return live
          ? !['reschedule', 'cancel'].every((name) => actions.includes(name))
          : over && actions.length > 0;
      });
    if (list(call.answer.appointments).length === 0) return null;
    return shown(
      call,
      wrong.length === 0,
      `${wrong.length} appointments offer what cannot be done, or not what can.`,
    );
  },
  'p2p.manage.reschedule-same-choice': (call, facts) => {
    const found = call.op === 'reschedule-peer-to-peer' ? changeProblems(facts, call) : null;
    if (!found || found.problems.length > 0) return null;
    const place = placeOf(facts, call.body.slot, call.seq);
    const before = found.talk.notes
      .filter((note) => note.type === 'consultation-scheduled' && note.seq < call.seq)
      .at(-1);
    const kept =
      call.answer.id === found.talk.id && Number(call.answer.revision) === Number(before?.told.revision) + 1;
    const moved = Date.parse(text(at(call.answer, 'slot.start')) ?? '') === place?.start;
    const asked = text(call.answer.requestedAt) === text(found.talk.scheduled.answer.requestedAt);
    return shown(
      call,
      done(call) && kept && moved ? (asked ? true : null) : false,
      `Rescheduling was answered ${call.status}, revision ${String(call.answer.revision)}.`,
    );
  },
  'p2p.manage.cancel-needs-reason': (call, facts) => {
    const found = call.op === 'cancel-peer-to-peer' ? changeProblems(facts, call) : null;
    return found && only(found.problems, 'no reason')
      ? shown(call, !done(call), `Cancelling without a reason was answered ${call.status}.`)
      : null;
  },
  'p2p.online.end-to-end': (call, facts) => {
    const found = call.op === 'cancel-peer-to-peer' ? changeProblems(facts, call) : null;
    if (!found || found.problems.length > 0) return null;
    return shown(
      call,
      done(call) && call.answer.state === 'cancelled',
      `Cancelling online was answered ${call.status}.`,
    );
  },
  'p2p.manage.cancel-frees-and-terminal': (call, facts) => {
    const found = ['reschedule-peer-to-peer', 'cancel-peer-to-peer'].includes(call.op)
      ? changeProblems(facts, call)
      : null;
    if (
      found &&
      talkState(found.talk, call.seq) === 'cancelled' &&
      only(found.problems, 'over', 'begun', 'unknown slot')
    )
      return shown(call, !done(call), `Reviving a cancelled appointment was answered ${call.status}.`);
    const freed = isBooking(facts, call) ? cancelledAt(facts, call) : false;
    return freed && accepted(call, facts) && !movedOn(facts, call)
      ? shown(call, done(call), `A slot that was freed was answered ${call.status}.`)
      : null;
  },
  'p2p.manage.not-after-start': (call, facts) => {
    const found = ['reschedule-peer-to-peer', 'cancel-peer-to-peer'].includes(call.op)
      ? changeProblems(facts, call)
      : null;
    return found && only(found.problems, 'begun')
      ? shown(call, !done(call), `A change after the start was answered ${call.status}.`)
      : null;
  },
});
/** Whether the slot of a booking was held by an appointment that was cancelled or moved since. */
function cancelledAt(facts: Facts, call: Exchange): boolean {
  const place = placeOf(facts, call.body.slot, call.seq);
  return [...delegateOf(facts).talks.values()].some((talk) =>
    talk.notes.some(
      (note) =>
        note.type === 'consultation-scheduled' &&
        note.seq < call.seq &&
        note.told.reviewer === place?.reviewer &&
        Date.parse(text(note.told.start) ?? '') === place?.start,
    ),
  );
}
