import type { Book } from '../casebook/book.ts';
import type { Exchange } from '../casebook/case-file.ts';
import { fields, list, text } from '../casebook/values.ts';
import {
  announcement,
  calendarDaysAfter,
  determinationsBefore,
  localDateOf,
  pendingReconsideration,
  reconsidered,
  stateBefore,
} from './course.ts';
import { agrees, expectedAt, reconsiderUntil, talkUntil } from './eligible.ts';
import {
  callsBefore,
  caseOfCall,
  type DelegateCase,
  delegateOf,
  done,
  lastCall,
  notesBefore,
  uploadsBefore,
} from './file.ts';
import { delegateCalls, delegateCases, shown, told } from './look.ts';
import { fromNotice, misreadsTalk, misreadsWindow } from './misread.ts';

const ADVERSE = ['denied', 'partially-approved'];

/** A root of a violation, unless it is the rule itself. */
const except = (rule: string, root: string | null): string | null => (root === rule ? null : root);

/** A call by the user of a case. */
function ofUser(book: Book, call: Exchange, op: string): DelegateCase | null {
  const file = call.op === op && call.status !== 401 ? caseOfCall(book, call) : undefined;
  return file?.user === call.actor ? file : null;
}

/** Whether the web may open a reconsideration: an adverse determination, in the window, none before. */
function openAt(file: DelegateCase, { seq, at }: Exchange): 'open' | 'late' | 'used' | 'none' {
  if (!file.pack.delegate.reconsideration || !ADVERSE.includes(stateBefore(file, seq, at))) return 'none';
  const until = reconsiderUntil(file, seq);
  if (until === null) return 'used';
  return at <= until ? 'open' : 'late';
}

/** A call that asks to proceed with a reconsideration. */
const proceeding = (book: Book, call: Exchange): DelegateCase | null => {
  const file = ofUser(book, call, 'open-reconsideration');
  return file && call.body.proceed === true ? file : null;
};

const rowOf = (call: Exchange, option: string) =>
  list(call.answer.rows)
    .map(fields)
    .find((row) => row.option === option);

/** The last opening of a reconsideration that the user went on with, before a call. */
const opening = (file: DelegateCase, seq: number): Exchange | null =>
  callsBefore(file, 'open-reconsideration', seq)
    .filter(({ body }) => body.proceed === true)
    .at(-1) ?? null;

const uploadedSince = (file: DelegateCase, seq: number): boolean => {
  const opened = opening(file, seq);
  return opened !== null && uploadsBefore(file, seq).some((upload) => upload.seq > opened.seq);
};

const confirmedSince = (file: DelegateCase, seq: number): Exchange | null => {
  const opened = opening(file, seq);
  const confirmed = lastCall(file, 'confirm-reconsideration', seq);
  return opened && confirmed && confirmed.seq > opened.seq ? confirmed : null;
};

