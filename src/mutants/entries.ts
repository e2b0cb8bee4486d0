import type { FieldError } from '../contract/index.ts';
import { fieldError, type PortalState } from '../reference-impl/index.ts';
import { laxOn, strictOn, withCheck } from './makers.ts';
import type { Mutant } from './mutant.ts';

/** A portal in which one entry check finds less, or nothing. */
const lax = (
  id: string,
  breaks: string,
  name: string,
  summary: string,
  keep: (error: FieldError) => boolean = () => false,
): Mutant =>
  withCheck(id, breaks, summary, name, (find) => (draft, context) => find(draft, context).filter(keep));

const no = (path: string, detail: string): FieldError[] => [fieldError(path, 'not-allowed', detail)];
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const days = (from: unknown, to: unknown): number =>
  (Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000;

/** The last day in the network of the affiliation that a draft names; null where no day is set. */
const lastDayOf = (servicing: unknown, { world }: PortalState): string | null =>
  world.providers
    .flatMap(({ affiliations }) => affiliations)
    .find(({ id }) => id === (servicing as { affiliation?: unknown } | undefined)?.affiliation)
    ?.networkUntil ?? null;

const wrongLimit: readonly Mutant[] = [
  strictOn(
    'remarks-of-250',
    'portal.referral.remarks-max-255',
    'A column of 250, with some to spare for a signature.',
    ({ remarks }) =>
      typeof remarks === 'string' && [...remarks].length > 250 && [...remarks].length <= 255
        ? no('remarks', 'too long')
        : [],
  ),
  strictOn(
    'five-diagnoses-at-most',
    'portal.referral.diagnosis-max-six',
    'A form with five rows.',
    ({ diagnoses }) => (texts(diagnoses).length === 6 ? no('diagnoses', 'too many') : []),
  ),
  strictOn(
    'lowest-code-forgotten',
    'portal.referral.procedure-range',
    'A range with an open lower end.',
    ({ type, procedure }) =>
      type === 'referral' && procedure === '99201' ? no('procedure', 'not a visit code') : [],
  ),
  strictOn(
    'coverage-ends-a-day-early',
    'portal.referral.active-eligibility-required',
    'The end of a span is taken as exclusive.',
    ({ member }, { state, today }) =>
      state.members.get(String(member))?.coverage.some(({ to }) => to === today)
        ? no('member', 'not active')
        : [],
  ),
  strictOn(
    'units-of-two-digits',
    'portal.referral.units-positive-integer',
    'An input field of two characters.',
    ({ units }) =>
      Number.isInteger(units) && Number(units) > 99 && Number(units) <= 999 ? no('units', 'too many') : [],
  ),
  strictOn(
    'no-one-day-service',
    'portal.referral.date-order',
    'The end has to be after the start.',
    ({ start, end }) =>
      start === end && start !== undefined ? [fieldError('end', 'order', 'must be later')] : [],
  ),
  strictOn(
    'phones-with-dashes-only',
    'portal.referral.phone-area-code',
    'A pattern that knows one notation.',
    ({ servicing }) => {
      const phone = (servicing as { contact?: { phone?: unknown } } | undefined)?.contact?.phone;
      return typeof phone === 'string' && /^\(/.test(phone)
        ? no('servicing.contact.phone', 'use dashes')
        : [];
    },
  ),
  strictOn(
    'adjacent-spans-overlap',
    'portal.referral.distinct-date-span',
    'Spans are compared with their end day twice.',
    (draft, { state }) =>
      draft.type === 'referral' &&
      [...state.requests.values()].some(
        ({ accepted }) =>
          accepted.type === 'referral' &&
          accepted.member === draft.member &&
          days(accepted.end, draft.start) === 1,
      )
        ? [fieldError('start', 'overlap', 'overlaps')]
        : [],
  ),
  strictOn(
    'referral-refused-on-day-90',
    'um.referral.within-90-days',
    'A window of 89 days, and a refusal where a flag is due.',
    ({ type, start }, { today }) =>
      type === 'referral' && days(start, today) >= 90 ? no('start', 'too late') : [],
  ),
  strictOn(
    'referral-of-eleven-months',
    'portal.referral.max-span-one-year',
    'A cap below the usual year.',
    ({ type, start, end }) =>
      type === 'referral' && days(start, end) >= 364 ? [fieldError('end', 'out-of-range', 'too long')] : [],
  ),
];

const missing: readonly Mutant[] = [
  lax(
    'requester-name-optional',
    'portal.referral.required-fields',
    'required-entries',
    'The requester’s name is filled in “later”.',
    ({ path }) => path !== 'requester.name',
  ),
  lax(
    'no-diagnosis-needed',
    'portal.referral.diagnosis-min-one',
    'diagnosis-minimum',
    'Diagnoses are optional.',
  ),
  lax(
    'remarks-of-any-length',
    'portal.referral.remarks-max-255',
    'remarks-length',
    'Nobody limits the remarks.',
  ),
  lax('seven-diagnoses', 'portal.referral.diagnosis-max-six', 'diagnosis-maximum', 'A list without an end.'),
  lax(
    'any-diagnosis-code',
    'portal.referral.diagnosis-search',
    'diagnoses-listed',
    'A free-text diagnosis field.',
    ({ code }) => code === 'duplicate',
  ),
  lax(
    'any-procedure-for-a-referral',
    'portal.referral.procedure-range',
    'consultation-range',
    'One code list for every type.',
  ),
  lax(
    'any-service-for-a-referral',
    'portal.referral.requested-service-consultation',
    'consultation-only',
    'A free-text service field.',
  ),
  lax('any-site-may-refer', 'um.referral.pcp-only', 'primary-care-site', 'The PCP is not looked at.'),
  laxOn(
    'coverage-not-checked',
    'portal.referral.active-eligibility-required',
    'Eligibility is left to the claim.',
    'member-active',
    ({ type, member, start }, { state }) =>
      type === 'referral' ||
      state.members
        .get(String(member))
        ?.coverage.some(
          ({ from, to }) => from <= String(start) && (to === undefined || String(start) <= to),
        ) === true,
  ),
  lax(
    'member-typed-in',
    'portal.referral.patient-must-be-selected',
    'member-known',
    'A name in the member field is taken.',
  ),
  lax(
    'provider-typed-in',
    'portal.referral.servicing-must-be-selected',
    'servicing-known',
    'A provider in free text is taken.',
  ),
  laxOn(
    'out-of-network-taken',
    'um.submit.oon-not-via-portal',
    'Network status is a matter for claims.',
    'servicing-network',
    ({ servicing }, { state }) => lastDayOf(servicing, state) === null,
  ),
  laxOn(
    'contract-has-ended',
    'um.referral.allowed-specialist-network',
    'Whoever was ever in the network is in it.',
    'servicing-network',
    ({ servicing, type }, { state }) => type === 'referral' && lastDayOf(servicing, state) !== null,
  ),
  lax(
    'any-number-of-units',
    'portal.referral.units-positive-integer',
    'units-whole',
    'Units are a number of any kind.',
  ),
  lax('dates-not-checked', 'portal.referral.date-range-required', 'dates-real', 'Dates are text.'),
  lax(
    'end-before-start',
    'portal.referral.date-order',
    'date-order',
    'The two dates are checked one by one.',
  ),
  lax(
    'short-phone-numbers',
    'portal.referral.phone-area-code',
    'phone-area-code',
    'Local numbers are enough.',
  ),
  lax(
    'same-span-twice',
    'portal.referral.distinct-date-span',
    'referral-span',
    'No look at earlier referrals.',
  ),
  lax(
    'urgency-optional',
    'um.time.urgent-flag',
    'review-entries',
    'A request without urgency is taken as standard.',
    ({ path }) => path !== 'urgency',
  ),
  lax(
    'foreign-site-taken',
    'portal.referral.requesting-provider-changed-by-site',
    'own-site',
    'The requesting site is a field like any other.',
  ),
];

/** The sister site of the same group may refer too. */
const sisterSite: Mutant = {
  id: 'sister-site-may-refer',
  breaks: 'um.referral.pcp-only',
  summary: 'The group is compared, not the site.',
  make: (parts) => ({
    ...parts,
    checks: parts.checks.map((check) =>
      check.name === 'primary-care-site'
        ? {
            ...check,
            find: (draft, context) => (context.site.startsWith('site-pcp') ? [] : check.find(draft, context)),
          }
        : check,
    ),
  }),
};

/** The menu’s third entry is taken for an outpatient request. */
const statusAsType: Mutant = {
  id: 'status-as-a-type',
  breaks: 'portal.type.status-is-not-creatable',
  summary: 'An unknown type falls through to outpatient.',
  make: (parts) => ({
    ...parts,
    checks: parts.checks.filter(({ name }) => name !== 'type-known'),
    events: (events, state) =>
      parts
        .events(events, state)
        .map((event) =>
          event.type === 'received' && (event.accepted.type as string) === 'status'
            ? { ...event, accepted: { ...event.accepted, type: 'outpatient' as const } }
            : event,
        ),
  }),
};

/** Coverage is looked up by the day in UTC, so the last evening of a span is refused. */
const utcDay: Mutant = {
  id: 'eligibility-by-utc-day',
  breaks: 'portal.referral.active-eligibility-required',
  summary: 'The eligibility service runs on UTC.',
  make: (parts) => ({
    ...parts,
    checks: parts.checks.map((check) =>
      check.name === 'member-active'
        ? {
            ...check,
            find: (draft, context) =>
              check.find(draft, {
                ...context,
                today: new Date(context.state.now).toISOString().slice(0, 10),
              }),
          }
        : check,
    ),
  }),
};

/** Faults in what may be entered: too much is taken, or too little. */
export const entryMutants: readonly Mutant[] = [...missing, ...wrongLimit, statusAsType, sisterSite, utcDay];
