import type { Book } from '../casebook/book.ts';
import type { Exchange } from '../casebook/case-file.ts';
import { at, fields, list, strings, text } from '../casebook/values.ts';
import type { Seen } from '../family.ts';
import { businessDaysAfter, determinationsBefore } from './course.ts';
import { expectedAt } from './eligible.ts';
import { type DelegateCase, delegateOf, done, isPractice, type Talk } from './file.ts';
import { delegateCalls, delegateTalks, shown, told } from './look.ts';
import { misreadsTalk, misreadsWindow } from './misread.ts';
import { talkState } from './peer-eligibility.ts';
import {
  bookingProblems,
  changeProblems,
  contactProblems,
  isBooking,
  liveTalk,
  placeOf,
  requestProblems,
  zoneBefore,
} from './scheduling.ts';
import { casesIn } from './slots.ts';

const only = (problems: readonly string[], ...allowed: readonly string[]): boolean =>
  problems.length > 0 && problems.every((one) => allowed.includes(one));

/** A booking that must be refused for one reason, or is taken where nothing is wrong. */
const refusedFor =
  (...reasons: readonly string[]) =>
  (call: Exchange, book: Book): Seen | null => {
    if (!isBooking(book, call)) return null;
    const problems = bookingProblems(book, call);
    return only(problems, ...reasons)
      ? shown(
          call,
          !done(call),
          `A booking that must be refused (${problems.join(', ')}) was answered ${call.status}.`,
        )
      : null;
  };

const accepted = (call: Exchange, book: Book): boolean =>
  isBooking(book, call) && bookingProblems(book, call).length === 0;

/** Whether a Medicare case that may be discussed was said to have nothing to discuss. */
const deniedTalk = (file: DelegateCase, { answer }: Exchange): boolean =>
  file.line === 'medicare' && answer.code === 'not-eligible';

/** The last look at a case’s eligibility by its user before a call, with what it should have said. */
function lookedAt(
  book: Book,
  file: DelegateCase,
  seq: number,
): { readonly call: Exchange; readonly level: string | null } | null {
  const calls = book.exchanges.filter(
    (call) =>
      call.seq < seq &&
      call.actor === file.user &&
      done(call) &&
      ((call.op === 'show-peer-to-peer' && call.path.id === file.number) ||
        (call.op === 'look-up-peer-cases' &&
          list(call.body.cases).some((one) => fields(one).caseNumber === file.number))),
  );
  const call = calls.at(-1);
  return call ? { call, level: expectedAt(file, call.seq, call.at).level } : null;
}

/** Whether a case is at another level than when it was last looked up: then the form may be refused as well. */
const movedOn = (book: Book, call: Exchange): boolean =>
  casesIn(book, call.body).some((file) => {
    const looked = lookedAt(book, file, call.seq);
    return looked !== null && looked.level !== expectedAt(file, call.seq, call.at).level;
  });

const levelIn = ({ answer }: Exchange, file: DelegateCase): string | null =>
  text(
    list(answer.cases)
      .map(fields)
      .find((one) => one.caseNumber === file.number)?.level,
  );

