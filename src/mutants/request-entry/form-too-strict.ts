import { fieldError } from '../../reference-impl/index.ts';
import { addingEntryCheck } from '../makers/entry-checks.ts';
import { DAY_MS } from '../makers/times.ts';
import type { Mutant } from '../mutant.ts';
import { daysBetween, notAllowed } from './entry-errors.ts';

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Faults in which the request form refuses what it must take. */
export const formTooStrict: readonly Mutant[] = [
  addingEntryCheck({
    id: 'remarks-of-250',
    breaks: 'portal.referral.remarks-max-255',
    summary: 'A column of 250, with some to spare for a signature.',
    find: ({ remarks }) =>
      typeof remarks === 'string' && [...remarks].length > 250 && [...remarks].length <= 255
        ? notAllowed('remarks', 'too long')
        : [],
  }),
  addingEntryCheck({
    id: 'five-diagnoses-at-most',
    breaks: 'portal.referral.diagnosis-max-six',
    summary: 'A form with five rows.',
    find: ({ diagnoses }) => (texts(diagnoses).length === 6 ? notAllowed('diagnoses', 'too many') : []),
  }),
  addingEntryCheck({
    id: 'lowest-code-forgotten',
    breaks: 'portal.referral.procedure-range',
    summary: 'A range with an open lower end.',
    find: ({ type, procedure }) =>
      type === 'referral' && procedure === '99201' ? notAllowed('procedure', 'not a visit code') : [],
  }),
  addingEntryCheck({
    id: 'coverage-ends-a-day-early',
    breaks: 'portal.referral.active-eligibility-required',
    summary: 'The end of a span is taken as exclusive.',
    find: ({ member }, { state, today }) =>
      state.members.get(String(member))?.coverage.some(({ to }) => to === today)
        ? notAllowed('member', 'not active')
        : [],
  }),
  addingEntryCheck({
    id: 'units-of-two-digits',
    breaks: 'portal.referral.units-positive-integer',
    summary: 'An input field of two characters.',
    find: ({ units }) =>
      Number.isInteger(units) && Number(units) > 99 && Number(units) <= 999
        ? notAllowed('units', 'too many')
        : [],
  }),
  addingEntryCheck({
    id: 'no-one-day-service',
    breaks: 'portal.referral.date-order',
    summary: 'The end has to be after the start.',
    find: ({ start, end }) =>
      start === end && start !== undefined ? [fieldError('end', 'order', 'must be later')] : [],
  }),
  addingEntryCheck({
    id: 'phones-with-dashes-only',
    breaks: 'portal.referral.phone-area-code',
    summary: 'A pattern that knows one notation.',
    find: ({ servicing }) => {
      const phone = (servicing as { contact?: { phone?: unknown } } | undefined)?.contact?.phone;
      return typeof phone === 'string' && /^\(/.test(phone)
        ? notAllowed('servicing.contact.phone', 'use dashes')
        : [];
    },
  }),
  addingEntryCheck({
    id: 'adjacent-spans-overlap',
    breaks: 'portal.referral.distinct-date-span',
    summary: 'Spans are compared with their end day twice.',
    find: (draft, { state }) =>
      draft.type === 'referral' &&
      [...state.requests.values()].some(
        ({ accepted }) =>
          accepted.type === 'referral' &&
          accepted.member === draft.member &&
          daysBetween(accepted.end, draft.start) === 1,
      )
        ? [fieldError('start', 'overlap', 'overlaps')]
        : [],
  }),
  addingEntryCheck({
    id: 'referral-of-eleven-months',
    breaks: 'portal.referral.max-span-one-year',
    summary: 'A cap below the usual year.',
    find: ({ type, start, end }) =>
      type === 'referral' && daysBetween(start, end) >= 364
        ? [fieldError('end', 'out-of-range', 'too long')]
        : [],
  }),
  addingEntryCheck({
    id: 'no-stay-of-yesterday',
    breaks: 'portal.viewer.retro-date-allowed',
    summary: 'The first day may not lie in the past.',
    find: ({ type, start }, { today }) =>
      type === 'admission' && Date.parse(today) - Date.parse(String(start)) === DAY_MS
        ? [fieldError('start', 'out-of-range', 'not in the past')]
        : [],
  }),
];
