import { claimFamily } from '../family.ts';
import { type ClaimLook, onClaim, paid, payable, reason } from './look.ts';

const inside = (look: ClaimLook): boolean => look.facts.network && payable(look);
const forReferral = (look: ClaimLook): boolean => reason(look) === 'no-referral';

/** Specialist care that needs a referral. */
const needed = (look: ClaimLook): boolean =>
  inside(look) && look.facts.grid === 'referral' && look.facts.exemption === null;

const exempt = (kind: string) =>
  onClaim(
    (look) => inside(look) && look.facts.grid === 'referral' && look.facts.exemption === kind,
    (look) => !forReferral(look),
  );

/** Payment and referrals. Section 7, Referrals. */
export const claimReferral = claimFamily('claims and referrals', {
  'um.referral.required-for-specialist': onClaim(
    (look) => needed(look) && look.facts.approved === null,
    (look) => !paid(look),
  ),
  'um.referral.late-payment-denial': onClaim(
    (look) => needed(look) && look.facts.approved !== null,
    (look) => !forReferral(look),
  ),
  'um.referral.exempt-emergency': exempt('emergency'),
  'um.referral.exempt-obgyn': exempt('gynecology'),
  'um.referral.exempt-family-planning': exempt('family-planning'),
  'um.referral.exempt-behavioral-health': exempt('behavioral-health'),
  'um.referral.exempt-routine-vision': exempt('routine-vision'),
  'um.referral.exempt-ppo': exempt('ppo'),
});
