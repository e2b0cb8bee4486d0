import type { DomainEvent } from '../../reference-impl/index.ts';
import { changingRecipients, omittingLetterSections } from '../makers/desk.ts';
import { changingEvents } from '../makers/events.ts';
import type { Mutant } from '../mutant.ts';

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

/** Faults in verbal and written notifications: what they say, to whom and when. */
export const notices: readonly Mutant[] = [
  changingEvents({
    id: 'approval-letter-on-receipt',
    breaks: 'um.time.notice-order',
    summary:
      'A print run that writes approvals as soon as a code is on the safe list, before anyone has decided.',
    change: (event, { world }) => {
      const code = event.type === 'received' ? event.accepted.procedure : '';
      const known = world.procedures.find((one) => one.code === code);
      return earlyLetter(event, known?.technology ? undefined : known?.review);
    },
  }),
  changingRecipients({
    id: 'no-member-copy-of-approvals',
    breaks: 'um.time.written-to-both-on-approval',
    summary: 'A letter template with one address field.',
    change: (made) => (made.outcome === 'denied' ? null : ['requesting-provider']),
  }),
  changingRecipients({
    id: 'no-provider-copy-of-approvals',
    breaks: 'um.time.written-to-both-on-approval',
    summary: 'The portal takes posting online for notification of the provider.',
    change: (made) => (made.outcome === 'approved' ? ['member'] : null),
  }),
  changingRecipients({
    id: 'member-told-of-missing-papers',
    breaks: 'um.admin-denial.provider-only',
    summary: 'One mailing list for every denial.',
    change: (made) =>
      made.reason === 'missing-clinical-documentation' ? ['requesting-provider', 'member'] : null,
  }),
  changingRecipients({
    id: 'excluded-benefit-not-told-to-member',
    breaks: 'um.admin-denial.member-issued',
    summary: 'Administrative denials all go to the provider.',
    change: (made) => (made.reason === 'excluded-benefit' ? ['requesting-provider'] : null),
  }),
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
  omittingLetterSections({
    id: 'denial-without-specifics',
    breaks: 'um.denial-letter.specific-information',
    summary: 'A form letter that says what, not why.',
    sections: ['specificInformation'],
  }),
  omittingLetterSections({
    id: 'denial-without-condition',
    breaks: 'um.denial-letter.clinical-and-reasons',
    summary: 'A template that leaves out the presenting condition.',
    sections: ['presentingCondition'],
  }),
  omittingLetterSections({
    id: 'denial-without-reasons',
    breaks: 'um.denial-letter.clinical-and-reasons',
    summary: 'Reasons stay in the reviewer’s notes.',
    sections: ['reasons'],
  }),
  omittingLetterSections({
    id: 'denial-without-alternative',
    breaks: 'um.denial-letter.alternative-treatment',
    summary: 'The alternative is recorded and never printed.',
    sections: ['alternatives'],
  }),
  omittingLetterSections({
    id: 'denial-without-criteria',
    breaks: 'um.denial-letter.criteria-summary',
    summary: 'Criteria are called proprietary and left out.',
    sections: ['criteria'],
  }),
  omittingLetterSections({
    id: 'denial-without-physician',
    breaks: 'um.denial-letter.physician-contact',
    summary: 'No number to call.',
    sections: ['physicianContact'],
  }),
  omittingLetterSections({
    id: 'denial-without-external-review',
    breaks: 'um.denial-letter.appeal-rights',
    summary: 'The letter stops at the internal appeal.',
    sections: ['externalReview'],
  }),
];
