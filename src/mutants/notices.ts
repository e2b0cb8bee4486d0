import type { LetterSections } from '../contract/index.ts';
import type { DomainEvent, Parts } from '../reference-impl/index.ts';
import { changing, withDesk } from './makers.ts';
import type { Mutant } from './mutant.ts';

type Parties = Parts['desk']['parties'];

const withParties = (
  id: string,
  breaks: string,
  summary: string,
  change: (...args: Parameters<Parties>) => ReturnType<Parties> | null,
): Mutant =>
  withDesk(id, breaks, summary, ({ parties }) => ({ parties: (made) => change(made) ?? parties(made) }));

const withoutSections = (
  id: string,
  breaks: string,
  summary: string,
  left: readonly (keyof LetterSections)[],
): Mutant =>
  withDesk(id, breaks, summary, ({ sections }) => ({
    sections: (...args) => {
      const letter = { ...sections(...args) };
      for (const section of left) delete letter[section];
      return letter;
    },
  }));

/** On receipt of what will plainly be approved, a letter that says so. */
function earlyLetter(event: DomainEvent, review: string | undefined): DomainEvent[] {
  if (
    event.type !== 'received' ||
    event.accepted.type === 'referral' ||
    event.accepted.channel !== 'portal' ||
    review !== 'meets'
  )
    return [event];
  const sections = { determination: 'Your request is approved.' };
  const about = { at: event.at, request: event.request, decision: 1, to: 'requesting-provider' as const };
  return [event, { ...about, type: 'letter-sent', address: 'requesting site', sections }];
}

/** Faults in what is told, to whom and when. */
export const noticeMutants: readonly Mutant[] = [
  changing(
    'approval-letter-on-receipt',
    'um.time.notice-order',
    'A print run that writes approvals as soon as a code is on the safe list, before anyone has decided.',
    (event, { world }) => {
      const code = event.type === 'received' ? event.accepted.procedure : '';
      const known = world.procedures.find((one) => one.code === code);
      return earlyLetter(event, known?.technology ? undefined : known?.review);
    },
  ),
  withParties(
    'no-member-copy-of-approvals',
    'um.time.written-to-both-on-approval',
    'A letter template with one address field.',
    (made) => (made.outcome === 'denied' ? null : ['requesting-provider']),
  ),
  withParties(
    'no-provider-copy-of-approvals',
    'um.time.written-to-both-on-approval',
    'A portal that thinks posting it online tells the provider.',
    (made) => (made.outcome === 'approved' ? ['member'] : null),
  ),
  withParties(
    'member-told-of-missing-papers',
    'um.admin-denial.provider-only',
    'One mailing list for every denial.',
    (made) => (made.reason === 'missing-clinical-documentation' ? ['requesting-provider', 'member'] : null),
  ),
  withParties(
    'excluded-benefit-not-told-to-member',
    'um.admin-denial.member-issued',
    'Administrative denials all go to the provider.',
    (made) => (made.reason === 'excluded-benefit' ? ['requesting-provider'] : null),
  ),
  {
    id: 'denial-call-to-servicing-provider',
    breaks: 'um.adverse.phone-and-writing',
    summary: 'A call list built from the provider who would have done the service.',
    make: (parts) => ({
      ...parts,
      desk: {
        ...parts.desk,
        callee: (made) => (made.outcome === 'approved' ? 'requesting-provider' : 'servicing-provider'),
      },
    }),
  },
  withoutSections(
    'denial-without-specifics',
    'um.denial-letter.specific-information',
    'A form letter that says what, not why.',
    ['specificInformation'],
  ),
  withoutSections(
    'denial-without-condition',
    'um.denial-letter.clinical-and-reasons',
    'A template that leaves out the presenting condition.',
    ['presentingCondition'],
  ),
  withoutSections(
    'denial-without-reasons',
    'um.denial-letter.clinical-and-reasons',
    'Reasons stay in the reviewer’s notes.',
    ['reasons'],
  ),
  withoutSections(
    'denial-without-alternative',
    'um.denial-letter.alternative-treatment',
    'The alternative is recorded and never printed.',
    ['alternatives'],
  ),
  withoutSections(
    'denial-without-criteria',
    'um.denial-letter.criteria-summary',
    'Criteria are called proprietary and left out.',
    ['criteria'],
  ),
  withoutSections('denial-without-physician', 'um.denial-letter.physician-contact', 'No number to call.', [
    'physicianContact',
  ]),
  withoutSections(
    'denial-without-external-review',
    'um.denial-letter.appeal-rights',
    'The letter stops at the internal appeal.',
    ['externalReview'],
  ),
  {
    id: 'reconsideration-called-appeal',
    breaks: 'um.reconsideration.informal-not-appeal',
    summary: 'The appeal template is used for reconsiderations.',
    make: (parts) => ({
      ...parts,
      desk: {
        ...parts.desk,
        sections: (state, request, made) => {
          const letter = parts.desk.sections(state, request, made);
          return made.reconsideration
            ? { ...letter, determination: `Your appeal: ${letter.determination}` }
            : letter;
        },
      },
    }),
  },
];
