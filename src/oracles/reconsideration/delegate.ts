import { determinationsBefore, pendingReconsideration, stateBefore } from '../../facts/delegate/course.ts';
import { type DelegateNote, done, lastCall } from '../../facts/delegate/file.ts';
import { recordsBefore } from '../../facts/order.ts';
import { list, text } from '../../facts/values.ts';
import { namedIn } from '../answers.ts';
import { atTheEnd, delegateCallChecks, onCall } from '../check.ts';
import { agrees, expectedAt } from '../peer-to-peer/expected-eligibility.ts';
import { ABSENT, ACCEPTED, asValue, atLeast, includes, instant, PRESENT } from '../value.ts';

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

const noteAt = (note: DelegateNote | undefined) => (note ? instant(note.at) : null);

/** The parts of the message that a reconsideration was submitted. */
const SUBMITTED = { 'post-decision': /post.decision/, successfully: /successfully/, submitted: /submitted/ };

/** The parts of the status of a case that waits for the medical director. */
const PENDING = {
  'additional information': /additional information/,
  pending: /pending/,
  'medical director': /medical director/,
};

/** The steps of a reconsideration. Training, eviCore Reconsideration Review Process on the Web. */
export const reconsidering = delegateCallChecks({
  'recon.web.answer-no-annotates': atTheEnd((call, facts) => {
    const file = ofUser(facts, call, 'open-reconsideration');
    if (!file || call.body.proceed !== false || openAt(file, call) !== 'open') return null;
    const next =
      file.calls.find((one) => one.seq > call.seq && one.op === 'open-reconsideration')?.seq ??
      Number.POSITIVE_INFINITY;
    const since = recordsBefore(file.notes, next).filter(({ seq }) => seq > call.seq);
    const noted = since.find((note) => note.type === 'case-noted' && note.told.by === call.actor);
    const started = since.find(
      (note) => note.type === 'case-reconsideration-requested' && note.told.by !== 'consultation',
    );
    return onCall(
      call,
      { answer: ACCEPTED, caseNoted: PRESENT, reconsiderationRequested: ABSENT },
      { answer: call.status, caseNoted: noteAt(noted), reconsiderationRequested: noteAt(started) },
      { given: { proceed: false }, evidence: 'reported' },
    );
  }),
  'recon.web.no-returns-to-p2p': (call, facts) => {
    const file = ofUser(facts, call, 'show-peer-to-peer');
    const no = file && lastCall(file, 'open-reconsideration', call.seq);
    if (!file || no?.body.proceed !== false || !done(call)) return null;
    const expected = expectedAt(file, call.seq, call.at);
    if (expected.result !== 'eligible') return null;
    return onCall(
      call,
      { result: expected.result },
      { result: text(call.answer.result) },
      {
        given: { proceed: false },
        ...(agrees(expected, call.answer.result) === null ? { always: 'depends' } : {}),
      },
    );
  },
  'recon.web.new-clinical-required': (call, facts) => {
    const file = ofUser(facts, call, 'confirm-reconsideration');
    if (!file || call.body.newInformation !== true || !opening(file, call.seq)) return null;
    if (uploadedSince(file, call.seq)) return null;
    return onCall(
      call,
      { reconsiderationBegan: false, successMessage: ABSENT },
      {
        reconsiderationBegan: began(file, call),
        successMessage: confirms(call) ? text(call.answer.message) : null,
        answer: call.status,
      },
      { given: { documentsUploaded: 0 } },
    );
  },
  'recon.web.missing-clinical-abandons': (call, facts) => {
    const file = ofUser(facts, call, 'submit-reconsideration');
    if (!file || !opening(file, call.seq) || uploadedSince(file, call.seq) || confirmedSince(file, call.seq))
      return null;
    return onCall(
      call,
      { reconsiderationBegan: false },
      { reconsiderationBegan: began(file, call), answer: call.status },
      { given: { documentsUploaded: 0 }, evidence: 'reported' },
    );
  },
  'recon.web.new-info-acknowledgement': (call, facts) => {
    const file = ofUser(facts, call, 'submit-reconsideration');
    if (!file || !uploadedSince(file, call.seq)) return null;
    const confirmed = confirmedSince(file, call.seq);
    if (confirmed?.body.newInformation === true) return null;
    return onCall(
      call,
      { reconsiderationBegan: false },
      { reconsiderationBegan: began(file, call), answer: call.status },
      {
        given: { newInformationConfirmed: asValue(confirmed?.body.newInformation) },
        evidence: 'reported',
      },
    );
  },
  'recon.web.success-message': (call, facts) => {
    const file = ofUser(facts, call, 'confirm-reconsideration');
    if (!file || call.body.newInformation !== true || !uploadedSince(file, call.seq) || !done(call))
      return null;
    const message = text(call.answer.message);
    return onCall(
      call,
      { messageNames: includes(...Object.keys(SUBMITTED)) },
      { messageNames: namedIn(message, SUBMITTED), message },
    );
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
    return onCall(
      call,
      { answer: ACCEPTED, reconsiderationBegan: true },
      { answer: call.status, reconsiderationBegan: began(file, call) },
      { evidence: 'reported' },
    );
  },
  'recon.web.status-pending-medical-director': (call, facts) => {
    const file = ofUser(facts, call, 'view-case');
    const pending = file && pendingReconsideration(file, call.seq);
    if (!file || !pending || pending.told.by !== 'web' || !done(call)) return null;
    const status = text(call.answer.status);
    const updated = Date.parse(text(call.answer.lastUpdated) ?? '');
    return onCall(
      call,
      {
        statusNames: includes(...Object.keys(PENDING)),
        lastUpdated: atLeast(instant(pending.at)),
      },
      {
        statusNames: namedIn(status, PENDING),
        status,
        lastUpdated: Number.isNaN(updated) ? null : instant(updated),
      },
    );
  },
  'recon.web.upload-unavailable-advice': (call, facts) => {
    const file = ofUser(facts, call, 'attach-case-document');
    if (!file || done(call)) return null;
    const state = stateBefore(file, call.seq, call.at);
    if (!['approved', 'withdrawn', ...ADVERSE].includes(state)) return null;
    // A file that is refused for what it is tells nothing about when uploading is open.
    if (call.status === 413 || call.status === 415 || list(call.answer.errors).length > 0) return null;
    const detail = text(call.answer.detail);
    return onCall(
      call,
      { detailNames: includes('fax') },
      { detailNames: namedIn(detail, { fax: /fax/ }), detail, answer: call.status },
      { given: { state } },
    );
  },
});
