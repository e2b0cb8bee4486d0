import { adjudicating } from '../makers.ts';
import type { Mutant } from '../mutant.ts';
import { about, categoryOf, deny, emergent, noReferral, pay } from './results.ts';

/** Faults in referrals, as claims show them. */
export const referrals: readonly Mutant[] = [
  adjudicating(
    'specialists-are-paid',
    'um.referral.required-for-specialist',
    'Referrals are not looked up.',
    pay(noReferral),
  ),
  adjudicating(
    'referral-not-found',
    'um.referral.late-payment-denial',
    'The referral is looked up by the wrong number.',
    deny('no-referral', (result, claim, state) => {
      const found = about(result, state)?.accepted;
      return found?.type === 'referral' && found.procedure === claim.procedure;
    }),
  ),
  adjudicating(
    'emergencies-need-referral',
    'um.referral.exempt-emergency',
    'A specialist’s code is a specialist’s code.',
    deny(
      'no-referral',
      (result, claim, state) => emergent(result, claim, state) && categoryOf(state, claim) === 'consultation',
    ),
  ),
  adjudicating(
    'ppo-needs-referral',
    'um.referral.exempt-ppo',
    'All products by the rules of one.',
    deny(
      'no-referral',
      (_result, { member }, state) => state.members.get(member)?.product.includes('PPO') === true,
    ),
  ),
  ...(
    [
      ['gynecology', 'um.referral.exempt-obgyn'],
      ['family-planning', 'um.referral.exempt-family-planning'],
      ['behavioral-health', 'um.referral.exempt-behavioral-health'],
      ['routine-vision', 'um.referral.exempt-routine-vision'],
    ] as const
  ).map(([category, rule]) =>
    adjudicating(
      `${category}-needs-referral`,
      rule,
      'The list of exemptions is a line short.',
      deny(
        'no-referral',
        ({ outcome }, claim, state) => outcome === 'paid' && categoryOf(state, claim) === category,
      ),
    ),
  ),
];
