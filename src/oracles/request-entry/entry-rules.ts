import { at } from '../../facts/values.ts';
import {
  affiliationOf,
  covered,
  diagnosesOf,
  type Entry,
  type EntryRule,
  freshPcp,
  hasLeft,
  isReferral,
  realDate,
  textAt,
  valueAt,
} from './entry.ts';

const always = (): boolean => true;
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

const phoneBad = (entry: Entry, path: string): boolean => {
  const phone = textAt(entry, path);
  if (phone === null) return false;
  const digits = phone.replaceAll(/[^0-9]/g, '');
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  return national.length !== 10 || national.startsWith('0') || national.startsWith('1');
};

/** How long remarks are: in characters as people count them (a line break as one), in UTF-16 units and in bytes. */
function remarksLengths(entry: Entry): readonly [characters: number, units: number, bytes: number] {
  const remarks = (textAt(entry, 'remarks') ?? '').split('\r\n').join('\n');
  return [Array.from(remarks).length, remarks.length, new TextEncoder().encode(remarks).length];
}

const CONTACT = ['servicing.contact.name', 'servicing.contact.phone'];

/** Whether a code lies in the range of consultation codes; texts of five digits compare as their numbers do. */
const consultation = ({ figures }: Entry, code: string | null): boolean => {
  const { first, last } = figures.consultationCodes.value;
  return code !== null && code >= first && code <= last && code.length === first.length;
};

const daysApart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** An open referral of the same member to the same affiliation, made earlier. */
const openReferrals = (entry: Entry) =>
  entry.earlier.filter(
    ({ type, submission, closed }) =>
      type === 'referral' &&
      closed === null &&
      submission !== null &&
      submission.body.member === entry.body.member &&
      valueAt({ ...entry, body: submission.body }, 'servicing.affiliation') ===
        valueAt(entry, 'servicing.affiliation'),
  );

const sameSpan = (entry: Entry): boolean =>
  openReferrals(entry).some(
    ({ submission }) =>
      submission?.body.start === entry.body.start && submission?.body.end === entry.body.end,
  );

/** Spans that merely touch or overlap an open referral: the documents leave open whether that is another span. */
const doubtfulSpan = (entry: Entry): boolean => {
  const [start, end] = [realDate(entry.body.start), realDate(entry.body.end)];
  if (!isReferral(entry) || start === null || end === null || sameSpan(entry)) return false;
  return openReferrals(entry).some(({ submission }) => {
    const [from, to] = [realDate(submission?.body.start), realDate(submission?.body.end)];
    return from !== null && to !== null && start <= to && from <= end;
  });
};

