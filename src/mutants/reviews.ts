import { inNetwork, type PortalState, type RequestState } from '../reference-impl/index.ts';
import { changing, finding, preparing, withGate } from './makers.ts';
import type { Mutant } from './mutant.ts';

type Note = Extract<Parameters<Parameters<typeof preparing>[3]>[0], { type: 'reviewed' }>;

const isOutside = ({ world }: PortalState, { accepted }: RequestState): boolean =>
  accepted.outside !== null && !inNetwork(world, accepted.affiliation, accepted.start);

const continued = ({ accepted, revision }: RequestState): boolean =>
  accepted.reviewType === 'concurrent' || revision !== null;

/** A reviewer who writes down something else. */
const noting = (
  id: string,
  breaks: string,
  summary: string,
  change: (note: Note, request: RequestState, state: PortalState) => Partial<Note> | null,
): Mutant =>
  preparing(id, breaks, summary, (event, request, state) =>
    event.type === 'reviewed' ? { ...event, ...change(event, request, state) } : event,
  );

/** Faults in what is looked at before a decision, and in what is written down about it. */
export const reviewMutants: readonly Mutant[] = [
  noting(
    'support-staff-reviews',
    'um.pa.nurse-first-review',
    'Requests are screened by whoever is free.',
    (note, { accepted }) =>
      accepted.reviewType === 'preservice' ? { by: { ...note.by, role: 'support' } } : null,
  ),
  preparing(
    'admissions-go-through',
    'um.notice.all-admissions-reviewed',
    'An admission has happened anyway, so nobody looks at it.',
    (event, { accepted }) => (event.type === 'reviewed' && accepted.notification ? null : event),
  ),
  preparing(
    'outside-without-review',
    'um.oon.mn-review',
    'Requests outside the network are decided by contracting.',
    (event, request, state) => (event.type === 'reviewed' && isOutside(state, request) ? null : event),
  ),
  noting(
    'four-factors',
    'um.criteria.factors',
    'The review form has room for four factors.',
    ({ factors }) => ({ factors: factors.slice(0, 4) }),
  ),
  noting(
    'no-local-resources',
    'um.criteria.local-capacity',
    'An approval needs no word on local resources.',
    ({ criteriaMet }) => (criteriaMet ? { localResources: '' } : null),
  ),
  noting(
    'denied-by-criteria-alone',
    'um.decide.denial-considerations',
    'A denial names the criteria and nothing of the patient.',
    ({ criteriaMet }, request) => (criteriaMet || continued(request) ? null : { memberNeeds: '' }),
  ),
  noting(
    'stay-cut-by-criteria-alone',
    'um.concurrent.criteria-not-absolute',
    'The criteria for a stay are taken as absolute.',
    (_note, request) => (continued(request) ? { memberNeeds: '' } : null),
  ),
  noting(
    'no-certified-days',
    'um.concurrent.review-record',
    'Certified days are kept in a note outside the record.',
    (_note, request) => (continued(request) ? { certifiedDays: null } : null),
  ),
  noting(
    'benefit-not-checked',
    'um.concurrent.benefit-check',
    'The benefit was checked once, at the first request.',
    (_note, request) => (continued(request) ? { benefitCovered: null } : null),
  ),
  noting(
    'eligibility-not-checked',
    'um.status.approved-basis',
    'Eligibility is left to the claims system.',
    (_note, request) => (continued(request) ? null : { eligible: null }),
  ),
  noting('approved-by-habit', 'um.mn.definition', 'The definition is a box that nobody ticks.', () => ({
    definition: { appropriate: false, effective: false, evidence: false },
  })),
  changing(
    'no-criteria-named',
    'um.mn.written-criteria',
    'The decision screen has no field for criteria.',
    (event) => {
      if (event.type !== 'decided') return event;
      const { criteria: _left, ...rest } = event;
      return rest;
    },
  ),
  changing(
    'criteria-out-of-date',
    'um.criteria.annual-review',
    'An old guideline stayed in the drop-down list.',
    (event) =>
      event.type === 'decided' && event.criteria ? { ...event, criteria: 'retired-guideline' } : event,
  ),
  changing(
    'criteria-of-a-consultant',
    'um.criteria.source',
    'A consultant’s rules are tried out in production.',
    (event) =>
      event.type === 'decided' && event.criteria ? { ...event, criteria: 'consultant-rules' } : event,
  ),
  changing(
    'override-to-deny',
    'um.criteria.override-approve-only',
    'The override button is there for denials, too.',
    (event) =>
      event.type === 'decided' && event.outcome === 'denied' && event.basis === 'medical-necessity'
        ? { ...event, override: true }
        : event,
  ),
  finding(
    'cut-units-are-administrative',
    'um.denial.definition',
    'Cutting units is booked as a benefit limit.',
    (found) =>
      found.outcome === 'partial'
        ? { ...found, basis: 'administrative', reason: 'exhausted-benefit' }
        : found,
  ),
  finding(
    'denied-for-the-diagnosis',
    'um.mn.no-diagnosis-only',
    'A list of diagnoses that are never approved.',
    (found, { accepted }) =>
      accepted.diagnoses[0] === 'M54.50' && found.outcome === 'approved'
        ? {
            outcome: 'denied',
            basis: 'medical-necessity',
            reason: 'Not covered for M54.50.',
            unitsGranted: 0,
          }
        : found,
  ),
  changing(
    'asks-for-too-much',
    'um.info.relevant-only',
    'One standard letter asks for everything.',
    (event) =>
      event.type === 'information-requested' ? { ...event, items: [...event.items, 'tax-return'] } : event,
  ),
  preparing(
    'no-specialist-asked',
    'um.denial.specialist-review',
    'Complex cases are decided like any other.',
    (event) =>
      event.type === 'consulted' && (event.because === 'complex' || event.because === 'new-technology')
        ? null
        : event,
  ),
  {
    id: 'physician-decides-new-technology',
    breaks: 'um.tech.urgent-medical-director',
    summary: 'Whoever is on call decides urgent requests for new technology.',
    make: (parts) => ({
      ...parts,
      desk: {
        ...parts.desk,
        decider: (found, request, state) => {
          const role = parts.desk.decider(found, request, state);
          return role === 'medical-director' ? 'physician' : role;
        },
      },
    }),
  },
  finding(
    'new-technology-goes-through',
    'um.tech.committee',
    'A new technology is approved as soon as it has a code.',
    (found, { accepted }) =>
      accepted.procedure === 'C9757' && found.outcome === 'denied'
        ? {
            outcome: 'approved',
            basis: 'medical-necessity',
            reason: 'It has a code.',
            unitsGranted: accepted.units,
          }
        : found,
  ),
  changing(
    'no-level-of-care',
    'um.notice.admission-level-determination',
    'An admission is approved or not; the level is left open.',
    (event) => {
      if (event.type !== 'decided') return event;
      const { levelOfCare: _left, ...rest } = event;
      return rest;
    },
  ),
  preparing(
    'question-not-asked',
    'um.pa.contact-on-question',
    'A question about the setting is settled by guessing.',
    (event) => (event.type === 'reached-out' && event.to === 'servicing-provider' ? null : event),
  ),
  preparing(
    'no-outreach',
    'um.info.outreach-before-denial',
    'Denials go out on the file as it is.',
    (event) => (event.type === 'reached-out' && event.about === 'potential-denial' ? null : event),
  ),
  preparing(
    'no-peer-offered',
    'um.denial.pre-denial-discussion',
    'The offer of a discussion stands in the denial letter only.',
    (event) => (event.type === 'discussion-offered' ? null : event),
  ),
  {
    id: 'waits-for-an-answer',
    breaks: 'um.info.decide-without-response',
    summary: 'A request rests until the provider calls back.',
    make: (parts) => ({
      ...parts,
      desk: {
        ...parts.desk,
        actAt: (open) =>
          open.duty === 'decision' &&
          open.request.notes.some((note) => note.type === 'reached-out' && note.respondBy !== null)
            ? null
            : parts.desk.actAt(open),
      },
    }),
  },
  withGate(
    'nurse-discusses',
    'um.denial.discussion-with-physician',
    'The nurse who knows the file holds the discussion.',
    'discuss',
    (gate) => (role) => (role === 'nurse' ? null : gate(role)),
  ),
];
