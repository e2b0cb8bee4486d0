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
import { list, text } from '../../facts/values.ts';
import { caseChecks } from '../check.ts';
import { told } from '../seen.ts';

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
      const read = notes === null || notes.trim() === '' || review.told.notes === notes;
      const because = `${sent} documents were sent and ${looked} were reviewed; notes were ${read ? '' : 'not '}read.`;
      return told([review.seq], looked >= sent && read, because);
    }),
  'update.new-approved-withdraws-original': (file, facts) => {
    const original = delegateOf(facts).cases.get(text(file.started.body.replaces) ?? '');
    // Where another case that replaces it was approved as well, that one may have withdrawn it.
    if (!original || isReplacedByOther(facts, original, file)) return null;
    const [withdrawn] = notesBefore(original, 'case-withdrawn');
    const approved = determinationsBefore(file).find(({ told: one }) => one.outcome === 'approved');
    const partly = determinationsBefore(file).find(({ told: one }) => one.outcome === 'partially-approved');
    // Whether an approval in part withdraws the original is left to the plan.
    if (!approved && partly && withdrawn && withdrawn.seq > partly.seq)
      return told([partly.seq], null, 'The new case was approved in part, and the original was withdrawn.');
    if (!approved)
      return told(
        [file.started.seq],
        withdrawn === undefined,
        `The new case is not approved; the original was ${withdrawn ? '' : 'not '}withdrawn.`,
      );
    if (!withdrawn && facts.until <= businessDaysAfter(file, approved.at, 0)) return null;
    const holds =
      withdrawn !== undefined &&
      withdrawn.seq > approved.seq &&
      withdrawn.at <= businessDaysAfter(file, approved.at, 0);
    return told(
      [approved.seq],
      holds,
      `The new case was approved; the original was ${withdrawn ? '' : 'not '}withdrawn after it.`,
    );
  },
  'case.submit.explicit-submit-required': (file) => {
    const since = submitted(file);
    const early = file.notes.find(
      ({ type, seq }) =>
        ['case-submitted', 'case-determined', 'case-reviewed'].includes(type) && (!since || seq < since.seq),
    );
    const shows = file.calls.find(
      (call) =>
        done(call) &&
        (!since || call.seq < since.seq) &&
        ['clinical-review', 'approved', 'denied', 'partially-approved'].includes(
          text(call.answer.state) ?? '',
        ),
    );
    return told(
      [file.started.seq],
      !early && !shows,
      early || shows
        ? 'Before it was submitted it was taken for a request.'
        : 'It was a request only once submitted.',
      { evidence: 'observed' },
    );
  },
  'case.submit.unsubmitted-expires-silently': (file, facts) => {
    const until = businessDaysAfter(file, file.started.at, file.pack.delegate.saveBusinessDays.value + 5);
    if (submitted(file) || callsBefore(file, 'cancel-case').length > 0 || facts.until <= until) return null;
    const late = file.calls.filter((call) => call.op === 'view-case' && call.at > until && done(call));
    const alive = late.find(({ answer }) => text(answer.state) !== 'expired');
    return told(
      [file.started.seq, ...file.notices.map(({ seq }) => seq)],
      file.notices.length === 0 && !alive,
      `${file.notices.length} notices were sent about it; it is ${alive ? text(alive.answer.state) : 'expired'}.`,
    );
  },
});
