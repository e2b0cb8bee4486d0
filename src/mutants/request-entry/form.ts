import type { Parts } from '../../reference-impl/index.ts';
import { changingAnswers } from '../makers/answers.ts';
import { ignoringEntryErrors, skippingEntryCheck } from '../makers/entry-checks.ts';
import { type Mutant, replacingParts } from '../mutant.ts';
import { withoutStatusOf } from './makers.ts';

/** A refused submission leaves a draft in the records. */
function keepingRefusedDrafts(parts: Parts): Parts {
  return {
    ...parts,
    answer: (answer, context) => {
      const { state } = context;
      if (context.operation === 'submit-request' && answer.status === 422 && state) {
        const seq = state.feed.length + 1;
        const at = new Date(state.now).toISOString();
        state.feed.push({
          seq,
          at,
          request: `draft-${seq}`,
          type: 'received',
          requestType: 'referral',
          reviewType: 'preservice',
        });
      }
      return parts.answer(answer, context);
    },
  };
}

/** Faults in what the request form takes, and in what it answers. */
export const form: readonly Mutant[] = [
  ignoringEntryErrors({
    id: 'requester-name-optional',
    breaks: 'portal.referral.required-fields',
    summary: 'The requester’s name is filled in “later”.',
    check: 'required-entries',
    keep: ({ path }) => path !== 'requester.name',
  }),
  skippingEntryCheck({
    id: 'no-diagnosis-needed',
    breaks: 'portal.referral.diagnosis-min-one',
    summary: 'Diagnoses are optional.',
    check: 'diagnosis-minimum',
  }),
  skippingEntryCheck({
    id: 'remarks-of-any-length',
    breaks: 'portal.referral.remarks-max-255',
    summary: 'Nobody limits the remarks.',
    check: 'remarks-length',
  }),
  skippingEntryCheck({
    id: 'seven-diagnoses',
    breaks: 'portal.referral.diagnosis-max-six',
    summary: 'A list without an end.',
    check: 'diagnosis-maximum',
  }),
  ignoringEntryErrors({
    id: 'any-diagnosis-code',
    breaks: 'portal.referral.diagnosis-search',
    summary: 'A free-text diagnosis field.',
    check: 'diagnoses-listed',
    keep: ({ code }) => code === 'duplicate',
  }),
  skippingEntryCheck({
    id: 'any-procedure-for-a-referral',
    breaks: 'portal.referral.procedure-range',
    summary: 'One code list for every type.',
    check: 'consultation-range',
  }),
  skippingEntryCheck({
    id: 'any-service-for-a-referral',
    breaks: 'portal.referral.requested-service-consultation',
    summary: 'A free-text service field.',
    check: 'consultation-only',
  }),
  skippingEntryCheck({
    id: 'coverage-not-checked',
    breaks: 'portal.referral.active-eligibility-required',
    summary: 'Eligibility is left to the claim.',
    check: 'member-active',
    when: ({ type, member, start }, { state }) =>
      type === 'referral' ||
      state.members
        .get(String(member))
        ?.coverage.some(
          ({ from, to }) => from <= String(start) && (to === undefined || String(start) <= to),
        ) === true,
  }),
  skippingEntryCheck({
    id: 'member-typed-in',
    breaks: 'portal.referral.patient-must-be-selected',
    summary: 'A name in the member field is taken.',
    check: 'member-known',
  }),
  skippingEntryCheck({
    id: 'provider-typed-in',
    breaks: 'portal.referral.servicing-must-be-selected',
    summary: 'A provider in free text is taken.',
    check: 'servicing-known',
  }),
  skippingEntryCheck({
    id: 'any-number-of-units',
    breaks: 'portal.referral.units-positive-integer',
    summary: 'Units are a number of any kind.',
    check: 'units-whole',
  }),
  skippingEntryCheck({
    id: 'dates-not-checked',
    breaks: 'portal.referral.date-range-required',
    summary: 'Dates are text.',
    check: 'dates-real',
  }),
  skippingEntryCheck({
    id: 'end-before-start',
    breaks: 'portal.referral.date-order',
    summary: 'The two dates are checked one by one.',
    check: 'date-order',
  }),
  skippingEntryCheck({
    id: 'short-phone-numbers',
    breaks: 'portal.referral.phone-area-code',
    summary: 'Local numbers are enough.',
    check: 'phone-area-code',
  }),
  skippingEntryCheck({
    id: 'same-span-twice',
    breaks: 'portal.referral.distinct-date-span',
    summary: 'No look at earlier referrals.',
    check: 'referral-span',
  }),
  // The menu’s third entry is taken for an outpatient request.
  {
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
  },
  // Coverage is looked up by the day in UTC, so the last evening of a span is refused.
  {
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
  },
  changingAnswers({
    id: 'referral-without-status',
    breaks: 'portal.type.referral-real-time',
    summary: 'The answer is a thank-you; the status comes by mail.',
    operations: ['submit-request'],
    change: withoutStatusOf('referral'),
  }),
  changingAnswers({
    id: 'outpatient-without-status',
    breaks: 'portal.type.outpatient-real-time',
    summary: 'The answer is a thank-you; the status comes by mail.',
    operations: ['submit-request'],
    change: withoutStatusOf('outpatient'),
  }),
  changingAnswers({
    id: 'admission-without-status',
    breaks: 'portal.type.admission-real-time',
    summary: 'The answer is a thank-you; the status comes by mail.',
    operations: ['submit-request'],
    change: withoutStatusOf('admission'),
  }),
  {
    id: 'errors-without-fields',
    breaks: 'portal.referral.error-on-missing-required',
    summary: 'One line says that something is wrong.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) => {
        if (context.operation !== 'submit-request' || answer.status !== 422)
          return parts.answer(answer, context);
        const { errors: _errors, ...body } = answer.body as { errors?: unknown };
        return { ...answer, body };
      },
    }),
  },
  {
    id: 'refused-but-recorded',
    breaks: 'portal.referral.no-record-on-error',
    summary: 'Every submission is saved first and checked afterwards.',
    make: keepingRefusedDrafts,
    meddles: true,
  },
  {
    id: 'double-click-makes-two',
    breaks: 'portal.referral.submit-control',
    summary: 'Every POST is a new request.',
    make: (parts) => ({
      ...parts,
      events: (events, state) =>
        parts
          .events(events, state)
          .map((event) => (event.type === 'received' ? { ...event, key: null } : event)),
    }),
  },
  changingAnswers({
    id: 'code-needs-its-dot',
    breaks: 'portal.referral.diagnosis-search',
    summary: 'Codes are compared as they are stored.',
    operations: ['find-diagnoses'],
    change: (body, { query }) => {
      if (/^[A-Z]\d{2}\w+$/.test(String(query.query))) body.diagnoses = [];
    },
  }),
  replacingParts({
    id: 'requester-answers-for-the-specialist',
    breaks: 'portal.referral.servicing-contact-entered',
    summary: 'An empty contact is filled with that of the requester.',
    replace: ({ checks, events }) => ({
      checks: checks.map(({ name, find }) => ({
        name,
        find: (draft, context) =>
          find(draft, context).filter(
            ({ path, code }) => !(path.startsWith('servicing.contact.') && code === 'required'),
          ),
      })),
      events: (made, state) =>
        events(made, state).map((event) => {
          if (event.type !== 'received' || event.accepted.channel !== 'portal') return event;
          const { servicingContact: contact, requester } = event.accepted;
          const filled = { name: contact.name || requester.name, phone: contact.phone || requester.phone };
          return { ...event, accepted: { ...event.accepted, servicingContact: filled } };
        }),
    }),
  }),
];
