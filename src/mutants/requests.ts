import type { DomainEvent, PortalState } from '../reference-impl/index.ts';
import { atTheDoor, rowsOf } from './door.ts';
import { changing, finding, laxOn, strictOn, withGate } from './makers.ts';
import { categoryOf, faulty, type Mutant } from './mutant.ts';

type Draft = Parameters<Parameters<typeof laxOn>[4] & object>[0];

const isConcurrent = ({ reviewType }: Draft): boolean => reviewType === 'concurrent';

/** A portal that takes an item for sent where it was not. */
const presuming = (
  id: string,
  breaks: string,
  summary: string,
  item: string,
  fits: (event: Extract<DomainEvent, { type: 'received' }>, state: PortalState) => boolean,
): Mutant =>
  faulty(id, breaks, summary, (parts) => ({
    events: (events, state) => {
      const passed = parts.events(events, state);
      const taken = passed.find((event) => event.type === 'received');
      if (taken?.type !== 'received' || !fits(taken, state) || taken.accepted.information.includes(item))
        return passed;
      return passed.map((event): DomainEvent => {
        if (event.type === 'received') {
          const information = [...event.accepted.information, item];
          return { ...event, accepted: { ...event.accepted, information } };
        }
        return event.type === 'status-changed' && event.request === taken.request && event.from === null
          ? { ...event, to: 'MEDREVIEW' }
          : event;
      });
    },
  }));

const ofCategory =
  (category: string) =>
  (event: Extract<DomainEvent, { type: 'received' }>, state: PortalState): boolean =>
    categoryOf(state, event.accepted.procedure) === category;