/** Medicaid and Medicare as the two different worlds they are. Training, Post-Decision Options. */
export const postDecision = delegateCalls('after a determination', {
  'postdecision.medicaid.recon-available': (call, book) => {
    const file = proceeding(book, call);
    if (file?.line !== 'medicaid' || openAt(file, call) !== 'open') return null;
    const until = reconsiderUntil(file, call.seq) ?? 0;
    // At the very end of the window the window itself is on trial.
    if (until - call.at < 86_400_000) return null;
    return shown(call, done(call), `A reconsideration in its window was answered ${call.status}.`, {
      causedBy: misreadsWindow(file),
    });
  },
  'postdecision.medicaid.recon-2bd': (call, book) => {
    const file = proceeding(book, call);
    const open = file?.line === 'medicaid' ? openAt(file, call) : 'none';
    const until = file && reconsiderUntil(file, call.seq);
    if (!file || !until || (open !== 'open' && open !== 'late')) return null;
    // Well inside its window a refusal has another reason than the window.
    if (open === 'open' && !done(call) && until - call.at >= 86_400_000) return null;
    const made = determinationsBefore(file, call.seq).at(-1);
    const because = `Determined on ${localDateOf(file, made?.at ?? 0)}; open until ${localDateOf(file, until)}; the request of ${localDateOf(file, call.at)} was answered ${call.status}.`;
    return shown(call, done(call) === (open === 'open'), because, {
      edge: call.at === until ? 'at' : until - call.at < 60_000 && call.at < until ? 'near' : null,
      causedBy: except('postdecision.medicaid.recon-2bd', misreadsWindow(file)),
    });
  },
  'postdecision.medicaid.recon-anchor-determination': (call, book) => {
    const file = ofUser(book, call, 'show-options');
    const row = file?.line === 'medicaid' && done(call) ? rowOf(call, 'reconsideration') : undefined;
    const made = file && determinationsBefore(file, call.seq).at(-1);
    const until = file && reconsiderUntil(file, call.seq);
    if (!file || !row || !made || until === null) return null;
    const kept = row.until === localDateOf(file, until);
    if (!kept && row.until !== fromNotice(file, call.seq)) return null;
    return shown(
      call,
      kept,
      `Determined on ${localDateOf(file, made.at)}, the window is shown to end on ${text(row.until)}.`,
    );
  },
  'postdecision.medicaid.recon-once': (call, book) => {
    const file = proceeding(book, call);
    if (file?.line !== 'medicaid' || !ADVERSE.includes(stateBefore(file, call.seq, call.at))) return null;
    if (reconsidered(file, call.seq) < 1) return null;
    return shown(call, !done(call), `A second reconsideration was answered ${call.status}.`);
  },
  'postdecision.medicare.no-reconsideration': (call, book) => {
    const file = proceeding(book, call) ?? ofUser(book, call, 'show-options');
    if (file?.line !== 'medicare' || !ADVERSE.includes(stateBefore(file, call.seq, call.at))) return null;
    if (offersAlternative(file, call.seq) && call.op === 'open-reconsideration') return null;
    if (call.op === 'open-reconsideration')
      return shown(call, !done(call), `Reconsideration of a Medicare case was answered ${call.status}.`);
    if (!done(call)) return null;
    const row = rowOf(call, 'reconsideration');
    const offered = row?.open === true || row?.until != null || call.answer.question !== null;
    return shown(call, !offered, 'The options of a Medicare case do not offer reconsideration, or do.');
  },
  'altrec.accept.medicare-new-case-only': (call, book) => {
    const file = proceeding(book, call);
    if (file?.line !== 'medicare' || !offersAlternative(file, call.seq)) return null;
    return shown(call, !done(call), `Taking the alternative by reconsideration was answered ${call.status}.`);
  },
  'appeal.not-processed-by-delegate': (call, book) => {
    const file = ofUser(book, call, 'file-case-appeal');
    if (!file) return null;
    const named = text(call.answer.detail)?.includes('plan') === true;
    return shown(
      call,
      !done(call) && named,
      `An appeal was answered ${call.status}, and the plan was ${named ? '' : 'not '}named.`,
    );
  },
  'appeal.60-calendar-days': (call, book) => {
    const file = ofUser(book, call, 'show-options');
    const row = file && done(call) ? rowOf(call, 'appeal') : undefined;
    const made = file && determinationsBefore(file, call.seq).at(-1);
    if (!file || !row || !made) return null;
    const first = determinationsBefore(file, call.seq)[0] ?? made;
    const ends = [made, first].map(({ at }) =>
      localDateOf(file, calendarDaysAfter(file, at, file.pack.delegate.appealDays)),
    );
    const holds = row.until === ends[0] ? true : ends.includes(text(row.until) ?? '') ? null : false;
    return shown(
      call,
      holds,
      `An appeal is shown to be open until ${text(row.until)}; 60 days end on ${ends[0]}.`,
    );
  },
  'appeal.channels': (call, book) => {
    const file = ofUser(book, call, 'show-options');
    const row = file && done(call) ? rowOf(call, 'appeal') : undefined;
    if (!row) return null;
    const words = (text(row.text) ?? '').toLowerCase();
    const ways = [/mail/, /fax/, /voice|oral|phone/].filter((way) => way.test(words)).length;
    return shown(
      call,
      ways === 3 && row.delegated === false,
      `${ways} of the three ways to appeal are named.`,
    );
  },
  'recon.web.options-button': (call, book) => {
    const file = ofUser(book, call, 'show-options');
    if (!file) return null;
    const state = stateBefore(file, call.seq, call.at);
    if (ADVERSE.includes(state))
      return shown(call, done(call), `The options of a case ${state} were answered ${call.status}.`);
    return ['in-progress', 'saved', 'expired'].includes(state)
      ? shown(call, !done(call), `The options of a draft were answered ${call.status}.`)
      : null;
  },
  'recon.web.options-list-deadlines': (call, book) => {
    const file = ofUser(book, call, 'show-options');
    if (!file || !done(call) || !ADVERSE.includes(stateBefore(file, call.seq, call.at))) return null;
    const talk = rowOf(call, 'peer-to-peer');
    const until = talkUntil(file, call.seq);
    const rows = ['peer-to-peer', 'reconsideration', 'appeal'].map((option) => rowOf(call, option));
    const each = rows.every((row) => row && (typeof row.until === 'string' || row.open === false));
    if (determinationsBefore(file, call.seq).length > 1 || until === null) return null;
    const expected = localDateOf(file, until);
    return shown(
      call,
      each && talk?.until === expected,
      `A talk is shown until ${text(talk?.until)}; the days end on ${expected}.`,
      {
        causedBy: misreadsTalk(file),
      },
    );
  },
  'recon.web.question-only-if-delegated': (call, book) => {
    const file = ofUser(book, call, 'show-options');
    if (!file || !done(call) || !ADVERSE.includes(stateBefore(file, call.seq, call.at))) return null;
    if (file.line !== 'medicaid') return null;
    const open = openAt(file, call) === 'open';
    const asked = text(call.answer.question) !== null;
    return shown(
      call,
      asked === open,
      `Reconsideration is ${open ? '' : 'not '}open; the question is ${asked ? '' : 'not '}asked.`,
      {
        causedBy:
          reconsidered(file, call.seq) > 0 ? 'postdecision.medicaid.recon-once' : misreadsWindow(file),
      },
    );
  },
  'recon.web.answer-no-annotates': (call, book) => {
    const file = ofUser(book, call, 'open-reconsideration');
    if (!file || call.body.proceed !== false || openAt(file, call) !== 'open') return null;
    const next =
      file.calls.find((one) => one.seq > call.seq && one.op === 'open-reconsideration')?.seq ??
      Number.POSITIVE_INFINITY;
    const noted = file.notes.some(
      (note) =>
        note.type === 'case-noted' && note.seq > call.seq && note.seq < next && note.told.by === call.actor,
    );
    const started = file.notes.some(
      (note) => note.type === 'case-reconsideration-requested' && note.seq > call.seq && note.seq < next,
    );
    return shown(
      call,
      done(call) && noted && !started,
      `No was answered; the case was ${noted ? '' : 'not '}annotated, and a review ${started ? 'began' : 'did not begin'}.`,
      { evidence: 'reported' },
    );
  },
  'recon.web.no-returns-to-p2p': (call, book) => {
    const file = ofUser(book, call, 'show-peer-to-peer');
    const no = file && lastCall(file, 'open-reconsideration', call.seq);
    if (!file || no?.body.proceed !== false || !done(call)) return null;
    const expected = expectedAt(file, call.seq, call.at);
    if (expected.result !== 'eligible') return null;
    return shown(
      call,
      agrees(expected, call.answer.result),
      `After No, a talk is ${text(call.answer.result)}.`,
    );
  },
  'recon.web.new-clinical-required': (call, book) => {
    const file = ofUser(book, call, 'confirm-reconsideration');
    if (!file || call.body.newInformation !== true || !opening(file, call.seq)) return null;
    if (uploadedSince(file, call.seq)) return null;
    return shown(
      call,
      !began(file, call) && !confirms(call),
      `Without a document, the confirmation was answered ${call.status}.`,
    );
  },
  'recon.web.missing-clinical-abandons': (call, book) => {
    const file = ofUser(book, call, 'submit-reconsideration');
    if (!file || !opening(file, call.seq) || uploadedSince(file, call.seq) || confirmedSince(file, call.seq))
      return null;
    return shown(
      call,
      !began(file, call),
      `Without a document, the submission was answered ${call.status}.`,
      { evidence: 'reported' },
    );
  },
  'recon.web.new-info-acknowledgement': (call, book) => {
    const file = ofUser(book, call, 'submit-reconsideration');
    if (!file || !uploadedSince(file, call.seq)) return null;
    const confirmed = confirmedSince(file, call.seq);
    if (confirmed?.body.newInformation === true) return null;
    return shown(
      call,
      !began(file, call),
      `What was uploaded was ${confirmed ? 'said not to be new' : 'not acknowledged'}; the submission was answered ${call.status}.`,
      { evidence: 'reported' },
    );
  },
  'recon.web.success-message': (call, book) => {
    const file = ofUser(book, call, 'confirm-reconsideration');
    if (!file || call.body.newInformation !== true || !uploadedSince(file, call.seq) || !done(call))
      return null;
    const words = (text(call.answer.message) ?? '').toLowerCase();
    const parts = [/post.decision/, /successfully/, /submitted/].filter((part) => part.test(words)).length;
    return shown(call, parts === 3, `The message says “${text(call.answer.message) ?? ''}”.`);
  },
  'recon.web.final-submit': (call, book) => {
    const file = ofUser(book, call, 'submit-reconsideration');
    if (
      !file ||
      confirmedSince(file, call.seq)?.body.newInformation !== true ||
      !uploadedSince(file, call.seq)
    )
      return null;
    if (pendingReconsideration(file, call.seq)) return null;
    const begun = began(file, call);
    return shown(
      call,
      done(call) && begun,
      `The last submission was answered ${call.status}; the review ${begun ? 'began' : 'did not begin'}.`,
      { evidence: 'reported' },
    );
  },
  'recon.web.status-pending-medical-director': (call, book) => {
    const file = ofUser(book, call, 'view-case');
    const pending = file && pendingReconsideration(file, call.seq);
    if (!file || !pending || pending.told.by !== 'web' || !done(call)) return null;
    const words = (text(call.answer.status) ?? '').toLowerCase();
    const parts = [/additional information/, /pending/, /medical director/].every((part) => part.test(words));
    const moved = Date.parse(text(call.answer.lastUpdated) ?? '') >= pending.at;
    return shown(
      call,
      parts && moved,
      `The status says “${text(call.answer.status)}”, and the last update ${moved ? 'moved' : 'did not move'}.`,
    );
  },
  'recon.web.upload-unavailable-advice': (call, book) => {
    const file = ofUser(book, call, 'attach-case-document');
    if (!file || done(call)) return null;
    const state = stateBefore(file, call.seq, call.at);
    if (!['approved', 'withdrawn', ...ADVERSE].includes(state)) return null;
    const advice = /fax/i.test(text(call.answer.detail) ?? '');
    return shown(call, advice, `Uploading is not open; a fax is ${advice ? '' : 'not '}advised.`);
  },
});

