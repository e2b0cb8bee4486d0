import { changingAdjudication } from '../makers/claims.ts';
import type { Mutant } from '../mutant.ts';
import {
  authorizationOf,
  categoryOfClaim,
  deny,
  emergent,
  needingReferral,
  noReferral,
  pay,
} from './results.ts';

/** Faults in referrals, as claims show them. */
export const referrals: readonly Mutant[] = [
  changingAdjudication({
    id: 'specialists-are-paid',
    breaks: 'um.referral.required-for-specialist',
    summary: 'Referrals are not looked up.',
    change: pay(noReferral),
  }),
  changingAdjudication({
    id: 'referral-not-found',
    breaks: 'um.referral.late-payment-denial',
    summary: 'The referral is looked up by the wrong number.',
    change: deny('no-referral', (result, claim, state) => {
      const found = authorizationOf(result, state)?.accepted;
      return found?.type === 'referral' && found.procedure === claim.procedure;
    }),
  }),
  changingAdjudication({
    id: 'emergencies-need-referral',
    breaks: 'um.referral.exempt-emergency',
    summary: 'A specialist’s code is a specialist’s code.',
    change: deny(
      'no-referral',
      (result, claim, state) =>
        emergent(result, claim, state) && categoryOfClaim(state, claim) === 'consultation',
    ),
  }),
  changingAdjudication({
    id: 'ppo-needs-referral',
    breaks: 'um.referral.exempt-ppo',
    summary: 'All products by the rules of one.',
    change: deny(
      'no-referral',
      (_result, { member }, state) => state.members.get(member)?.product.includes('PPO') === true,
    ),
  }),
  changingAdjudication({
    id: 'gynecology-needs-referral',
    breaks: 'um.referral.exempt-obgyn',
    summary: 'The list of exemptions is a line short.',
    change: needingReferral('gynecology'),
  }),
  changingAdjudication({
    id: 'family-planning-needs-referral',
    breaks: 'um.referral.exempt-family-planning',
    summary: 'The list of exemptions is a line short.',
    change: needingReferral('family-planning'),
  }),
  changingAdjudication({
    id: 'behavioral-health-needs-referral',
    breaks: 'um.referral.exempt-behavioral-health',
    summary: 'The list of exemptions is a line short.',
    change: needingReferral('behavioral-health'),
  }),
  changingAdjudication({
    id: 'routine-vision-needs-referral',
    breaks: 'um.referral.exempt-routine-vision',
    summary: 'The list of exemptions is a line short.',
    change: needingReferral('routine-vision'),
  }),
  changingAdjudication({
    id: 'any-group-of-the-doctor',
    breaks: 'portal.referral.servicing-site-payment-risk',
    summary: 'A referral is matched by the doctor, whatever the group.',
    change: (result, claim, state) => {
      const doctor = state.world.providers.find(({ affiliations }) =>
        affiliations.some(({ id }) => id === claim.affiliation),
      );
      const referral = [...state.requests.values()].find(
        ({ accepted }) =>
          accepted.type === 'referral' &&
          accepted.member === claim.member &&
          accepted.provider === doctor?.id,
      );
      return result.authorization === null && referral ? { authorization: referral.id } : null;
    },
  }),
  changingAdjudication({
    id: 'the-very-code-only',
    breaks: 'portal.referral.procedure-exact-code-not-needed',
    summary: 'A claim has to name the code of the referral.',
    change: (result, claim, state) => {
      const about = state.requests.get(result.authorization ?? '');
      if (about?.accepted.type !== 'referral' || about.accepted.procedure === claim.procedure) return null;
      return {
        outcome: 'denied',
        reason: 'no-referral',
        issuedTo: 'provider',
        unitsPaid: 0,
        memberLiability: 0,
      };
    },
  }),
];