/** Faults in who may ask, and with what. */
export const requestMutants: readonly Mutant[] = [
  laxOn(
    'anybody-asks',
    'um.valid.initiator',
    'Whoever has an account may ask for anybody.',
    'initiator',
    (draft, { state }) => !isConcurrent(draft) && categoryOf(state, draft.procedure) !== 'equipment',
  ),
  laxOn(
    'anybody-orders-equipment',
    'um.dme.requester',
    'Equipment is ordered like office supplies.',
    'initiator',
    (draft, { state }) => !isConcurrent(draft) && categoryOf(state, draft.procedure) === 'equipment',
  ),
  strictOn(
    'vendors-may-not-ask',
    'um.dme.requester',
    'Vendors are no providers.',
    (_draft, { state, site }) =>
      state.world.sites.find(({ id }) => id === site)?.kind === 'vendor'
        ? [{ path: 'requestingSite', code: 'not-involved', detail: 'vendors may not ask' }]
        : [],
  ),
  laxOn(
    'anybody-continues-care',
    'um.concurrent.request-source',
    'More days are granted to whoever asks.',
    'initiator',
    isConcurrent,
  ),
  laxOn(
    'requester-outside-the-network',
    'um.valid.network-provider',
    'Only the servicing provider’s network status is looked at.',
    'requesting-network',
  ),
  laxOn(
    'active-today-is-enough',
    'um.valid.member-active-at-service',
    'Eligibility is looked up for today.',
    'member-active',
    (draft, { state, today }) =>
      draft.type !== 'referral' &&
      state.members
        .get(String(draft.member))
        ?.coverage.some(({ from, to }) => from <= today && (to === undefined || today <= to)) === true,
  ),
  laxOn(
    'any-template-will-do',
    'um.valid.portal-template',
    'One form for everything, with a drop-down for the setting.',
    'template-fits',
  ),
  laxOn(
    'agreement-not-read',
    'um.referral.allowed-within-agreement',
    'Exclusions are looked at when the claim comes.',
    'within-agreement',
  ),
  presuming(
    'prescription-presumed',
    'um.valid.prescription',
    'Infusion pharmacies are known to have a prescription.',
    'prescription',
    ofCategory('infusion'),
  ),
  presuming(
    'enteral-prescription-presumed',
    'um.enteral.prescription',
    'The review form is thought to replace the prescription.',
    'prescription',
    ofCategory('enteral'),
  ),
  presuming(
    'enteral-form-without-quantity',
    'um.enteral.form',
    'The review form is there; what it says is not read.',
    'enteral-review-form',
    ofCategory('enteral'),
  ),
  presuming(
    'day-surgery-without-notes',
    'um.valid.clinical-docs',
    'For day surgery the diagnosis is enough.',
    'clinical-notes',
    ({ accepted }) => accepted.setting === 'surgical',
  ),
  presuming(
    'fax-without-a-form',
    'um.valid.paper-form',
    'A cover sheet counts as the form.',
    'authorization-form',
    ({ accepted }) => accepted.channel === 'mail' || accepted.channel === 'fax',
  ),
  atTheDoor(
    'equipment-looks-complete',
    'um.dme.attachments',
    'The receipt for equipment says nothing of what is missing.',
    ['submit-request'],
    (body, { state }) => {
      const [line] = rowsOf(body, 'lines');
      if (state && categoryOf(state, line?.code) === 'equipment') body.missing = [];
    },
  ),
  finding(
    'equipment-without-prescription',
    'um.dme.approval-precondition',
    'The vendor is trusted to have the prescription.',
    (found, { accepted }, state) =>
      categoryOf(state, accepted.procedure) === 'equipment' &&
      found.reason === 'missing-clinical-documentation'
        ? {
            outcome: 'approved',
            basis: 'medical-necessity',
            reason: 'Approved.',
            unitsGranted: accepted.units,
          }
        : found,
  ),
  atTheDoor(
    'receipt-asks-for-what-came',
    'um.valid.all-conditions',
    'Every receipt asks for clinical notes, whether they came or not.',
    ['submit-request'],
    (body) => {
      if (body.type !== 'referral' && rowsOf(body, 'missing').length === 0) body.missing = ['clinical-notes'];
    },
  ),
  changing(
    'observation-stays-open',
    'um.status.obs-to-inpatient-closes',
    'The stay gets a number of its own, and the observation keeps its own, too.',
    (event, _state, all) => {
      const taken = all.find(({ type }) => type === 'received');
      const closes =
        event.type === 'closed' || (event.type === 'status-changed' && event.cause === 'closure');
      return taken?.type === 'received' && closes && event.request !== taken.request ? null : event;
    },
  ),
  changing(
    'whatever-is-named-is-closed',
    'um.status.closed-basis',
    'A number in a notice closes the request that bears it, whoever asked for it.',
    (event, state, all) => {
      if (event.type !== 'received') return event;
      const named = state.requests.get(event.accepted.notification?.from ?? '');
      if (!named || named.closed || all.some(({ type }) => type === 'closed')) return event;
      const about = { at: event.at, request: named.id };
      return [
        event,
        { ...about, type: 'closed', reason: 'level-of-care-change' },
        { ...about, type: 'status-changed', from: named.status, to: 'CLOSED', cause: 'closure' },
      ];
    },
  ),
  finding(
    'excluded-by-mistake',
    'um.admin-denial.excluded-benefit',
    'The exclusion list is that of another product.',
    (found, { accepted }) =>
      accepted.procedure === 'G0299'
        ? { outcome: 'denied', basis: 'administrative', reason: 'excluded-benefit', unitsGranted: 0 }
        : found,
  ),
  finding(
    'exhausted-one-early',
    'um.admin-denial.benefit-exhausted',
    'The last visit of a benefit counts as used up.',
    (found, { accepted }) =>
      accepted.procedure === 'G0299'
        ? { outcome: 'denied', basis: 'administrative', reason: 'exhausted-benefit', unitsGranted: 0 }
        : found,
  ),
  finding(
    'documents-overlooked',
    'um.admin-denial.missing-docs',
    'Documents in the second attachment are not seen.',
    (found, { accepted }) =>
      accepted.procedure === '33361'
        ? {
            outcome: 'denied',
            basis: 'administrative',
            reason: 'missing-clinical-documentation',
            unitsGranted: 0,
          }
        : found,
  ),
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
  withGate(
    'fax-for-imaging-is-decided',
    'um.delegate.evicore-direct',
    'What comes by fax is reviewed here, whoever should.',
    'forDelegate',
    () => () => false,
  ),
];
