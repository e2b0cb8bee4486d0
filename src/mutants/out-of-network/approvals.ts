import { omittingPreparation } from '../makers/desk.ts';
import { changingEvents } from '../makers/events.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in what an approval outside the network needs. */
export const approvals: readonly Mutant[] = [
  omittingPreparation({
    id: 'profile-not-looked-up',
    breaks: 'um.oon.profile-check',
    summary: 'Nobody looks at the state board.',
    step: 'profile-checked',
  }),
  omittingPreparation({
    id: 'language-not-mentioned',
    breaks: 'um.oon.language-duty',
    summary: 'The notice to the provider is about prices.',
    step: 'obligations-told',
  }),
  omittingPreparation({
    id: 'no-agreement',
    breaks: 'um.oon.letter-of-agreement',
    summary: 'Terms are settled when the bill comes.',
    step: 'agreement-signed',
  }),
  changingEvents({
    id: 'one-agreement-for-all',
    breaks: 'um.oon.letter-of-agreement',
    summary: 'One letter of agreement for each provider.',
    change: (event) => (event.type === 'agreement-signed' ? { ...event, agreement: 'LOA-1' } : event),
  }),
  changingEvents({
    id: 'referral-outside-goes-through',
    breaks: 'um.referral.oon-needs-pa',
    summary: 'A referral is a referral.',
    change: (event, _state, all) => {
      const taken = all.find(({ type }) => type === 'received');
      const referral = taken?.type === 'received' && taken.accepted.type === 'referral';
      return referral && event.type === 'status-changed' && event.from === null
        ? { ...event, to: 'APPROVED' }
        : event;
    },
  }),
  changingEvents({
    id: 'behavioral-health-in-house',
    breaks: 'um.delegate.bh-oon-optum',
    summary: 'What comes by fax is decided by the plan’s own reviewers.',
    change: (event) => {
      if (event.type !== 'decided' || event.by.organization !== 'optum') return event;
      return { ...event, by: { role: event.by.role, user: event.by.user } };
    },
  }),
];
