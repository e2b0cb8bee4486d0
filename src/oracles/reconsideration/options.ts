import { DAY_MS } from '../../facts/civil.ts';
import {
  calendarDaysAfter,
  determinationsBefore,
  localDateOf,
  reconsidered,
  stateBefore,
} from '../../facts/delegate/course.ts';
import { done } from '../../facts/delegate/file.ts';
import { text } from '../../facts/values.ts';
import { atTheEnd, delegateCallChecks } from '../check.ts';
import { discussableUntil, reconsiderUntil } from '../peer-to-peer/expected-eligibility.ts';
import {
  fromNotice,
  wrongPeerToPeerDays,
  wrongReconsiderationWindow,
} from '../peer-to-peer/wrong-windows.ts';
import { shown } from '../seen.ts';

import { ADVERSE, except, offersAlternative, ofUser, openAt, proceeding, rowOf } from './post-decision.ts';

/** Medicaid and Medicare as the two different worlds they are. Training, Post-Decision Options. */
export const options = delegateCallChecks({
  'postdecision.medicaid.recon-available': (call, facts) => {
    const file = proceeding(facts, call);
    if (file?.line !== 'medicaid' || openAt(file, call) !== 'open') return null;
    const until = reconsiderUntil(file, call.seq) ?? 0;
    // At the very end of the window the window itself is on trial.
    if (until - call.at < DAY_MS) return null;
    return shown(call, done(call), `A reconsideration in its window was answered ${call.status}.`, {
      causedBy: wrongReconsiderationWindow(file),
    });
  },
  'postdecision.medicaid.recon-2bd': (call, facts) => {
    const file = proceeding(facts, call);
    const open = file?.line === 'medicaid' ? openAt(file, call) : 'none';
    const until = file && reconsiderUntil(file, call.seq);
    if (!file || !until || (open !== 'open' && open !== 'late')) return null;
    // Well inside its window a refusal has another reason than the window.
    if (open === 'open' && !done(call) && until - call.at >= DAY_MS) return null;
    const made = determinationsBefore(file, call.seq).at(-1);
    const because = `Determined on ${localDateOf(file, made?.at ?? 0)}; open until ${localDateOf(file, until)}; the request of ${localDateOf(file, call.at)} was answered ${call.status}.`;
    return shown(call, done(call) === (open === 'open'), because, {
      edge: call.at === until ? 'at' : until - call.at < 60_000 && call.at < until ? 'near' : null,
      causedBy: except('postdecision.medicaid.recon-2bd', wrongReconsiderationWindow(file)),
    });
  },
  'postdecision.medicaid.recon-anchor-determination': (call, facts) => {
    const file = ofUser(facts, call, 'show-options');
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
  'postdecision.medicaid.recon-once': (call, facts) => {
    const file = proceeding(facts, call);
    if (file?.line !== 'medicaid' || !ADVERSE.includes(stateBefore(file, call.seq, call.at))) return null;
    if (reconsidered(file, call.seq) < 1) return null;
    return shown(call, !done(call), `A second reconsideration was answered ${call.status}.`);
  },
  'postdecision.medicare.no-reconsideration': (call, facts) => {
    const file = proceeding(facts, call) ?? ofUser(facts, call, 'show-options');
    if (file?.line !== 'medicare' || !ADVERSE.includes(stateBefore(file, call.seq, call.at))) return null;
    if (offersAlternative(file, call.seq) && call.op === 'open-reconsideration') return null;
    if (call.op === 'open-reconsideration')
      return shown(call, !done(call), `Reconsideration of a Medicare case was answered ${call.status}.`);
    if (!done(call)) return null;
    const row = rowOf(call, 'reconsideration');
    const offered = row?.open === true || row?.until != null || call.answer.question !== null;
    return shown(call, !offered, 'The options of a Medicare case do not offer reconsideration, or do.');
  },
  'altrec.accept.medicare-new-case-only': (call, facts) => {
    const file = proceeding(facts, call);
    if (file?.line !== 'medicare' || !offersAlternative(file, call.seq)) return null;
    return shown(call, !done(call), `Taking the alternative by reconsideration was answered ${call.status}.`);
  },
  'appeal.not-processed-by-delegate': (call, facts) => {
    const file = ofUser(facts, call, 'file-case-appeal');
    if (!file) return null;
    const named = /plan/i.test(text(call.answer.detail) ?? '');
    return shown(
      call,
      !done(call) && named,
      `An appeal was answered ${call.status}, and the plan was ${named ? '' : 'not '}named.`,
    );
  },
  'appeal.60-calendar-days': (call, facts) => {
    const file = ofUser(facts, call, 'show-options');
    const row = file && done(call) ? rowOf(call, 'appeal') : undefined;
    const made = file && determinationsBefore(file, call.seq).at(-1);
    if (!file || !row || !made) return null;
    const first = determinationsBefore(file, call.seq)[0] ?? made;
    const ends = [made, first].map(({ at }) =>
      localDateOf(file, calendarDaysAfter(file, at, file.pack.delegate.appealDays.value)),
    );
    const holds = row.until === ends[0] ? true : ends.includes(text(row.until) ?? '') ? null : false;
    return shown(
      call,
      holds,
      `An appeal is shown to be open until ${text(row.until)}; 60 days end on ${ends[0]}.`,
    );
  },
  'appeal.channels': (call, facts) => {
    const file = ofUser(facts, call, 'show-options');
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
  'recon.web.options-button': (call, facts) => {
    const file = ofUser(facts, call, 'show-options');
    if (!file) return null;
    const state = stateBefore(file, call.seq, call.at);
    if (ADVERSE.includes(state))
      return shown(call, done(call), `The options of a case ${state} were answered ${call.status}.`);
    return ['in-progress', 'saved', 'expired'].includes(state)
      ? shown(call, !done(call), `The options of a draft were answered ${call.status}.`)
      : null;
  },
  'recon.web.options-list-deadlines': atTheEnd((call, facts) => {
    const file = ofUser(facts, call, 'show-options');
    if (!file || !done(call) || !ADVERSE.includes(stateBefore(file, call.seq, call.at))) return null;
    const talk = rowOf(call, 'peer-to-peer');
    const until = discussableUntil(file, call.seq);
    const rows = ['peer-to-peer', 'reconsideration', 'appeal'].map((option) => rowOf(call, option));
    const each = rows.every((row) => row && (typeof row.until === 'string' || row.open === false));
    if (determinationsBefore(file, call.seq).length > 1 || until === null) return null;
    const expected = localDateOf(file, until);
    return shown(
      call,
      each && talk?.until === expected,
      `A talk is shown until ${text(talk?.until)}; the days end on ${expected}.`,
      {
        causedBy: wrongPeerToPeerDays(file),
      },
    );
  }),
  'recon.web.question-only-if-delegated': (call, facts) => {
    const file = ofUser(facts, call, 'show-options');
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
          reconsidered(file, call.seq) > 0
            ? 'postdecision.medicaid.recon-once'
            : wrongReconsiderationWindow(file),
      },
    );
  },
});
