import { at } from '../../facts/values.ts';
import { asValue } from '../value.ts';
import {
  affiliationOf,
  always,
  covered,
  daysApart,
  diagnosesOf,
  type Entry,
  type EntryRule,
  hasLeft,
  isGiven,
  isReferral,
  nothing,
  realDate,
  textAt,
} from './entry.ts';

const REQUIRED = [
  'type',
  'member',
  'requester.name',
  'requester.phone',
  'service',
  'servicing.provider',
  'servicing.affiliation',
  'procedure',
  'start',
  'end',
];

const isPhone = (phone: string): boolean => {
  const digits = phone.replaceAll(/[^0-9]/g, '');
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  return national.length === 10 && !national.startsWith('0') && !national.startsWith('1');
};

const PHONES = ['requester.phone', 'servicing.contact.phone'];

/** How long remarks are: in characters as people count them (a line break as one), in UTF-16 units and in bytes. */
function remarksLengths(entry: Entry): readonly [characters: number, units: number, bytes: number] {
  const remarks = (textAt(entry, 'remarks') ?? '').split('\r\n').join('\n');
  return [Array.from(remarks).length, remarks.length, new TextEncoder().encode(remarks).length];
}

const CONTACT = ['servicing.contact.name', 'servicing.contact.phone'];

const TYPES = ['referral', 'outpatient', 'admission'];

/** No code: a refusal that names an entry of such a rule may go by another rule, so it is not held against this one. */
const NONE: readonly string[] = [];