/** Whether a call began a review that waits for a decision. */
const began = (file: DelegateCase, { seq, answer }: Exchange): boolean => {
  const next = file.calls.find((one) => one.seq > seq)?.seq ?? Number.POSITIVE_INFINITY;
  return (
    answer.state === 'reconsideration-pending' ||
    file.notes.some(
      (note) => note.type === 'case-reconsideration-requested' && note.seq > seq && note.seq < next,
    )
  );
};
const confirms = ({ answer }: Exchange): boolean => /successfully/i.test(text(answer.message) ?? '');

const offersAlternative = (file: DelegateCase, seq: number): boolean =>
  Boolean(determinationsBefore(file, seq).at(-1)?.told.alternative);

/** What happens to a case after, and of a Medicare case before, its determination. */
export const afterwards = delegateCases('before and after a determination', {
  'predecision.medicare.notify-before-denial': (file) =>
    determinationsBefore(file).flatMap((made) => {
      if (
        !file.pack.delegate.preDecision ||
        made.told.outcome === 'approved' ||
        made.told.cause === 'consultation'
      )
        return [];
      const notices = file.notices.filter(
        ({ type, seq, at }) => type === 'pre-decision' && seq < made.seq && at < made.at,
      );
      const phone = notices.some(({ told: one }) => one.by === 'phone');
      const writing = notices.some(({ told: one }) => one.by !== 'phone');
      return told(
        [made.seq, ...notices.map(({ seq }) => seq)],
        phone && writing,
        `Before the denial the provider was told ${[phone && 'by phone', writing && 'in writing'].filter(Boolean).join(' and ') || 'nothing'}.`,
      );
    }),
  'predecision.medicare.notice-states-due-date': (file) =>
    file.notices.flatMap((notice) => {
      if (notice.type !== 'pre-decision' || notice.told.by === 'phone') return [];
      const due = Date.parse(text(notice.told.dueAt) ?? '');
      const holds = due > notice.at && (text(notice.told.text) ?? '').trim() !== '';
      return told([notice.seq], holds, `The notice is due ${text(notice.told.dueAt) ?? 'never'}.`);
    }),
  'predecision.medicare.info-before-due': (file) =>
    determinationsBefore(file).flatMap((made) => {
      const asked = announcement(file, made.seq);
      if (
        !file.pack.delegate.preDecision ||
        made.told.outcome === 'approved' ||
        !asked?.dueAt ||
        made.told.cause !== 'review'
      )
        return [];
      const talked = file.notes.some(
        ({ type, seq, told: one }) => type === 'consultation-changed' && one.to === 'held' && seq < made.seq,
      );
      const booked = file.notes.some(({ type, seq }) => type === 'consultation-scheduled' && seq < made.seq);
      if (booked && !talked) return [];
      const holds =
        made.at > asked.dueAt || talked || (asked.receivedAt !== null && asked.receivedAt <= made.at);
      return told(
        [made.seq],
        holds,
        `Information was due by ${new Date(asked.dueAt).toISOString()}; the denial came ${made.at > asked.dueAt ? 'after' : 'before'} that, and ${asked.receivedAt === null ? 'nothing' : 'something'} had come.`,
        { edge: made.at === asked.dueAt + 1 ? 'near' : null },
      );
    }),
  'predecision.medicare.hold-when-only-consult': (file) =>
    determinationsBefore(file).flatMap((made) => {
      const asked = announcement(file, made.seq);
      const [booked] = file.notes.filter(
        ({ type, seq }) => type === 'consultation-scheduled' && seq < made.seq,
      );
      if (!file.pack.delegate.preDecision || made.told.outcome === 'approved' || !asked?.dueAt || !booked)
        return [];
      if (asked.receivedAt !== null || made.told.cause !== 'review') return [];
      const until = Math.min(Date.parse(text(booked.told.end) ?? ''), asked.dueAt);
      const held = file.notes.some(
        ({ type, seq, told: one }) =>
          type === 'consultation-changed' &&
          ['held', 'cancelled', 'missed'].includes(text(one.to) ?? '') &&
          seq < made.seq,
      );
      return told(
        [made.seq, booked.seq],
        held || made.at >= until,
        'Only a talk was asked for; the denial waited for it, or did not.',
      );
    }),
  'predecision.medicare.info-received-no-hold': (file) =>
    determinationsBefore(file).flatMap((made) => {
      const asked = announcement(file, made.seq);
      if (
        !file.pack.delegate.preDecision ||
        !asked?.dueAt ||
        asked.receivedAt === null ||
        made.at > asked.dueAt
      )
        return [];
      const booked = file.notes
        .filter(({ type, seq }) => type === 'consultation-scheduled' && seq < made.seq)
        .at(-1);
      const over = file.notes.some(
        ({ type, seq, told: one }) =>
          type === 'consultation-changed' &&
          ['held', 'cancelled', 'missed'].includes(text(one.to) ?? '') &&
          seq < made.seq,
      );
      if (!booked || over || made.told.outcome === 'approved') return [];
      const turned = file.notes.some(
        ({ type, seq, told: one }) =>
          seq > made.seq &&
          (type === 'consultation-became-consultative' ||
            (type === 'consultation-changed' && one.to === 'cancelled')),
      );
      return told(
        [made.seq, booked.seq],
        turned,
        `Decided at once; the talk that was booked ${turned ? 'can change nothing any more' : 'was left as it was'}.`,
      );
    }),
  'postdecision.medicare.consult-cannot-overturn': (file) => {
    if (file.line !== 'medicare') return null;
    return file.notes.flatMap((note) => {
      const before = determinationsBefore(file, note.seq).at(-1);
      if (
        note.type !== 'consultation-outcome' ||
        !before ||
        !ADVERSE.includes(text(before.told.outcome) ?? '')
      )
        return [];
      const after = determinationsBefore(file).filter(
        ({ seq, told: one }) => seq > before.seq && one.appointment === note.told.appointment,
      );
      const changed = after.length > 0 || (note.told.became ?? null) !== null;
      return told(
        [note.seq, ...after.map(({ seq }) => seq)],
        !changed,
        `The talk after the denial ${changed ? 'changed' : 'did not change'} the determination.`,
      );
    });
  },
  'postdecision.medicaid.recon-channels': (file, book) => {
    if (file.line !== 'medicaid') return null;
    const asked = notesBefore(file, 'case-reconsideration-requested');
    const byWeb = asked
      .filter(({ told: one }) => one.by === 'web')
      .map(({ seq }) => told([seq], true, 'A reconsideration began on the web.'));
    const held = [...delegateOf(book).talks.values()].flatMap((talk) => {
      const talked = talk.notes.find(
        ({ type, told: one }) => type === 'consultation-changed' && one.to === 'held',
      );
      const booked = talk.notes.find(({ type }) => type === 'consultation-scheduled');
      const level = list(booked?.told.cases)
        .map(fields)
        .find(({ caseNumber }) => caseNumber === file.number)?.level;
      return talked && level === 'reconsideration' ? [talked] : [];
    });
    const byTalk = held.map(({ seq }) => {
      const began = asked.some(({ told: one }) => one.by === 'consultation');
      return told(
        [seq],
        began,
        `A talk in the window was held; a reconsideration ${began ? 'began' : 'did not begin'} by it.`,
      );
    });
    return [...byWeb, ...byTalk];
  },
  'postdecision.medicaid.p2p-can-change-decision': (file) =>
    file.line === 'medicaid'
      ? file.notes.flatMap((note) => {
          if (note.type !== 'consultation-outcome' || !/overturned$/.test(text(note.told.outcome) ?? ''))
            return [];
          const made = determinationsBefore(file).find(
            ({ seq, told: one }) => seq > note.seq && one.appointment === note.told.appointment,
          );
          return told(
            [note.seq],
            made !== undefined && made.told.outcome !== 'denied',
            `The talk overturned the denial; the case became ${text(made?.told.outcome) ?? 'nothing else'}.`,
          );
        })
      : null,
});