/** The entry rules that refuse a submission, each counted on its own from the body and the world. */
export const ENTRY_RULES: readonly EntryRule[] = [
  {
    rule: 'portal.referral.required-fields',
    applies: always,
    broken: (entry) => [
      ...REQUIRED.filter((path) => textAt(entry, path) === null),
      ...(valueAt(entry, 'units') === undefined || valueAt(entry, 'units') === null ? ['units'] : []),
    ],
  },
  {
    rule: 'portal.referral.diagnosis-min-one',
    applies: always,
    broken: (entry) => (diagnosesOf(entry).length === 0 ? ['diagnoses'] : []),
  },
  {
    rule: 'portal.referral.diagnosis-max-six',
    applies: (entry) => diagnosesOf(entry).length > 1,
    broken: (entry) => (diagnosesOf(entry).length > entry.figures.diagnosesMost.value ? ['diagnoses'] : []),
    edge: (entry) => diagnosesOf(entry).length === entry.figures.diagnosesMost.value,
  },
  {
    rule: 'portal.referral.diagnosis-search',
    applies: (entry) => diagnosesOf(entry).length > 0,
    broken: (entry) =>
      diagnosesOf(entry).flatMap((code, index) =>
        entry.world.diagnoses.some((known) => known.code === code) ? [] : [`diagnoses.${index}`],
      ),
  },
  {
    rule: 'portal.referral.remarks-max-255',
    applies: (entry) => textAt(entry, 'remarks') !== null,
    broken: (entry) => (remarksLengths(entry)[0] > entry.figures.remarksLength.value ? ['remarks'] : []),
    edge: (entry) => remarksLengths(entry)[0] === entry.figures.remarksLength.value,
    open: (entry) => {
      const most = entry.figures.remarksLength.value;
      return remarksLengths(entry)[0] <= most && remarksLengths(entry).some((length) => length > most);
    },
  },
  {
    rule: 'portal.referral.servicing-contact-entered',
    applies: always,
    broken: (entry) => CONTACT.filter((path) => textAt(entry, path) === null),
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
    applies: (entry) =>
      entry.body.type === 'admission' &&
      realDate(entry.body.start) !== null &&
      daysApart(realDate(entry.body.start) ?? '', entry.today) === 1,
    broken: () => [],
    edge: always,
  },
  {
    rule: 'portal.referral.requested-service-consultation',
    applies: (entry) => isReferral(entry) && textAt(entry, 'service') !== null,
    broken: (entry) => (textAt(entry, 'service') === 'consultation' ? [] : ['service']),
  },
  {
    rule: 'portal.referral.procedure-range',
    applies: (entry) => isReferral(entry) && textAt(entry, 'procedure') !== null,
    broken: (entry) => (consultation(entry, textAt(entry, 'procedure')) ? [] : ['procedure']),
    edge: (entry) =>
      Object.values(entry.figures.consultationCodes.value).includes(textAt(entry, 'procedure') ?? ''),
    // In the range, and assigned to nothing in the code table.
    open: (entry) => /^9920[6-9]$|^99210$/.test(textAt(entry, 'procedure') ?? ''),
  },
  {
    rule: 'um.referral.pcp-only',
    applies: (entry) => isReferral(entry) && entry.member !== undefined,
    broken: (entry) => (entry.pcp.site === entry.site || freshPcp(entry) ? [] : ['requestingSite']),
    // Assignments are refreshed once a day: for so long either site may be taken for the PCP’s.
    open: (entry) =>
      freshPcp(entry) && (entry.pcp.site === entry.site) !== (entry.member?.pcp.site === entry.site),
  },
  {
    rule: 'portal.referral.active-eligibility-required',
    applies: (entry) => entry.member !== undefined && realDate(entry.body.start) !== null,
    broken: (entry) =>
      covered(entry.coverage, entry.today) &&
      (!isReferral(entry) || covered(entry.coverage, realDate(entry.body.start) ?? ''))
        ? []
        : ['member'],
    edge: (entry) => entry.coverage.some(({ from, to }) => from === entry.today || to === entry.today),
  },
  {
    rule: 'portal.referral.patient-must-be-selected',
    applies: (entry) => textAt(entry, 'member') !== null,
    broken: (entry) => (entry.member ? [] : ['member']),
  },
  {
    rule: 'portal.referral.servicing-must-be-selected',
    applies: (entry) =>
      textAt(entry, 'servicing.provider') !== null && textAt(entry, 'servicing.affiliation') !== null,
    broken: (entry) => (affiliationOf(entry) ? [] : ['servicing.provider']),
  },
  {
    rule: 'um.submit.oon-not-via-portal',
    applies: (entry) => affiliationOf(entry) !== undefined,
    broken: (entry) => {
      const known = affiliationOf(entry);
      const ended = !isReferral(entry) && known !== undefined && hasLeft(known, entry.today);
      return known?.network === false || ended ? ['servicing.provider'] : [];
    },
  },
  {
    rule: 'portal.referral.units-positive-integer',
    applies: (entry) => valueAt(entry, 'units') !== undefined && valueAt(entry, 'units') !== null,
    broken: (entry) => {
      const units = valueAt(entry, 'units');
      return typeof units === 'number' &&
        Number.isInteger(units) &&
        units >= 1 &&
        units <= entry.figures.unitsMost.value
        ? []
        : ['units'];
    },
    edge: (entry) =>
      valueAt(entry, 'units') === 1 || valueAt(entry, 'units') === entry.figures.unitsMost.value,
  },
  {
    rule: 'portal.referral.date-range-required',
    applies: (entry) => textAt(entry, 'start') !== null || textAt(entry, 'end') !== null,
    broken: (entry) =>
      ['start', 'end'].filter((path) => textAt(entry, path) !== null && realDate(entry.body[path]) === null),
  },
  {
    rule: 'portal.referral.date-order',
    applies: (entry) => realDate(entry.body.start) !== null && realDate(entry.body.end) !== null,
    broken: (entry) => ((realDate(entry.body.end) ?? '') < (realDate(entry.body.start) ?? '') ? ['end'] : []),
    edge: (entry) => entry.body.start === entry.body.end,
  },
  {
    rule: 'portal.referral.phone-area-code',
    applies: always,
    broken: (entry) => ['requester.phone', 'servicing.contact.phone'].filter((path) => phoneBad(entry, path)),
  },
  {
    rule: 'portal.referral.distinct-date-span',
    applies: (entry) => isReferral(entry) && openReferrals(entry).length > 0,
    broken: (entry) => (sameSpan(entry) ? ['start'] : []),
    open: doubtfulSpan,
  },
  {
    rule: 'portal.type.status-is-not-creatable',
    applies: (entry) => textAt(entry, 'type') !== null,
    broken: (entry) =>
      ['referral', 'outpatient', 'admission'].includes(textAt(entry, 'type') ?? '') ? [] : ['type'],
  },
  {
    rule: 'um.time.urgent-flag',
    applies: (entry) => ['outpatient', 'admission'].includes(textAt(entry, 'type') ?? ''),
    broken: (entry) => (['standard', 'urgent'].includes(textAt(entry, 'urgency') ?? '') ? [] : ['urgency']),
  },
  {
    rule: 'um.referral.within-90-days',
    applies: (entry) =>
      isReferral(entry) &&
      realDate(entry.body.start) !== null &&
      daysApart(realDate(entry.body.start) ?? '', entry.today) > 0,
    broken: () => [],
    edge: (entry) =>
      daysApart(realDate(entry.body.start) ?? '', entry.today) === entry.figures.referralBackdating.value,
  },
  {
    rule: 'portal.referral.max-span-one-year',
    applies: (entry) => {
      const [start, end] = [realDate(entry.body.start), realDate(entry.body.end)];
      return (
        isReferral(entry) &&
        start !== null &&
        end !== null &&
        daysApart(start, end) >= entry.figures.referralSpan.value - 1 &&
        daysApart(start, end) <= entry.figures.referralSpan.value
      );
    },
    broken: () => [],
    edge: () => true,
  },
];
