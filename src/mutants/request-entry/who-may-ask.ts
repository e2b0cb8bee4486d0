import type { PortalState } from '../../reference-impl/index.ts';
import {
  addingEntryCheck,
  type EntryDraft,
  ignoringEntryErrors,
  skippingEntryCheck,
} from '../makers/entry-checks.ts';
import { categoryOf, type Mutant } from '../mutant.ts';
import { daysBetween, notAllowed } from './entry-errors.ts';
import { acceptingDelegatedCare } from './makers.ts';

/** The last day in the network of the affiliation that a draft names; null where no day is set. */
const lastDayOf = (servicing: unknown, { world }: PortalState): string | null =>
  world.providers
    .flatMap(({ affiliations }) => affiliations)
    .find(({ id }) => id === (servicing as { affiliation?: unknown } | undefined)?.affiliation)
    ?.networkUntil ?? null;

const isConcurrent = ({ reviewType }: EntryDraft): boolean => reviewType === 'concurrent';

/** Faults in who may ask, for which care, and when. */
export const whoMayAsk: readonly Mutant[] = [
  skippingEntryCheck({
    id: 'any-site-may-refer',
    breaks: 'um.referral.pcp-only',
    summary: 'The PCP is not looked at.',
    check: 'primary-care-site',
  }),
  skippingEntryCheck({
    id: 'out-of-network-taken',
    breaks: 'um.submit.oon-not-via-portal',
    summary: 'Network status is a matter for claims.',
    check: 'servicing-network',
    when: ({ servicing }, { state }) => lastDayOf(servicing, state) === null,
  }),
  skippingEntryCheck({
    id: 'contract-has-ended',
    breaks: 'um.referral.allowed-specialist-network',
    summary: 'Whoever was ever in the network is in it.',
    check: 'servicing-network',
    when: ({ servicing, type }, { state }) => type === 'referral' && lastDayOf(servicing, state) !== null,
  }),
  ignoringEntryErrors({
    id: 'urgency-optional',
    breaks: 'um.time.urgent-flag',
    summary: 'A request without urgency is taken as standard.',
    check: 'review-entries',
    keep: ({ path }) => path !== 'urgency',
  }),
  addingEntryCheck({
    id: 'referral-refused-on-day-90',
    breaks: 'um.referral.within-90-days',
    summary: 'A window of 89 days, and a refusal where a flag is due.',
    find: ({ type, start }, { today }) =>
      type === 'referral' && daysBetween(start, today) >= 90 ? notAllowed('start', 'too late') : [],
  }),
  // The sister site of the same group may refer too.
  {
    id: 'sister-site-may-refer',
    breaks: 'um.referral.pcp-only',
    summary: 'The group is compared, not the site.',
    make: (parts) => ({
      ...parts,
      checks: parts.checks.map((check) =>
        check.name === 'primary-care-site'
          ? {
              ...check,
              find: (draft, context) =>
                context.site.startsWith('site-pcp') ? [] : check.find(draft, context),
            }
          : check,
      ),
    }),
  },
  skippingEntryCheck({
    id: 'anybody-asks',
    breaks: 'um.valid.initiator',
    summary: 'Whoever has an account may ask for anybody.',
    check: 'initiator',
    when: (draft, { state }) => !isConcurrent(draft) && categoryOf(state, draft.procedure) !== 'equipment',
  }),
  skippingEntryCheck({
    id: 'anybody-orders-equipment',
    breaks: 'um.dme.requester',
    summary: 'Equipment is ordered like office supplies.',
    check: 'initiator',
    when: (draft, { state }) => !isConcurrent(draft) && categoryOf(state, draft.procedure) === 'equipment',
  }),
  addingEntryCheck({
    id: 'vendors-may-not-ask',
    breaks: 'um.dme.requester',
    summary: 'Vendors are no providers.',
    find: (_draft, { state, site }) =>
      state.world.sites.find(({ id }) => id === site)?.kind === 'vendor'
        ? [{ path: 'requestingSite', code: 'not-involved', detail: 'vendors may not ask' }]
        : [],
  }),
  skippingEntryCheck({
    id: 'anybody-continues-care',
    breaks: 'um.concurrent.request-source',
    summary: 'More days are granted to whoever asks.',
    check: 'initiator',
    when: isConcurrent,
  }),
  skippingEntryCheck({
    id: 'requester-outside-the-network',
    breaks: 'um.valid.network-provider',
    summary: 'Only the servicing provider’s network status is looked at.',
    check: 'requesting-network',
  }),
  skippingEntryCheck({
    id: 'active-today-is-enough',
    breaks: 'um.valid.member-active-at-service',
    summary: 'Eligibility is looked up for today.',
    check: 'member-active',
    when: (draft, { state, today }) =>
      draft.type !== 'referral' &&
      state.members
        .get(String(draft.member))
        ?.coverage.some(({ from, to }) => from <= today && (to === undefined || today <= to)) === true,
  }),
  skippingEntryCheck({
    id: 'any-template-will-do',
    breaks: 'um.valid.portal-template',
    summary: 'One form for everything, with a drop-down for the setting.',
    check: 'template-fits',
  }),
  skippingEntryCheck({
    id: 'agreement-not-read',
    breaks: 'um.referral.allowed-within-agreement',
    summary: 'Exclusions are looked at when the claim comes.',
    check: 'within-agreement',
  }),
  addingEntryCheck({
    id: 'nothing-after-the-fact',
    breaks: 'um.program.review-types',
    summary: 'The form takes future dates only.',
    find: ({ end, type }, { today }) =>
      type !== 'referral' && typeof end === 'string' && end < today
        ? [{ path: 'reviewType', code: 'not-allowed', detail: 'this service is over' }]
        : [],
  }),
  addingEntryCheck({
    id: 'outpatient-courses-not-continued',
    breaks: 'um.concurrent.scope',
    summary: 'Concurrent review is for hospitals.',
    find: ({ reviewType, setting }) =>
      reviewType === 'concurrent' && setting !== 'inpatient'
        ? [{ path: 'reviewType', code: 'not-allowed', detail: 'for stays only' }]
        : [],
  }),
  acceptingDelegatedCare({
    id: 'imaging-in-house',
    breaks: 'um.delegate.evicore-services',
    summary: 'Imaging is reviewed in house.',
    category: 'imaging',
  }),
  acceptingDelegatedCare({
    id: 'sleep-in-house',
    breaks: 'um.delegate.sleep-direct',
    summary: 'Sleep studies are a kind of visit.',
    category: 'sleep',
    medicaid: false,
  }),
  acceptingDelegatedCare({
    id: 'sleep-of-medicaid-in-house',
    breaks: 'um.delegate.sleep-all-lines',
    summary: 'The sleep vendor was set up for the commercial lines.',
    category: 'sleep',
    medicaid: true,
  }),
  acceptingDelegatedCare({
    id: 'therapy-in-house',
    breaks: 'um.delegate.bh-optum',
    summary: 'Psychotherapy is a visit like any other.',
    category: 'behavioral-health',
  }),
  acceptingDelegatedCare({
    id: 'drugs-in-house',
    breaks: 'um.delegate.cvs-scope',
    summary: 'Infused drugs are thought to be medical.',
    category: 'drug',
  }),
];
