import type { CaseFile } from '../../facts/case-file.ts';
import { at } from '../../facts/values.ts';
import { asValue } from '../value.ts';
import {
  affiliationOf,
  always,
  daysApart,
  type Entry,
  type EntryRule,
  freshPcp,
  hasLeft,
  isReferral,
  nothing,
  realDate,
  textAt,
  valueAt,
} from './entry.ts';

/** Whether a code lies in the range of consultation codes; texts of five digits compare as their numbers do. */
const isConsultation = ({ figures }: Entry, code: string): boolean => {
  const { first, last } = figures.consultationCodes.value;
  return code >= first && code <= last && code.length === first.length;
};

/** Open referrals of the same member to the same affiliation, made earlier. */
const openReferrals = (entry: Entry): readonly CaseFile[] =>
  entry.earlier.filter(
    ({ type, submission, closed }) =>
      type === 'referral' &&
      closed === null &&
      submission !== null &&
      submission.body.member === entry.body.member &&
      at(submission.body, 'servicing.affiliation') === valueAt(entry, 'servicing.affiliation'),
  );

const isSameSpan = (entry: Entry): boolean =>
  openReferrals(entry).some(
    ({ submission }) =>
      submission?.body.start === entry.body.start && submission?.body.end === entry.body.end,
  );

/** Spans that merely touch or overlap an open referral: the documents leave open whether that is another span. */
const isDoubtfulSpan = (entry: Entry): boolean => {
  const [start, end] = [realDate(entry.body.start), realDate(entry.body.end)];
  if (!isReferral(entry) || start === null || end === null || isSameSpan(entry)) return false;
  return openReferrals(entry).some(({ submission }) => {
    const [from, to] = [realDate(submission?.body.start), realDate(submission?.body.end)];
    return from !== null && to !== null && start <= to && from <= end;
  });
};

const spanOf = ({ body }: { readonly body: Entry['body'] }) => ({
  start: asValue(body.start),
  end: asValue(body.end),
});

/** The days from the start to the end of a referral; null where it is none, or a date is missing. */
const daysOfReferral = (entry: Entry): number | null => {
  const [start, end] = [realDate(entry.body.start), realDate(entry.body.end)];
  return isReferral(entry) && start !== null && end !== null ? daysApart(start, end) : null;
};

/** The days by which a referral is backdated; null where it is none, or the start is missing. */
const daysBack = (entry: Entry): number | null => {
  const start = realDate(entry.body.start);
  return isReferral(entry) && start !== null ? daysApart(start, entry.today) : null;
};

/** The entry rules of referrals. User Guide, Referrals; Section 7, Referrals. */
export const REFERRAL_RULES: readonly EntryRule[] = [
  {
    rule: 'portal.referral.requested-service-consultation',
    paths: ['service'],
    applies: (entry) => isReferral(entry) && textAt(entry, 'service') !== null,
    wrong: (entry) => textAt(entry, 'service') !== 'consultation',
  },
  {
    rule: 'portal.referral.procedure-range',
    paths: ['procedure'],
    applies: (entry) => isReferral(entry) && textAt(entry, 'procedure') !== null,
    wrong: (entry) => !isConsultation(entry, textAt(entry, 'procedure') ?? ''),
    edge: (entry) =>
      Object.values(entry.figures.consultationCodes.value).includes(textAt(entry, 'procedure') ?? ''),
    // In the range, and assigned to nothing in the code table.
    open: (entry) => /^9920[6-9]$|^99210$/.test(textAt(entry, 'procedure') ?? ''),
  },
  {
    rule: 'um.referral.pcp-only',
    paths: ['requestingSite'],
    applies: (entry) => isReferral(entry) && entry.member !== undefined,
    wrong: (entry) => entry.pcp.site !== entry.site && !freshPcp(entry),
    // Assignments are refreshed once a day: for so long either site may be taken for the PCP’s.
    open: (entry) =>
      freshPcp(entry) && (entry.pcp.site === entry.site) !== (entry.member?.pcp.site === entry.site),
    given: ({ pcp, site }) => ({ requestingSite: site, siteOfPcp: pcp.site }),
  },
  {
    rule: 'portal.referral.distinct-date-span',
    paths: ['start', 'end'],
    codes: ['overlap'],
    applies: (entry) => isReferral(entry) && openReferrals(entry).length > 0,
    wrong: (entry) => (isSameSpan(entry) ? ['start'] : []),
    open: isDoubtfulSpan,
    given: (entry) => ({
      ...spanOf(entry),
      openReferrals: openReferrals(entry).map(({ submission }) => spanOf({ body: submission?.body ?? {} })),
    }),
  },
  {
    rule: 'um.referral.allowed-within-agreement',
    paths: ['procedure'],
    codes: [],
    applies: (entry) => isReferral(entry) && entry.member?.benefits !== undefined,
    wrong: ({ body, member }) => member?.benefits?.excluded.includes(String(body.procedure)) === true,
  },
  {
    rule: 'um.referral.allowed-specialist-network',
    paths: ['servicing.provider'],
    applies: (entry) => isReferral(entry) && affiliationOf(entry)?.networkUntil !== undefined,
    wrong: (entry) => {
      const known = affiliationOf(entry);
      return known !== undefined && hasLeft(known, entry.today);
    },
    edge: (entry) => affiliationOf(entry)?.networkUntil === entry.today,
    given: (entry) => ({
      servicingProvider: asValue(valueAt(entry, 'servicing.provider')),
      inNetworkUntil: affiliationOf(entry)?.networkUntil ?? null,
    }),
  },
  {
    rule: 'um.referral.within-90-days',
    paths: ['start'],
    codes: ['not-allowed', 'out-of-range'],
    applies: (entry) => (daysBack(entry) ?? 0) > 0,
    wrong: nothing,
    edge: (entry) => daysBack(entry) === entry.figures.referralBackdating.value,
    given: (entry) => {
      const days = daysBack(entry) ?? 0;
      return { daysAfterVisit: days, toldInTime: days <= entry.figures.referralBackdating.value };
    },
  },
  {
    rule: 'portal.referral.max-span-one-year',
    paths: ['end', 'start'],
    codes: ['out-of-range'],
    applies: (entry) => {
      const [days, most] = [daysOfReferral(entry), entry.figures.referralSpan.value];
      return days !== null && days >= most - 1 && days <= most;
    },
    wrong: nothing,
    edge: always,
  },
];
