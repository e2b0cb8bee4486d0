import { changingAnswers, rowsOf } from '../makers/answers.ts';
import { changingReview } from '../makers/desk.ts';
import { changingEvents, isOfCategory, presumingInformation } from '../makers/events.ts';
import { changingGate } from '../makers/gates.ts';
import { categoryOf, type Mutant } from '../mutant.ts';

/** Faults in what makes a request complete, by whatever channel it comes. */
export const validRequests: readonly Mutant[] = [
  presumingInformation({
    id: 'prescription-presumed',
    breaks: 'um.valid.prescription',
    summary: 'Infusion pharmacies are known to have a prescription.',
    item: 'prescription',
    when: isOfCategory('infusion'),
  }),
  presumingInformation({
    id: 'enteral-prescription-presumed',
    breaks: 'um.enteral.prescription',
    summary: 'The review form is thought to replace the prescription.',
    item: 'prescription',
    when: isOfCategory('enteral'),
  }),
  presumingInformation({
    id: 'enteral-form-without-quantity',
    breaks: 'um.enteral.form',
    summary: 'The review form is there; what it says is not read.',
    item: 'enteral-review-form',
    when: isOfCategory('enteral'),
  }),
  presumingInformation({
    id: 'day-surgery-without-notes',
    breaks: 'um.valid.clinical-docs',
    summary: 'For day surgery the diagnosis is enough.',
    item: 'clinical-notes',
    when: ({ accepted }) => accepted.setting === 'surgical',
  }),
  presumingInformation({
    id: 'fax-without-a-form',
    breaks: 'um.valid.paper-form',
    summary: 'A cover sheet counts as the form.',
    item: 'authorization-form',
    when: ({ accepted }) => accepted.channel === 'mail' || accepted.channel === 'fax',
  }),
  changingAnswers({
    id: 'equipment-looks-complete',
    breaks: 'um.dme.attachments',
    summary: 'The receipt for equipment says nothing of what is missing.',
    operations: ['submit-request'],
    change: (body, { state }) => {
      const [line] = rowsOf(body, 'lines');
      if (state && categoryOf(state, line?.code) === 'equipment') body.missing = [];
    },
  }),
  changingReview({
    id: 'equipment-without-prescription',
    breaks: 'um.dme.approval-precondition',
    summary: 'The vendor is trusted to have the prescription.',
    change: (found, { accepted }, state) =>
      categoryOf(state, accepted.procedure) === 'equipment' &&
      found.reason === 'missing-clinical-documentation'
        ? {
            outcome: 'approved',
            basis: 'medical-necessity',
            reason: 'Approved.',
            unitsGranted: accepted.units,
          }
        : found,
  }),
  changingAnswers({
    id: 'receipt-asks-for-what-came',
    breaks: 'um.valid.all-conditions',
    summary: 'Every receipt asks for clinical notes, whether they came or not.',
    operations: ['submit-request'],
    change: (body) => {
      if (body.type !== 'referral' && rowsOf(body, 'missing').length === 0) body.missing = ['clinical-notes'];
    },
  }),
  changingEvents({
    id: 'observation-stays-open',
    breaks: 'um.status.obs-to-inpatient-closes',
    summary: 'The stay gets a number of its own, and the observation keeps its own, too.',
    change: (event, _state, all) => {
      const taken = all.find(({ type }) => type === 'received');
      const closes =
        event.type === 'closed' || (event.type === 'status-changed' && event.cause === 'closure');
      return taken?.type === 'received' && closes && event.request !== taken.request ? null : event;
    },
  }),
  {
    id: 'fax-goes-nowhere',
    breaks: 'um.submit.fax-fallback',
    summary: 'The fax number rings in an empty room.',
    make: (parts) => ({
      ...parts,
      events: (events, state) => {
        const passed = parts.events(events, state);
        return passed.some((event) => event.type === 'received' && event.accepted.channel === 'fax')
          ? []
          : passed;
      },
    }),
  },
  changingGate({
    id: 'fax-for-imaging-is-decided',
    breaks: 'um.delegate.evicore-direct',
    summary: 'What comes by fax is reviewed here, whoever should.',
    gate: 'forDelegate',
    change: () => () => false,
  }),
];
