import { inNetwork, type PortalState, type RequestState } from '../../reference-impl/index.ts';
import { changingPreparation, changingReviewNote } from '../makers/desk.ts';
import { changingEvents } from '../makers/events.ts';
import type { Mutant } from '../mutant.ts';

const isOutOfNetwork = ({ world }: PortalState, { accepted }: RequestState): boolean =>
  accepted.outside !== null && !inNetwork(world, accepted.affiliation, accepted.start);

const continued = ({ accepted, revision }: RequestState): boolean =>
  accepted.reviewType === 'concurrent' || revision !== null;

/** Faults in what is written down about a review. */
export const reviewRecord: readonly Mutant[] = [
  changingReviewNote({
    id: 'support-staff-reviews',
    breaks: 'um.pa.nurse-first-review',
    summary: 'Requests are screened by whoever is free.',
    change: (note, { accepted }) =>
      accepted.reviewType === 'preservice' ? { by: { ...note.by, role: 'support' } } : null,
  }),
  changingPreparation({
    id: 'admissions-go-through',
    breaks: 'um.notice.all-admissions-reviewed',
    summary: 'An admission has happened anyway, so nobody looks at it.',
    change: (event, { accepted }) => (event.type === 'reviewed' && accepted.notification ? null : event),
  }),
  changingPreparation({
    id: 'outside-without-review',
    breaks: 'um.oon.mn-review',
    summary: 'Out-of-network requests are decided by contracting.',
    change: (event, request, state) =>
      event.type === 'reviewed' && isOutOfNetwork(state, request) ? null : event,
  }),
  changingReviewNote({
    id: 'four-factors',
    breaks: 'um.criteria.factors',
    summary: 'The review form has room for four factors.',
    change: ({ factors }) => ({ factors: factors.slice(0, 4) }),
  }),
  changingReviewNote({
    id: 'no-local-resources',
    breaks: 'um.criteria.local-capacity',
    summary: 'An approval needs no word on local resources.',
    change: ({ criteriaMet }) => (criteriaMet ? { localResources: '' } : null),
  }),
  changingReviewNote({
    id: 'denied-by-criteria-alone',
    breaks: 'um.decide.denial-considerations',
    summary: 'A denial names the criteria and nothing of the patient.',
    change: ({ criteriaMet }, request) => (criteriaMet || continued(request) ? null : { memberNeeds: '' }),
  }),
  changingReviewNote({
    id: 'stay-cut-by-criteria-alone',
    breaks: 'um.concurrent.criteria-not-absolute',
    summary: 'The criteria for a stay are taken as absolute.',
    change: (_note, request) => (continued(request) ? { memberNeeds: '' } : null),
  }),
  changingReviewNote({
    id: 'no-certified-days',
    breaks: 'um.concurrent.review-record',
    summary: 'Certified days are kept in a note outside the record.',
    change: (_note, request) => (continued(request) ? { certifiedDays: null } : null),
  }),
  changingReviewNote({
    id: 'benefit-not-checked',
    breaks: 'um.concurrent.benefit-check',
    summary: 'The benefit was checked once, at the first request.',
    change: (_note, request) => (continued(request) ? { benefitCovered: null } : null),
  }),
  changingReviewNote({
    id: 'eligibility-not-checked',
    breaks: 'um.status.approved-basis',
    summary: 'Eligibility is left to the claims system.',
    change: (_note, request) => (continued(request) ? null : { eligible: null }),
  }),
  changingReviewNote({
    id: 'approved-by-habit',
    breaks: 'um.mn.definition',
    summary: 'The definition is a box that nobody ticks.',
    change: () => ({
      definition: { appropriate: false, effective: false, evidence: false },
    }),
  }),
  changingEvents({
    id: 'no-level-of-care',
    breaks: 'um.notice.admission-level-determination',
    summary: 'An admission is approved or not; the level is left open.',
    change: (event) => {
      if (event.type !== 'decided') return event;
      const { levelOfCare: _left, ...rest } = event;
      return rest;
    },
  }),
  changingPreparation({
    id: 'question-not-asked',
    breaks: 'um.pa.contact-on-question',
    summary: 'A question about the setting is settled by guessing.',
    change: (event) => (event.type === 'reached-out' && event.to === 'servicing-provider' ? null : event),
  }),
];
