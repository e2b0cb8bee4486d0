import { changingPreparation, changingReview } from '../makers/desk.ts';
import { changingEvents } from '../makers/events.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in what a decision rests on. */
export const decisionBasis: readonly Mutant[] = [
  changingEvents({
    id: 'no-criteria-named',
    breaks: 'um.mn.written-criteria',
    summary: 'The decision screen has no field for criteria.',
    change: (event) => {
      if (event.type !== 'decided') return event;
      const { criteria: _left, ...rest } = event;
      return rest;
    },
  }),
  changingEvents({
    id: 'criteria-out-of-date',
    breaks: 'um.criteria.annual-review',
    summary: 'An old guideline stayed in the drop-down list.',
    change: (event) =>
      event.type === 'decided' && event.criteria ? { ...event, criteria: 'retired-guideline' } : event,
  }),
  changingEvents({
    id: 'criteria-of-a-consultant',
    breaks: 'um.criteria.source',
    summary: 'A consultant’s rules are tried out in production.',
    change: (event) =>
      event.type === 'decided' && event.criteria ? { ...event, criteria: 'consultant-rules' } : event,
  }),
  changingEvents({
    id: 'override-to-deny',
    breaks: 'um.criteria.override-approve-only',
    summary: 'The override button is there for denials, too.',
    change: (event) =>
      event.type === 'decided' && event.outcome === 'denied' && event.basis === 'medical-necessity'
        ? { ...event, override: true }
        : event,
  }),
  changingReview({
    id: 'cut-units-are-administrative',
    breaks: 'um.denial.definition',
    summary: 'Cutting units is booked as a benefit limit.',
    change: (found) =>
      found.outcome === 'partial'
        ? { ...found, basis: 'administrative', reason: 'exhausted-benefit' }
        : found,
  }),
  changingReview({
    id: 'denied-for-the-diagnosis',
    breaks: 'um.mn.no-diagnosis-only',
    summary: 'A list of diagnoses that are never approved.',
    change: (found, { accepted }) =>
      accepted.diagnoses[0] === 'M54.50' && found.outcome === 'approved'
        ? {
            outcome: 'denied',
            basis: 'medical-necessity',
            reason: 'Not covered for M54.50.',
            unitsGranted: 0,
          }
        : found,
  }),
  changingEvents({
    id: 'asks-for-too-much',
    breaks: 'um.info.relevant-only',
    summary: 'One standard letter asks for everything.',
    change: (event) =>
      event.type === 'information-requested' ? { ...event, items: [...event.items, 'tax-return'] } : event,
  }),
  changingPreparation({
    id: 'no-specialist-asked',
    breaks: 'um.denial.specialist-review',
    summary: 'Complex cases are decided like any other.',
    change: (event) =>
      event.type === 'consulted' && (event.because === 'complex' || event.because === 'new-technology')
        ? null
        : event,
  }),
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
  changingReview({
    id: 'new-technology-goes-through',
    breaks: 'um.tech.committee',
    summary: 'A new technology is approved as soon as it has a code.',
    change: (found, { accepted }) =>
      accepted.procedure === 'C9757' && found.outcome === 'denied'
        ? {
            outcome: 'approved',
            basis: 'medical-necessity',
            reason: 'It has a code.',
            unitsGranted: accepted.units,
          }
        : found,
  }),
];
