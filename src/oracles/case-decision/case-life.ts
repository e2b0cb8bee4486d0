import { businessDaysAfter, determinationsBefore, submitted } from '../../facts/delegate/course.ts';
import {
  callsBefore,
  type DelegateCase,
  delegateOf,
  done,
  lastCall,
  notesBefore,
  uploadsBefore,
} from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { isBefore } from '../../facts/order.ts';
import { list, text } from '../../facts/values.ts';
import { caseChecks, reported } from '../check.ts';
import { ABSENT, atLeast, between, instant } from '../value.ts';

const isReplacedByOther = (facts: Facts, original: DelegateCase, but: DelegateCase): boolean =>
  [...delegateOf(facts).cases.values()].some(
    (one) =>
      one !== but &&
      one.started.body.replaces === original.number &&
      determinationsBefore(one).some(({ told: made }) => made.outcome === 'approved'),
  );

/** What becomes of a case as a whole. Training, Clinical Certification and Special Circumstances. */
export const caseLife = caseChecks({
  'clinical.additional.sent-to-review': (file) =>
    notesBefore(file, 'case-reviewed').map((review) => {
      const sent = uploadsBefore(file, review.seq).length;
      const notes = text(lastCall(file, 'choose-additional', review.seq)?.body.notes);
      const looked = list(review.told.documents).length;
      const anyNotes = notes !== null && notes.trim() !== '';
      return reported(
        [review.seq],
        { documentsReviewed: atLeast(sent), ...(anyNotes ? { notesReviewed: notes } : {}) },
        { documentsReviewed: looked, notesReviewed: text(review.told.notes) },
      );
    }),
  'update.new-approved-withdraws-original': (file, facts) => {
    const original = delegateOf(facts).cases.get(text(file.started.body.replaces) ?? '');
    // Where another case that replaces it was approved as well, that one may have withdrawn it.
    if (!original || isReplacedByOther(facts, original, file)) return null;
    const [withdrawn] = notesBefore(original, 'case-withdrawn');
    const approved = determinationsBefore(file).find(({ told: one }) => one.outcome === 'approved');
    const partly = determinationsBefore(file).find(({ told: one }) => one.outcome === 'partially-approved');
    const observed = { originalWithdrawn: withdrawn ? instant(withdrawn.at) : null };
    // Whether an approval in part withdraws the original is left to the plan.
    if (!approved && partly && withdrawn && withdrawn.seq > partly.seq)
      return reported([partly.seq], { originalWithdrawn: ABSENT }, observed, {
        given: { newCase: 'partially-approved' },
        always: 'depends',
      });
    if (!approved)
      return reported([file.started.seq], { originalWithdrawn: ABSENT }, observed, {
        given: { newCase: 'not approved' },
      });
    const endOfDay = businessDaysAfter(file, approved.at, 0);
    if (!withdrawn && facts.until <= endOfDay) return null;
    return reported(
      [approved.seq],
      { originalWithdrawn: between(instant(approved.at), instant(endOfDay)) },
      observed,
      { given: { newCase: 'approved' } },
    );
  },
  'case.submit.explicit-submit-required': (file) => {
    const since = submitted(file);
    const early = file.notes.find(
      (note) =>
        ['case-submitted', 'case-determined', 'case-reviewed'].includes(note.type) &&
        (!since || isBefore(note, since)),
    );
    const shows = file.calls.find(
      (call) =>
        done(call) &&
        (!since || isBefore(call, since)) &&
        ['clinical-review', 'approved', 'denied', 'partially-approved'].includes(
          text(call.answer.state) ?? '',
        ),
    );
    return reported(
      [file.started.seq],
      { reportedBeforeSubmission: ABSENT, stateBeforeSubmission: ABSENT },
      {
        reportedBeforeSubmission: early?.type ?? null,
        stateBeforeSubmission: shows ? text(shows.answer.state) : null,
      },
      { evidence: 'observed' },
    );
  },
  'case.submit.unsubmitted-expires-silently': (file, facts) => {
    const until = businessDaysAfter(file, file.started.at, file.pack.delegate.saveBusinessDays.value + 5);
    if (submitted(file) || callsBefore(file, 'cancel-case').length > 0 || facts.until <= until) return null;
    const states = file.calls
      .filter((call) => call.op === 'view-case' && call.at > until && done(call))
      .map(({ answer }) => text(answer.state));
    return reported(
      [file.started.seq, ...file.notices.map(({ seq }) => seq)],
      { notices: [], statesOtherThanExpired: [] },
      {
        notices: file.notices.map(({ type }) => type),
        statesOtherThanExpired: states.filter((state) => state !== 'expired'),
      },
      { given: { finishBy: instant(until) } },
    );
  },
});
