import type { CaseFile, Decided, Note } from '../../facts/case-file.ts';
import {
  isMedical,
  isMedicalDenial,
  notesBefore,
  ownDecisions,
  planDecisions,
  reviewOf,
} from '../../facts/decisions.ts';
import { requestChecks, type Seen } from '../check.ts';

const FACTORS = ['age', 'comorbidities', 'complications', 'progress of treatment', 'psychosocial situation'];

const written = (text: string): boolean => text.trim() !== '';

/** Looks at each review on which a decision rests. */
const perReview =
  (look: (review: Note<'reviewed'>, made: Decided, file: CaseFile) => Seen | null) =>
  (file: CaseFile): readonly Seen[] =>
    planDecisions(file).flatMap((made) => {
      const review = reviewOf(file, made);
      const seen = review && look(review, made, file);
      return seen ? [seen] : [];
    });

const noted = (review: Note<'reviewed'>, made: Decided, holds: boolean, because: string): Seen => ({
  holds,
  because,
  events: [review.seq, made.seq],
});

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
            return {
              holds: nurse !== undefined,
              because: nurse
                ? 'A nurse reviewed before the decision.'
                : 'No nurse reviewed before the decision.',
              events: [...(nurse ? [nurse.seq] : []), made.seq],
              causedBy: file.outside ? 'um.oon.mn-review' : null,
            };
          }),
  'um.notice.all-admissions-reviewed': (file) =>
    file.notification === null
      ? null
      : planDecisions(file)
          .filter(({ reconsideration }) => !reconsideration)
          .map((made) => {
            const review = reviewOf(file, made);
            return {
              holds: review !== null,
              because: review ? 'The admission was reviewed.' : 'The admission was decided without a review.',
              events: [made.seq],
            };
          }),
  'um.criteria.factors': perReview((review, made) => {
    const lacking = FACTORS.filter((factor) => !review.event.factors.includes(factor));
    return noted(review, made, lacking.length === 0, `Not considered: ${lacking.join(', ') || 'nothing'}.`);
  }),
  'um.criteria.local-capacity': perReview((review, made) => ({
    ...noted(review, made, written(review.event.localResources), 'What the review says of local resources.'),
    causedBy: isMedicalDenial(made) ? 'um.decide.denial-considerations' : null,
  })),
  'um.decide.denial-considerations': perReview((review, made, file) => {
    if (!isMedicalDenial(made) || concurrent(file, made)) return null;
    const { criteria, memberNeeds, localResources } = review.event;
    const holds = criteria !== null && written(memberNeeds) && written(localResources);
    return noted(
      review,
      made,
      holds,
      'Criteria, the member’s needs and local resources, as the review has them.',
    );
  }),
  'um.concurrent.criteria-not-absolute': perReview((review, made, file) =>
    isMedicalDenial(made) && concurrent(file, made)
      ? noted(
          review,
          made,
          written(review.event.memberNeeds),
          'What the review says of the member’s own needs.',
        )
      : null,
  ),
  'um.concurrent.review-record': perReview((review, made, file) => {
    if (!concurrent(file, made) || file.setting !== 'inpatient') return null;
    const { certifiedDays, estimatedStay, criteria, levelOfCare } = review.event;
    const holds = [certifiedDays, estimatedStay, criteria, levelOfCare].every((value) => value !== null);
    return noted(
      review,
      made,
      holds,
      'Certified days, estimated stay, criteria and level of care, as recorded.',
    );
  }),
  'um.concurrent.benefit-check': perReview((review, made, file) =>
    concurrent(file, made)
      ? noted(review, made, review.event.benefitCovered !== null, 'Whether the review looked at the benefit.')
      : null,
  ),
  'um.status.approved-basis': perReview((review, made, file) => {
    if (made.outcome === 'denied' || !isMedical(made) || concurrent(file, made)) return null;
    const { benefitCovered, eligible, criteriaMet } = review.event;
    const necessary = criteriaMet || made.override || made.outcome === 'partial' || made.reconsideration;
    const holds = necessary && benefitCovered === true && eligible === true;
    const because = `Approved with medical necessity ${necessary}, benefit ${benefitCovered}, eligibility ${eligible}.`;
    return noted(review, made, holds, because);
  }),
  'um.mn.definition': perReview((review, made) => {
    if (!isMedical(made) || made.outcome === 'partial' || made.override || made.reconsideration) return null;
    const { appropriate, effective, evidence } = review.event.definition;
    const narrow = appropriate && (effective || evidence);
    const wide = appropriate || effective || evidence;
    const approved = made.outcome === 'approved';
    const holds = narrow === wide ? narrow === approved : null;
    return {
      ...noted(review, made, holds === true, ''),
      holds,
      because: `Appropriate ${appropriate}, effective ${effective}, evidence ${evidence}; the request was ${made.outcome}.`,
    };
  }),
  'um.notice.admission-level-determination': (file) =>
    file.notification === null
      ? null
      : planDecisions(file)
          .filter((made) => isMedical(made) && !made.reconsideration)
          .map((made) => ({
            holds: made.levelOfCare !== null,
            because: `The level of care that was found: ${made.levelOfCare ?? 'none'}.`,
            events: [made.seq],
          })),
  'um.oon.mn-review': (file) =>
    file.outside && file.channel !== 'portal'
      ? ownDecisions(file).map((made) => {
          const review = reviewOf(file, made);
          return {
            holds: review !== null && review.event.criteria !== null,
            because: review
              ? `Reviewed against ${review.event.criteria ?? 'no criteria'}.`
              : 'Decided without a review.',
            events: [made.seq],
          };
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
        {
          holds: call !== undefined,
          because: call
            ? 'The setting was in question, and the provider was asked.'
            : 'The setting was in question, and nobody asked the servicing provider or the PCP.',
          events: [review.seq, made.seq],
        },
      ];
    });
  },
});
