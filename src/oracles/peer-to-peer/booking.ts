import { determinationsBefore } from '../../facts/delegate/course.ts';
import { done } from '../../facts/delegate/file.ts';
import { at, fields, text } from '../../facts/values.ts';
import { peerToPeerCallChecks } from '../check.ts';
import { shown } from '../seen.ts';
import { accepted, deniedTalk, levelIn, lookedAt, movedOn, only, refusedFor } from './booked.ts';
import { expectedAt } from './eligible.ts';
import { misreadsWindow } from './misread.ts';
import { casesIn } from './offers.ts';
import { bookingProblems, changeProblems, contactProblems, isBooking, placeOf } from './scheduling.ts';

/** Booking a consultation. Training, How to Schedule a Peer to Peer. */
export const booking = peerToPeerCallChecks({
  'p2p.scheduled.on-submit': (call, facts) => {
    if (!accepted(call, facts) || !done(call)) return null;
    const place = placeOf(facts, call.body.slot, call.seq);
    const equal = Date.parse(text(at(call.answer, 'slot.start')) ?? '') === place?.start;
    return shown(
      call,
      call.answer.state === 'scheduled' && equal,
      `The appointment is ${text(call.answer.state)}, ${equal ? 'at' : 'not at'} the slot that was chosen.`,
    );
  },
  'p2p.slots.any-listed-selectable': (call, facts) => {
    const files = casesIn(facts, call.body);
    if (!accepted(call, facts) || movedOn(facts, call)) return null;
    return files.some((file) => expectedAt(file, call.seq, call.at).result === 'eligible')
      ? shown(call, done(call), `A slot of the offer was answered ${call.status}.`)
      : null;
  },
  'p2p.eligibility.request-consultative-allowed': (call, facts) => {
    const files = casesIn(facts, call.body);
    const consultative = files.every((file) => expectedAt(file, call.seq, call.at).result === 'consultative');
    if (!accepted(call, facts) || !consultative || movedOn(facts, call)) return null;
    return shown(call, done(call), `A talk that is consultative only was answered ${call.status}.`, {
      causedBy: files.some((file) => deniedTalk(file, call)) ? 'postdecision.medicare.consult-allowed' : null,
    });
  },
  'p2p.request.time-is-submit': (call, facts) => {
    if (!accepted(call, facts) || !done(call)) return null;
    const kept = Date.parse(text(call.answer.requestedAt) ?? '') === call.at;
    const crossed = casesIn(facts, call.body).some((file) => {
      const looked = lookedAt(facts, file, call.seq);
      const now = expectedAt(file, call.seq, call.at).level;
      const settledBefore =
        looked &&
        determinationsBefore(file, looked.call.seq).length === determinationsBefore(file, call.seq).length;
      return looked && settledBefore && looked.level !== now && levelIn(call, file) === looked.level;
    });
    // Opened in time and sent late: two readings of when it was asked for.
    return shown(
      call,
      crossed ? null : kept,
      `The form was sent at ${new Date(call.at).toISOString()}; the request counts from ${text(call.answer.requestedAt)}.`,
    );
  },
  'p2p.scheduled.recheck-eligibility': (call, facts) => {
    if (!isBooking(facts, call)) return null;
    const problems = bookingProblems(facts, call);
    const moved = casesIn(facts, call.body).filter((file) => {
      const looked = lookedAt(facts, file, call.seq);
      return looked && looked.level !== expectedAt(file, call.seq, call.at).level;
    });
    if (moved.length === 0 || problems.some((one) => one !== 'none')) return null;
    const stale = moved.some((file) => {
      const now = expectedAt(file, call.seq, call.at).level;
      return done(call) && levelIn(call, file) !== now;
    });
    const again = moved.every(
      (file) =>
        determinationsBefore(file, call.seq).length ===
        determinationsBefore(file, lookedAt(facts, file, call.seq)?.call.seq ?? 0).length,
    );
    // A window that lapsed while the form was open: see when a request counts.
    if (stale && again)
      return shown(call, null, 'The window lapsed while the form was open; the level is that of before.');
    return shown(
      call,
      !stale,
      `The case had moved on since it was looked up; the talk has ${stale ? 'the old' : 'the new'} level.`,
      {
        causedBy: moved.map(misreadsWindow).find((one) => one !== null) ?? null,
      },
    );
  },
  'p2p.slots.no-double-booking': (call, facts) => {
    if (call.op === 'reschedule-peer-to-peer') {
      const found = changeProblems(facts, call);
      return found && only(found.problems, 'taken')
        ? shown(call, !done(call), `A slot that was taken was answered ${call.status}.`)
        : null;
    }
    return refusedFor('taken')(call, facts);
  },
  'p2p.contact.fields': (call, facts) => {
    if (!accepted(call, facts) || !done(call)) return null;
    const given = fields(call.body.contact);
    const kept = fields(call.answer.contact);
    const bare = (name: string, value: unknown): string => {
      const plain = (text(value) ?? '').replaceAll(/\W/g, '').toLowerCase();
      // A number may come back in another form, with or without the code of the country.
      return /phone/i.test(name) ? plain.slice(-10) : plain;
    };
    const lost = Object.keys(given).filter((name) => bare(name, kept[name]) !== bare(name, given[name]));
    return shown(
      call,
      lost.length === 0,
      lost.length === 0 ? `All ${Object.keys(given).length} details are kept.` : `Lost: ${lost.join(', ')}.`,
    );
  },
  'p2p.contact.must-update-three': (call, facts) => {
    const found = refusedFor('no name', 'no phone')(call, facts);
    if (found) return found;
    return accepted(call, facts) &&
      !movedOn(facts, call) &&
      fields(call.body.contact).instructions === undefined
      ? shown(call, done(call), `Without instructions, the answer was ${call.status}.`)
      : null;
  },
  'p2p.contact.phone-format': (call, facts) =>
    isBooking(facts, call) && only(contactProblems(call.body), 'bad phone')
      ? refusedFor('bad phone')(call, facts)
      : null,
});
