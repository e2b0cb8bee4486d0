import { fieldError } from '../core/refusal.ts';
import { type Check, date, object, text, texts } from './check.ts';

const missing = (path: string) => fieldError(path, 'required', `${path} is required`);

/** Every entry that the form needs. User Guide, Steps to create a Referral request. */
export const requiredEntries: Check = {
  name: 'required-entries',
  find: (draft) => {
    const servicing = object(draft.servicing);
    const entries: [string, unknown][] = [
      ['type', text(draft.type)],
      ['member', text(draft.member)],
      ['requester.name', text(object(draft.requester).name)],
      ['requester.phone', text(object(draft.requester).phone)],
      ['service', text(draft.service)],
      ['servicing.provider', text(servicing.provider)],
      ['servicing.affiliation', text(servicing.affiliation)],
      ['servicing.contact.name', text(object(servicing.contact).name)],
      ['servicing.contact.phone', text(object(servicing.contact).phone)],
      ['procedure', text(draft.procedure)],
      ['units', draft.units === '' ? null : (draft.units ?? null)],
      ['start', text(draft.start)],
      ['end', text(draft.end)],
    ];
    return entries.filter(([, value]) => value === null).map(([path]) => missing(path));
  },
};

/** One diagnosis at least. User Guide, the diagnosis step. */
export const diagnosisMinimum: Check = {
  name: 'diagnosis-minimum',
  find: (draft) => (texts(draft.diagnoses).length === 0 ? [missing('diagnoses')] : []),
};

/** Status is a view, not something to create. User Guide, request types. */
export const typeKnown: Check = {
  name: 'type-known',
  find: ({ type }) =>
    text(type) === null || ['referral', 'outpatient', 'admission'].includes(String(type))
      ? []
      : [fieldError('type', 'unknown', 'type is referral, outpatient or admission')],
};

/** Urgency and setting choose the time limit, so an authorization request needs them. */
export const reviewEntries: Check = {
  name: 'review-entries',
  find: (draft) => {
    if (draft.type !== 'outpatient' && draft.type !== 'admission') return [];
    const bad = [];
    const { urgency, setting, reviewType } = draft;
    if (urgency !== 'standard' && urgency !== 'urgent') bad.push(missing('urgency'));
    if (!['outpatient', 'observation', 'surgical', 'inpatient'].includes(String(setting)))
      bad.push(missing('setting'));
    if (
      reviewType !== undefined &&
      !['preservice', 'concurrent', 'retrospective'].includes(String(reviewType))
    ) {
      bad.push(fieldError('reviewType', 'unknown', 'reviewType is preservice, concurrent or retrospective'));
    }
    return bad;
  },
};

const digits = (phone: string): string => phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');

/** Phones carry their area code, in any usual notation. User Guide, the contact step. */
export const phoneAreaCode: Check = {
  name: 'phone-area-code',
  find: (draft) =>
    [
      ['requester.phone', object(draft.requester).phone] as const,
      ['servicing.contact.phone', object(object(draft.servicing).contact).phone] as const,
    ]
      .filter(([, phone]) => text(phone) !== null && !/^[2-9]\d{9}$/.test(digits(String(phone))))
      .map(([path]) => fieldError(path, 'format', `${path} needs ten digits with the area code`)),
};

/** Units are a whole number from 1, and only make sense once a procedure is chosen. */
export const unitsWhole: Check = {
  name: 'units-whole',
  find: ({ units }, { figures }) => {
    const most = figures.unitsMost.value;
    if (units === undefined || units === null || units === '') return [];
    return Number.isInteger(units) && (units as number) >= 1 && (units as number) <= most
      ? []
      : [fieldError('units', 'out-of-range', `units is a whole number from 1 to ${most}`)];
  },
};

export const datesReal: Check = {
  name: 'dates-real',
  find: (draft) =>
    ['start', 'end']
      .filter((path) => text(draft[path]) !== null && date(draft[path]) === null)
      .map((path) => fieldError(path, 'format', `${path} is a date that exists, as YYYY-MM-DD`)),
};

export const dateOrder: Check = {
  name: 'date-order',
  find: (draft) => {
    const [start, end] = [date(draft.start), date(draft.end)];
    return start !== null && end !== null && end < start
      ? [fieldError('end', 'order', 'end is not before start')]
      : [];
  },
};

/** Remarks hold so many characters, counted as code points. User Guide, Remarks. */
export const remarksLength: Check = {
  name: 'remarks-length',
  find: ({ remarks }, { figures }) => {
    const most = figures.remarksLength.value;
    if (remarks === undefined) return [];
    if (typeof remarks !== 'string') return [fieldError('remarks', 'format', 'remarks is text')];
    const length = [...remarks.replaceAll('\r\n', '\n')].length;
    return length > most
      ? [fieldError('remarks', 'too-long', `remarks holds ${most} characters, ${length} were sent`)]
      : [];
  },
};