/** Booking a consultation. Training, How to Schedule a Peer to Peer. */
export const booking = delegateCalls(
  'booking a consultation',
  {
    'p2p.scheduled.on-submit': (call, book) => {
      if (!accepted(call, book) || !done(call)) return null;
      const place = placeOf(book, call.body.slot, call.seq);
      const equal = Date.parse(text(at(call.answer, 'slot.start')) ?? '') === place?.start;
      return shown(
        call,
        call.answer.state === 'scheduled' && equal,
        `The appointment is ${text(call.answer.state)}, ${equal ? 'at' : 'not at'} the slot that was chosen.`,
      );
    },
    'p2p.slots.any-listed-selectable': (call, book) => {
      const files = casesIn(book, call.body);
      if (!accepted(call, book) || movedOn(book, call)) return null;
      return files.some((file) => expectedAt(file, call.seq, call.at).result === 'eligible')
        ? shown(call, done(call), `A slot of the offer was answered ${call.status}.`)
        : null;
    },
    'p2p.eligibility.request-consultative-allowed': (call, book) => {
      const files = casesIn(book, call.body);
      const consultative = files.every(
        (file) => expectedAt(file, call.seq, call.at).result === 'consultative',
      );
      if (!accepted(call, book) || !consultative || movedOn(book, call)) return null;
      return shown(call, done(call), `A talk that is consultative only was answered ${call.status}.`, {
        causedBy: files.some((file) => deniedTalk(file, call))
          ? 'postdecision.medicare.consult-allowed'
          : null,
      });
    },
    'p2p.request.time-is-submit': (call, book) => {
      if (!accepted(call, book) || !done(call)) return null;
      const kept = Date.parse(text(call.answer.requestedAt) ?? '') === call.at;
      const crossed = casesIn(book, call.body).some((file) => {
        const looked = lookedAt(book, file, call.seq);
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
    'p2p.scheduled.recheck-eligibility': (call, book) => {
      if (!isBooking(book, call)) return null;
      const problems = bookingProblems(book, call);
      const moved = casesIn(book, call.body).filter((file) => {
        const looked = lookedAt(book, file, call.seq);
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
          determinationsBefore(file, lookedAt(book, file, call.seq)?.call.seq ?? 0).length,
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
    'p2p.slots.no-double-booking': (call, book) => {
      if (call.op === 'reschedule-peer-to-peer') {
        const found = changeProblems(book, call);
        return found && only(found.problems, 'taken')
          ? shown(call, !done(call), `A slot that was taken was answered ${call.status}.`)
          : null;
      }
      return refusedFor('taken')(call, book);
    },
    'p2p.request.no-duplicate-case': (call, book) => {
      if (call.op === 'look-up-peer-cases' && isPractice(book, call.actor)) {
        const problems = requestProblems(book, call).filter((one) => !['zone', 'none'].includes(one));
        return only(problems, 'twice')
          ? shown(call, !done(call), `The same case twice was answered ${call.status}.`)
          : null;
      }
      const taken = casesIn(book, call.body).some((file) => liveTalk(book, file, call.seq));
      return taken ? refusedFor('live', 'taken')(call, book) : null;
    },
    'p2p.request.add-another-case': (call, book) => {
      const files = casesIn(book, call.body);
      if (files.length < 2) return null;
      if (call.op === 'look-up-peer-cases' && isPractice(book, call.actor)) {
        const problems = requestProblems(book, call).filter((one) => !['zone', 'none'].includes(one));
        return problems.length === 0
          ? shown(call, done(call), `${files.length} cases at once were answered ${call.status}.`)
          : null;
      }
      if (!accepted(call, book)) return null;
      return shown(
        call,
        done(call) && list(call.answer.cases).length === files.length,
        `One talk about ${files.length} cases was answered ${call.status}.`,
      );
    },
    'p2p.request.each-case-needs-eligibility': (call, book) => {
      const booked = isBooking(book, call);
      if (call.op !== 'offer-slots' && !booked) return null;
      if (!isPractice(book, call.actor) || call.status === 401) return null;
      const problems = booked ? bookingProblems(book, call) : requestProblems(book, call);
      if (!only(problems, 'none', 'none by default', ...(booked ? ['unknown slot'] : []))) return null;
      if (!problems.some((one) => one.startsWith('none'))) return null;
      const because = `A case with nothing to discuss was answered ${call.status}.`;
      const files = casesIn(book, call.body);
      return shown(call, !done(call) ? true : problems.includes('none') ? false : null, because, {
        causedBy: files.map(misreadsTalk).find((one) => one !== null) ?? null,
      });
    },
    'p2p.request.remove-case': (call, book) => {
      if (!['offer-slots', 'look-up-peer-cases'].includes(call.op) || !isPractice(book, call.actor))
        return null;
      return list(call.body.cases).length === 0
        ? shown(call, !done(call), `No case at all was answered ${call.status}.`)
        : null;
    },
    'p2p.request.first-login-timezone': (call, book) => {
      if (call.op === 'set-time-zone' && isPractice(book, call.actor))
        return done(call)
          ? shown(
              call,
              text(call.answer.timeZone) === text(call.body.timeZone),
              `The zone kept is ${text(call.answer.timeZone)}.`,
            )
          : null;
      if (!['offer-slots', 'schedule-peer-to-peer'].includes(call.op) || !isPractice(book, call.actor))
        return null;
      if (zoneBefore(book, call) !== null) return null;
      const problems = call.op === 'offer-slots' ? requestProblems(book, call) : bookingProblems(book, call);
      return only(problems, 'zone', 'unknown slot')
        ? shown(call, !done(call), `Before a zone was confirmed, ${call.op} was answered ${call.status}.`)
        : null;
    },
    'p2p.contact.fields': (call, book) => {
      if (!accepted(call, book) || !done(call)) return null;
      const given = fields(call.body.contact);
      const kept = fields(call.answer.contact);
      const lost = Object.keys(given).filter(
        (name) =>
          (text(kept[name]) ?? '').replaceAll(/\W/g, '') !== (text(given[name]) ?? '').replaceAll(/\W/g, ''),
      );
      return shown(
        call,
        lost.length === 0,
        lost.length === 0
          ? `All ${Object.keys(given).length} details are kept.`
          : `Lost: ${lost.join(', ')}.`,
      );
    },
    'p2p.contact.must-update-three': (call, book) => {
      const found = refusedFor('no name', 'no phone')(call, book);
      if (found) return found;
      return accepted(call, book) && fields(call.body.contact).instructions === undefined
        ? shown(call, done(call), `Without instructions, the answer was ${call.status}.`)
        : null;
    },
    'p2p.contact.phone-format': (call, book) =>
      isBooking(book, call) && only(contactProblems(call.body), 'bad phone')
        ? refusedFor('bad phone')(call, book)
        : null,
    'p2p.scheduled.only-after-submit': (call, book) => {
      if (call.op !== 'list-peer-to-peer' || !done(call) || !isPractice(book, call.actor)) return null;
      const looked = (book.index.byOperation.get('offer-slots') ?? []).some(
        (one) => one.actor === call.actor && one.seq < call.seq && done(one),
      );
      if (!looked) return null;
      const submitted = [...delegateOf(book).talks.values()].filter(
        ({ scheduled }) => scheduled.actor === call.actor && scheduled.seq < call.seq,
      ).length;
      const listed = list(call.answer.appointments).length;
      const others = list(call.answer.appointments)
        .map(fields)
        .filter(
          (one) =>
            delegateOf(book).talks.get(text(one.id) ?? '')?.scheduled.actor !== call.actor &&
            delegateOf(book).talks.has(text(one.id) ?? ''),
        ).length;
      return shown(
        call,
        listed - others <= submitted,
        `${submitted} forms were submitted; ${listed} appointments are listed.`,
      );
    },
    'p2p.manage.my-requests-list': (call, book) => {
      if (call.op !== 'list-peer-to-peer' || !done(call) || !isPractice(book, call.actor)) return null;
      const talks = [...delegateOf(book).talks.values()].filter(({ scheduled }) => scheduled.seq < call.seq);
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
    'p2p.manage.actions-menu': (call, book) => {
      if (call.op !== 'list-peer-to-peer' || !done(call)) return null;
      const wrong = list(call.answer.appointments)
        .map(fields)
        .filter((one) => {
          const talk = delegateOf(book).talks.get(text(one.id) ?? '');
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
    'p2p.manage.reschedule-same-choice': (call, book) => {
      const found = call.op === 'reschedule-peer-to-peer' ? changeProblems(book, call) : null;
      if (!found || found.problems.length > 0) return null;
      const place = placeOf(book, call.body.slot, call.seq);
      const before = found.talk.notes
        .filter((note) => note.type === 'consultation-scheduled' && note.seq < call.seq)
        .at(-1);
      const kept =
        call.answer.id === found.talk.id &&
        Number(call.answer.revision) === Number(before?.told.revision) + 1;
      const moved = Date.parse(text(at(call.answer, 'slot.start')) ?? '') === place?.start;
      const asked = text(call.answer.requestedAt) === text(found.talk.scheduled.answer.requestedAt);
      return shown(
        call,
        done(call) && kept && moved && asked,
        `Rescheduling was answered ${call.status}, revision ${String(call.answer.revision)}.`,
      );
    },
    'p2p.manage.cancel-needs-reason': (call, book) => {
      const found = call.op === 'cancel-peer-to-peer' ? changeProblems(book, call) : null;
      return found && only(found.problems, 'no reason')
        ? shown(call, !done(call), `Cancelling without a reason was answered ${call.status}.`)
        : null;
    },
    'p2p.online.end-to-end': (call, book) => {
      const found = call.op === 'cancel-peer-to-peer' ? changeProblems(book, call) : null;
      if (!found || found.problems.length > 0) return null;
      return shown(
        call,
        done(call) && call.answer.state === 'cancelled',
        `Cancelling online was answered ${call.status}.`,
      );
    },
    'p2p.manage.cancel-frees-and-terminal': (call, book) => {
      const found = ['reschedule-peer-to-peer', 'cancel-peer-to-peer'].includes(call.op)
        ? changeProblems(book, call)
        : null;
      if (
        found &&
        talkState(found.talk, call.seq) === 'cancelled' &&
        only(found.problems, 'over', 'begun', 'unknown slot')
      )
        return shown(call, !done(call), `Reviving a cancelled appointment was answered ${call.status}.`);
      const freed = isBooking(book, call) ? cancelledAt(book, call) : false;
      return freed && accepted(call, book)
        ? shown(call, done(call), `A slot that was freed was answered ${call.status}.`)
        : null;
    },
    'p2p.manage.not-after-start': (call, book) => {
      const found = ['reschedule-peer-to-peer', 'cancel-peer-to-peer'].includes(call.op)
        ? changeProblems(book, call)
        : null;
      return found && only(found.problems, 'begun')
        ? shown(call, !done(call), `A change after the start was answered ${call.status}.`)
        : null;
    },
  },
  true,
);

/** Whether the slot of a booking was held by an appointment that was cancelled or moved since. */
function cancelledAt(book: Book, call: Exchange): boolean {
  const place = placeOf(book, call.body.slot, call.seq);
  return [...delegateOf(book).talks.values()].some((talk) =>
    talk.notes.some(
      (note) =>
        note.type === 'consultation-scheduled' &&
        note.seq < call.seq &&
        note.told.reviewer === place?.reviewer &&
        Date.parse(text(note.told.start) ?? '') === place?.start,
    ),
  );
}

const outcomes = ({ notes, id }: Talk, files: readonly DelegateCase[]) =>
  files.flatMap((file) =>
    file.notes
      .filter((note) => note.type === 'consultation-outcome' && note.told.appointment === id)
      .map((note) => ({ note, file, held: notes.find((one) => one.told.to === 'held') })),
  );

/** What a consultation may end with, by its level. Training, Post-Decision Options. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'pre-decision': ['approve', 'partial', 'deny', 'information-needed'],
  reconsideration: ['upheld', 'overturned', 'partly-overturned'],
  consultative: ['explained'],
};

/** What becomes of a consultation. Training, Post-Decision Options, How to schedule a Peer to Peer Request. */
export const conduct = delegateTalks('consultations', {
  'p2p.eligibility.consultative-never-changes': (talk) =>
    outcomes(talk, talk.cases).flatMap(({ note, file }) => {
      if (note.told.level !== 'consultative' || file.line === 'medicare') return [];
      const after = determinationsBefore(file).filter(({ told: made }) => made.appointment === talk.id);
      return told(
        [note.seq, ...after.map(({ seq }) => seq)],
        after.length === 0,
        `A consultative talk ${after.length > 0 ? 'changed' : 'left'} the determination.`,
        { case: file.name },
      );
    }),
  'p2p.outcome.recorded': (talk, book) => {
    const held = talk.notes.find((note) => note.type === 'consultation-changed' && note.told.to === 'held');
    const [first] = talk.cases;
    if (!held || !first) return null;
    const due = businessDaysAfter(first, held.at, first.pack.delegate.outcomeBusinessDays);
    const found = outcomes(talk, talk.cases).filter(({ note }) => note.at <= due);
    if (found.length < talk.cases.length && (book.scripted || book.until <= due)) return null;
    const fits = found.every(({ note, file }) => {
      const fit = ALLOWED[text(note.told.level) ?? '']?.includes(text(note.told.outcome) ?? '') === true;
      // A consultative talk that changes something is another rule's.
      return fit || note.told.level === 'consultative' || file.line === 'medicare';
    });
    return told(
      [held.seq, ...found.map(({ note }) => note.seq)],
      found.length === talk.cases.length && fits,
      `The talk was held; ${found.length} of ${talk.cases.length} outcomes were recorded in time.`,
    );
  },
});
