import type { CaseFile, Decided, Note } from '../../facts/case-file.ts';
import {
  isMedical,
  isMedicalDenial,
  notesBefore,
  ownDecisions,
  planDecisions,
  reviewOf,
} from '../../facts/decisions.ts';
import { type Comparison, reported, requestChecks } from '../check.ts';
import { type Expected, includes, instant, not, PRESENT, type Values } from '../value.ts';

const FACTORS = ['age', 'comorbidities', 'complications', 'progress of treatment', 'psychosocial situation'];

/** Looks at each review on which a decision rests. */
const perReview =
  (look: (review: Note<'reviewed'>, made: Decided, file: CaseFile) => Comparison | null) =>
  (file: CaseFile): readonly Comparison[] =>
    planDecisions(file).flatMap((made) => {
      const review = reviewOf(file, made);
      return (review && look(review, made, file)) ?? [];
    });

const inReview = (
  review: Note<'reviewed'>,
  made: Decided,
  expected: Expected,
  observed: Values,
  more: Partial<Comparison> = {},
): Comparison =>
  reported([review.seq, made.seq], expected, observed, {
    ...more,
    given: { decision: made.number, outcome: made.outcome, ...more.given },
  });

/** What a text of a review says; null where it says nothing. */
const said = (text: string): string | null => (text.trim() === '' ? null : text);

const concurrent = ({ reviewType }: CaseFile, made: Decided): boolean =>
  reviewType === 'concurrent' || made.revision !== null;

/**
 * What a reviewer has to look at and write down. Section 7, Prior Authorization, Concurrent Review and
 * Medical Necessity Decision-Making.
 */
export const reviewRecord = requestChecks(['desk', 'events', 'reviews'], {
  'um.pa.nurse-first-review': (file) =>
    file.reviewType !== 'preservice'
      ? null
      : planDecisions(file)
          .filter(({ reconsideration, revision }) => !reconsideration && revision === null)
          .map((made) => {
            const nurse = notesBefore(file, made, 'reviewed').find(({ event }) => event.by.role === 'nurse');
            return reported(
              [...(nurse ? [nurse.seq] : []), made.seq],
              { nurseReview: PRESENT },
              { nurseReview: nurse ? instant(nurse.at.low) : null },
              {
                given: { decidedAt: instant(made.at.low) },
                causedBy: file.outside ? 'um.oon.mn-review' : null,
              },
            );
          }),
  'um.notice.all-admissions-reviewed': (file) =>
    file.notification === null
      ? null
      : planDecisions(file)
          .filter(({ reconsideration }) => !reconsideration)
          .map((made) => {
            const review = reviewOf(file, made);
            return reported(
              [made.seq],
              { review: PRESENT },
              { review: review ? instant(review.at.low) : null },
              { given: { decidedAt: instant(made.at.low) } },
            );
          }),
  'um.criteria.factors': perReview((review, made) =>
    inReview(
      review,
      made,
      { factorsConsidered: includes(...FACTORS) },
      { factorsConsidered: [...review.event.factors] },
    ),
  ),
  'um.criteria.local-capacity': perReview((review, made) =>
    inReview(
      review,
      made,
      { localResources: PRESENT },
      { localResources: said(review.event.localResources) },
      { causedBy: isMedicalDenial(made) ? 'um.decide.denial-considerations' : null },
    ),
  ),
  'um.decide.denial-considerations': perReview((review, made, file) => {
    if (!isMedicalDenial(made) || concurrent(file, made)) return null;
    const { criteria, memberNeeds, localResources } = review.event;
    return inReview(
      review,
      made,
      { criteria: not(null), memberNeeds: PRESENT, localResources: PRESENT },
      { criteria, memberNeeds: said(memberNeeds), localResources: said(localResources) },
    );
  }),
  'um.concurrent.criteria-not-absolute': perReview((review, made, file) =>
    isMedicalDenial(made) && concurrent(file, made)
      ? inReview(review, made, { memberNeeds: PRESENT }, { memberNeeds: said(review.event.memberNeeds) })
      : null,
  ),
  'um.concurrent.review-record': perReview((review, made, file) => {
    if (!concurrent(file, made) || file.setting !== 'inpatient') return null;
    const { certifiedDays, estimatedStay, criteria, levelOfCare } = review.event;
    const recorded = not(null);
    return inReview(
      review,
      made,
      { certifiedDays: recorded, estimatedStay: recorded, criteria: recorded, levelOfCare: recorded },
      { certifiedDays, estimatedStay, criteria, levelOfCare },
    );
  }),
  'um.concurrent.benefit-check': perReview((review, made, file) =>
    concurrent(file, made)
      ? inReview(review, made, { benefitCovered: not(null) }, { benefitCovered: review.event.benefitCovered })
      : null,
  ),
  'um.status.approved-basis': perReview((review, made, file) => {
    if (made.outcome === 'denied' || !isMedical(made) || concurrent(file, made)) return null;
    const { benefitCovered, eligible, criteriaMet } = review.event;
    const necessary = criteriaMet || made.override || made.outcome === 'partial' || made.reconsideration;
    return inReview(
      review,
      made,
      { medicallyNecessary: true, benefitCovered: true, memberEligible: true },
      { medicallyNecessary: necessary, benefitCovered, memberEligible: eligible },
    );
  }),
  'um.mn.definition': perReview((review, made) => {
    if (!isMedical(made) || made.outcome === 'partial' || made.override || made.reconsideration) return null;
    const { appropriate, effective, evidence } = review.event.definition;
    const narrow = appropriate && (effective || evidence);
    const wide = appropriate || effective || evidence;
    return inReview(
      review,
      made,
      { approved: narrow },
      { approved: made.outcome === 'approved' },
      {
        given: { appropriate, effective, evidence },
        ...(narrow === wide ? {} : { always: 'depends' }),
      },
    );
  }),
  'um.notice.admission-level-determination': (file) =>
    file.notification === null
      ? null
      : planDecisions(file)
          .filter((made) => isMedical(made) && !made.reconsideration)
          .map((made) => reported([made.seq], { levelOfCare: not(null) }, { levelOfCare: made.levelOfCare })),
  'um.oon.mn-review': (file) =>
    file.outside && file.channel !== 'portal'
      ? ownDecisions(file).map((made) => {
          const review = reviewOf(file, made);
          return reported(
            [made.seq],
            { review: PRESENT, criteria: not(null) },
            { review: review ? instant(review.at.low) : null, criteria: review?.event.criteria ?? null },
          );
        })
      : null,
  'um.pa.contact-on-question': (file) => {
    return planDecisions(file).flatMap((made) => {
      const review = reviewOf(file, made);
      if (!review?.event.question) return [];
      const call = notesBefore(file, made, 'reached-out').find(
        ({ event }) =>
          event.about === 'question' &&
          ['nurse', 'support'].includes(event.by.role) &&
          ['servicing-provider', 'primary-care-provider'].includes(event.to),
      );
      return [
        reported(
          [review.seq, made.seq],
          { providerContacted: PRESENT },
          { providerContacted: call ? instant(call.at.low) : null },
          { given: { settingInQuestion: true, decidedAt: instant(made.at.low) } },
        ),
      ];
    });
  },
});