/** The entry rules of every request. User Guide, Entering a Referral or Authorization; each is counted from the body and the world. */
export const ENTRY_RULES: readonly EntryRule[] = [
  {
    rule: 'portal.referral.required-fields',
    paths: [...REQUIRED, 'units'],
    codes: NONE,
    applies: always,
    wrong: (entry) => [
      ...REQUIRED.filter((path) => textAt(entry, path) === null),
      ...(isGiven(entry, 'units') ? [] : ['units']),
    ],
    given: (_, missing) => ({ missing }),
  },
  {
    rule: 'portal.referral.diagnosis-min-one',
    paths: ['diagnoses'],
    codes: NONE,
    applies: always,
    wrong: (entry) => diagnosesOf(entry).length === 0,
  },
  {
    rule: 'portal.referral.diagnosis-max-six',
    paths: ['diagnoses'],
    applies: (entry) => diagnosesOf(entry).length > 1,
    wrong: (entry) => diagnosesOf(entry).length > entry.figures.diagnosesMost.value,
    edge: (entry) => diagnosesOf(entry).length === entry.figures.diagnosesMost.value,
  },
  {
    rule: 'portal.referral.diagnosis-search',
    paths: ['diagnoses'],
    codes: NONE,
    applies: (entry) => diagnosesOf(entry).length > 0,
    wrong: (entry) =>
      diagnosesOf(entry).flatMap((code, index) =>
        entry.world.diagnoses.some((known) => known.code === code) ? [] : [`diagnoses.${index}`],
      ),
    given: (entry) => ({ diagnoses: diagnosesOf(entry) }),
  },
  {
    rule: 'portal.referral.remarks-max-255',
    paths: ['remarks'],
    applies: (entry) => textAt(entry, 'remarks') !== null,
    wrong: (entry) => remarksLengths(entry)[0] > entry.figures.remarksLength.value,
    edge: (entry) => remarksLengths(entry)[0] === entry.figures.remarksLength.value,
    open: (entry) => {
      const most = entry.figures.remarksLength.value;
      return remarksLengths(entry)[0] <= most && remarksLengths(entry).some((length) => length > most);
    },
    given: (entry) => ({ charactersOfRemarks: remarksLengths(entry)[0] }),
  },
  {
    rule: 'portal.referral.servicing-contact-entered',
    paths: CONTACT,
    codes: NONE,
    applies: always,
    wrong: (entry) => CONTACT.filter((path) => textAt(entry, path) === null),
    open: (entry) => {
      const { answer, body } = entry.exchange;
      const filled = ['name', 'phone'].some(
        (name) => at(answer, `servicingContact.${name}`) === at(body, `requester.${name}`),
      );
      return CONTACT.some((path) => textAt(entry, path) === null) && !filled;
    },
  },
  {
    rule: 'portal.viewer.retro-date-allowed',
    paths: ['start'],
    codes: ['out-of-range', 'not-allowed'],
    applies: ({ body, today }) => {
      const start = realDate(body.start);
      return body.type === 'admission' && start !== null && daysApart(start, today) === 1;
    },
    wrong: nothing,
    edge: always,
  },
  {
    rule: 'portal.referral.active-eligibility-required',
    paths: ['member'],
    applies: ({ member, body }) => member !== undefined && realDate(body.start) !== null,
    wrong: (entry) => {
      const { coverage, body, today } = entry;
      const atStart = !isReferral(entry) || covered(coverage, realDate(body.start) ?? '');
      return !(covered(coverage, today) && atStart);
    },
    edge: (entry) => entry.coverage.some(({ from, to }) => from === entry.today || to === entry.today),
    given: ({ body, coverage }) => ({
      member: asValue(body.member),
      coverage: asValue(coverage),
      start: asValue(body.start),
    }),
  },
  {
    rule: 'portal.referral.patient-must-be-selected',
    paths: ['member'],
    codes: NONE,
    applies: (entry) => textAt(entry, 'member') !== null,
    wrong: ({ member }) => member === undefined,
  },
  {
    rule: 'portal.referral.servicing-must-be-selected',
    paths: ['servicing.provider'],
    codes: NONE,
    applies: (entry) =>
      textAt(entry, 'servicing.provider') !== null && textAt(entry, 'servicing.affiliation') !== null,
    wrong: (entry) => affiliationOf(entry) === undefined,
    given: ({ body }) => ({
      servicingProvider: asValue(at(body, 'servicing.provider')),
      servicingAffiliation: asValue(at(body, 'servicing.affiliation')),
    }),
  },
  {
    rule: 'um.submit.oon-not-via-portal',
    paths: ['servicing.provider'],
    applies: (entry) => affiliationOf(entry) !== undefined,
    wrong: (entry) => {
      const known = affiliationOf(entry);
      const ended = !isReferral(entry) && known !== undefined && hasLeft(known, entry.today);
      return known?.network === false || ended;
    },
  },
  {
    rule: 'portal.referral.units-positive-integer',
    paths: ['units'],
    applies: (entry) => isGiven(entry, 'units'),
    wrong: ({ body: { units }, figures }) =>
      !(
        typeof units === 'number' &&
        Number.isInteger(units) &&
        units >= 1 &&
        units <= figures.unitsMost.value
      ),
    edge: ({ body: { units }, figures }) => units === 1 || units === figures.unitsMost.value,
  },
  {
    rule: 'portal.referral.date-range-required',
    paths: ['start', 'end'],
    codes: NONE,
    applies: (entry) => textAt(entry, 'start') !== null || textAt(entry, 'end') !== null,
    wrong: (entry) =>
      ['start', 'end'].filter((path) => textAt(entry, path) !== null && realDate(entry.body[path]) === null),
  },
  {
    rule: 'portal.referral.date-order',
    paths: ['end'],
    codes: ['order'],
    applies: ({ body }) => realDate(body.start) !== null && realDate(body.end) !== null,
    wrong: ({ body }) => (realDate(body.end) ?? '') < (realDate(body.start) ?? ''),
    edge: ({ body }) => body.start === body.end,
    given: ({ body }) => ({ start: asValue(body.start), end: asValue(body.end) }),
  },
  {
    rule: 'portal.referral.phone-area-code',
    paths: PHONES,
    applies: always,
    wrong: (entry) =>
      PHONES.filter((path) => {
        const phone = textAt(entry, path);
        return phone !== null && !isPhone(phone);
      }),
  },
  {
    rule: 'portal.type.status-is-not-creatable',
    paths: ['type'],
    codes: NONE,
    applies: (entry) => textAt(entry, 'type') !== null,
    wrong: (entry) => !TYPES.includes(textAt(entry, 'type') ?? ''),
  },
  {
    rule: 'um.time.urgent-flag',
    paths: ['urgency'],
    applies: (entry) => ['outpatient', 'admission'].includes(textAt(entry, 'type') ?? ''),
    wrong: (entry) => !['standard', 'urgent'].includes(textAt(entry, 'urgency') ?? ''),
  },
];
