import { determinationsBefore, pendingReconsideration, stateBefore } from '../../facts/delegate/course.ts';
import { done, lastCall } from '../../facts/delegate/file.ts';
import { list, text } from '../../facts/values.ts';
import { atTheEnd, delegateCallChecks } from '../check.ts';
import { agrees, expectedAt } from '../peer-to-peer/expected-eligibility.ts';
import { shown } from '../seen.ts';

import {
  ADVERSE,
  began,
  confirmedSince,
  confirms,
  ofUser,
  openAt,
  opening,
  uploadedSince,
} from './post-decision.ts';

/** The steps of a reconsideration. Training, eviCore Reconsideration Review Process on the Web. */
export const reconsidering = delegateCallChecks({
  'recon.web.answer-no-annotates': atTheEnd((call, facts) => {
    const file = ofUser(facts, call, 'open-reconsideration');
    if (!file || call.body.proceed !== false || openAt(file, call) !== 'open') return null;
    const next =
      file.calls.find((one) => one.seq > call.seq && one.op === 'open-reconsideration')?.seq ??
      Number.POSITIVE_INFINITY;
    const noted = file.notes.some(
      (note) =>
        note.type === 'case-noted' && note.seq > call.seq && note.seq < next && note.told.by === call.actor,
    );
    const started = file.notes.some(
      (note) =>
        note.type === 'case-reconsideration-requested' &&
        note.told.by !== 'consultation' &&
        note.seq > call.seq &&
        note.seq < next,
    );
    return shown(
      call,
      done(call) && noted && !started,
      `No was answered; the case was ${noted ? '' : 'not '}annotated, and a review ${started ? 'began' : 'did not begin'}.`,
      { evidence: 'reported' },
    );
  }),
  'recon.web.no-returns-to-p2p': (call, facts) => {
    const file = ofUser(facts, call, 'show-peer-to-peer');
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
  'recon.web.new-clinical-required': (call, facts) => {
    const file = ofUser(facts, call, 'confirm-reconsideration');
    if (!file || call.body.newInformation !== true || !opening(file, call.seq)) return null;
    if (uploadedSince(file, call.seq)) return null;
    return shown(
      call,
      !began(file, call) && !confirms(call),
      `Without a document, the confirmation was answered ${call.status}.`,
    );
  },
  'recon.web.missing-clinical-abandons': (call, facts) => {
    const file = ofUser(facts, call, 'submit-reconsideration');
    if (!file || !opening(file, call.seq) || uploadedSince(file, call.seq) || confirmedSince(file, call.seq))
      return null;
    return shown(
      call,
      !began(file, call),
      `Without a document, the submission was answered ${call.status}.`,
      { evidence: 'reported' },
    );
  },
  'recon.web.new-info-acknowledgement': (call, facts) => {
    const file = ofUser(facts, call, 'submit-reconsideration');
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
  'recon.web.success-message': (call, facts) => {
    const file = ofUser(facts, call, 'confirm-reconsideration');
    if (!file || call.body.newInformation !== true || !uploadedSince(file, call.seq) || !done(call))
      return null;
    const words = (text(call.answer.message) ?? '').toLowerCase();
    const parts = [/post.decision/, /successfully/, /submitted/].filter((part) => part.test(words)).length;
    return shown(call, parts === 3, `The message says “${text(call.answer.message) ?? ''}”.`);
  },
  'recon.web.final-submit': (call, facts) => {
    const file = ofUser(facts, call, 'submit-reconsideration');
    if (
      !file ||
      confirmedSince(file, call.seq)?.body.newInformation !== true ||
      !uploadedSince(file, call.seq)
    )
      return null;
    if (pendingReconsideration(file, call.seq)) return null;
    // What was opened and sent before is over; another one has to be opened first.
    const opened = lastCall(file, 'open-reconsideration', call.seq);
    const sent = lastCall(file, 'submit-reconsideration', call.seq);
    if (opened?.body.proceed !== true || (sent && sent.seq > opened.seq)) return null;
    // So is what a talk with a physician decided in between.
    if (determinationsBefore(file, call.seq).some(({ seq }) => seq > opened.seq)) return null;
    const begun = began(file, call);
    return shown(
      call,
      done(call) && begun,
      `The last submission was answered ${call.status}; the review ${begun ? 'began' : 'did not begin'}.`,
      { evidence: 'reported' },
    );
  },
  'recon.web.status-pending-medical-director': (call, facts) => {
    const file = ofUser(facts, call, 'view-case');
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
  'recon.web.upload-unavailable-advice': (call, facts) => {
    const file = ofUser(facts, call, 'attach-case-document');
    if (!file || done(call)) return null;
    const state = stateBefore(file, call.seq, call.at);
    if (!['approved', 'withdrawn', ...ADVERSE].includes(state)) return null;
    // A file that is refused for what it is tells nothing about when uploading is open.
    if (call.status === 413 || call.status === 415 || list(call.answer.errors).length > 0) return null;
    const advice = /fax/i.test(text(call.answer.detail) ?? '');
    return shown(call, advice, `Uploading is not open; a fax is ${advice ? '' : 'not '}advised.`);
  },
});
