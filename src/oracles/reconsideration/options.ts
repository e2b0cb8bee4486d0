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
import { accepted, namedIn, refused } from '../answers.ts';
import { atTheEnd, delegateCallChecks, onCall } from '../check.ts';
import { discussableUntil, reconsiderUntil } from '../peer-to-peer/expected-eligibility.ts';
import {
  fromNotice,
  wrongPeerToPeerDays,
  wrongReconsiderationWindow,
} from '../peer-to-peer/wrong-windows.ts';
import { ABSENT, ACCEPTED, asValue, includes, instant, not, PRESENT, REFUSED } from '../value.ts';

import { ADVERSE, except, offersAlternative, ofUser, openAt, proceeding, rowOf } from './post-decision.ts';

/** The ways to appeal that the options have to name. */
const APPEAL_CHANNELS = { mail: /mail/, fax: /fax/, phone: /voice|oral|phone/ };

/** Medicaid and Medicare as the two different worlds they are. Training, Post-Decision Options. */
export const options = delegateCallChecks({
  'postdecision.medicaid.recon-available': (call, facts) => {
    const file = proceeding(facts, call);
    if (file?.line !== 'medicaid' || openAt(file, call) !== 'open') return null;
    const until = reconsiderUntil(file, call.seq) ?? 0;
    // At the very end of the window the window itself is on trial.
    if (until - call.at < DAY_MS) return null;
    return accepted(call, {
      given: { requestedAt: instant(call.at), openUntil: instant(until) },
      causedBy: () => wrongReconsiderationWindow(file),
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
    return onCall(
      call,
      { answer: open === 'open' ? ACCEPTED : REFUSED },
      { answer: call.status },
      {
        given: {
          determinedAt: made ? instant(made.at) : null,
          openUntil: instant(until),
          requestedAt: instant(call.at),
        },
        edge: call.at === until ? 'at' : until - call.at < 60_000 && call.at < until ? 'near' : null,
        causedBy: () => except('postdecision.medicaid.recon-2bd', wrongReconsiderationWindow(file)),
      },
    );
  },
  'postdecision.medicaid.recon-anchor-determination': (call, facts) => {
    const file = ofUser(facts, call, 'show-options');
    const row = file?.line === 'medicaid' && done(call) ? rowOf(call, 'reconsideration') : undefined;
    const made = file && determinationsBefore(file, call.seq).at(-1);
    const until = file && reconsiderUntil(file, call.seq);
    if (!file || !row || !made || until === null) return null;
    const kept = row.until === localDateOf(file, until);
    if (!kept && row.until !== fromNotice(file, call.seq)) return null;
    return onCall(
      call,
      { reconsiderationUntil: localDateOf(file, until) },
      { reconsiderationUntil: text(row.until) },
      { given: { determinedOn: localDateOf(file, made.at) } },
    );
  },
  'postdecision.medicaid.recon-once': (call, facts) => {
    const file = proceeding(facts, call);
    if (file?.line !== 'medicaid' || !ADVERSE.includes(stateBefore(file, call.seq, call.at))) return null;
    const reconsiderations = reconsidered(file, call.seq);
    return reconsiderations < 1
      ? null
      : refused(call, { given: { reconsiderationsBefore: reconsiderations } });
  },
  'postdecision.medicare.no-reconsideration': (call, facts) => {
    const file = proceeding(facts, call) ?? ofUser(facts, call, 'show-options');
    if (file?.line !== 'medicare' || !ADVERSE.includes(stateBefore(file, call.seq, call.at))) return null;
    if (offersAlternative(file, call.seq) && call.op === 'open-reconsideration') return null;
    const given = { lineOfBusiness: file.line };
    if (call.op === 'open-reconsideration') return refused(call, { given });
    if (!done(call)) return null;
    const row = rowOf(call, 'reconsideration');
    return onCall(
      call,
      { reconsiderationOpen: not(true), reconsiderationUntil: null, question: null },
      {
        reconsiderationOpen: asValue(row?.open),
        reconsiderationUntil: asValue(row?.until),
        question: asValue(call.answer.question),
      },
      { given },
    );
  },
  'altrec.accept.medicare-new-case-only': (call, facts) => {
    const file = proceeding(facts, call);
    if (file?.line !== 'medicare' || !offersAlternative(file, call.seq)) return null;
    return refused(call, { given: { lineOfBusiness: file.line, alternativeOffered: true } });
  },
  'appeal.not-processed-by-delegate': (call, facts) => {
    const file = ofUser(facts, call, 'file-case-appeal');
    if (!file) return null;
    const detail = text(call.answer.detail);
    return onCall(
      call,
      { answer: REFUSED, detailNames: includes('plan') },
      { answer: call.status, detailNames: namedIn(detail, { plan: /plan/ }), detail },
    );
  },
  'appeal.60-calendar-days': (call, facts) => {
    const file = ofUser(facts, call, 'show-options');
    const row = file && done(call) ? rowOf(call, 'appeal') : undefined;
    const made = file && determinationsBefore(file, call.seq).at(-1);
    if (!file || !row || !made) return null;
    const first = determinationsBefore(file, call.seq)[0] ?? made;
    const endFrom = (at: number): string =>
      localDateOf(file, calendarDaysAfter(file, at, file.pack.delegate.appealDays.value));
    return onCall(
      call,
      { appealUntil: endFrom(made.at) },
      { appealUntil: text(row.until) },
      {
        given: { determinedOn: localDateOf(file, made.at) },
        // Where a case was determined twice, the days may count from either.
        ...(row.until === endFrom(first.at) ? { otherwise: 'depends' } : {}),
      },
    );
  },
  'appeal.channels': (call, facts) => {
    const file = ofUser(facts, call, 'show-options');
    const row = file && done(call) ? rowOf(call, 'appeal') : undefined;
    if (!row) return null;
    return onCall(
      call,
      { channels: includes(...Object.keys(APPEAL_CHANNELS)), delegated: false },
      { channels: namedIn(text(row.text), APPEAL_CHANNELS), delegated: asValue(row.delegated) },
    );
  },
  'recon.web.options-button': (call, facts) => {
    const file = ofUser(facts, call, 'show-options');
    if (!file) return null;
    const state = stateBefore(file, call.seq, call.at);
    if (ADVERSE.includes(state)) return accepted(call, { given: { state } });
    return ['in-progress', 'saved', 'expired'].includes(state) ? refused(call, { given: { state } }) : null;
  },
  'recon.web.options-list-deadlines': atTheEnd((call, facts) => {
    const file = ofUser(facts, call, 'show-options');
    if (!file || !done(call) || !ADVERSE.includes(stateBefore(file, call.seq, call.at))) return null;
    const until = discussableUntil(file, call.seq);
    const undated = ['peer-to-peer', 'reconsideration', 'appeal'].filter((option) => {
      const row = rowOf(call, option);
      return !row || (typeof row.until !== 'string' && row.open !== false);
    });
    if (determinationsBefore(file, call.seq).length > 1 || until === null) return null;
    return onCall(
      call,
      { optionsWithoutDeadline: [], peerToPeerUntil: localDateOf(file, until) },
      {
        optionsWithoutDeadline: undated,
        peerToPeerUntil: text(rowOf(call, 'peer-to-peer')?.until),
      },
      { causedBy: () => wrongPeerToPeerDays(file) },
    );
  }),
  'recon.web.question-only-if-delegated': (call, facts) => {
    const file = ofUser(facts, call, 'show-options');
    if (!file || !done(call) || !ADVERSE.includes(stateBefore(file, call.seq, call.at))) return null;
    if (file.line !== 'medicaid') return null;
    const open = openAt(file, call) === 'open';
    return onCall(
      call,
      { question: open ? PRESENT : ABSENT },
      { question: text(call.answer.question) },
      {
        given: { reconsiderationOpen: open },
        causedBy: () =>
          reconsidered(file, call.seq) > 0
            ? 'postdecision.medicaid.recon-once'
            : wrongReconsiderationWindow(file),
      },
    );
  },
});
