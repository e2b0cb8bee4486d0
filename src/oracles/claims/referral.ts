import type { CaseFile } from '../../facts/case-file.ts';
import { isBefore } from '../../facts/order.ts';
import { at, text } from '../../facts/values.ts';
import { claimChecks } from '../check.ts';
import { type ClaimLook, denied, notReason, onClaim, payable } from './look.ts';

const inside = (look: ClaimLook): boolean => look.situation.network && payable(look);

/** Specialist care that needs a referral. */
const needed = (look: ClaimLook): boolean =>
  inside(look) &&
  look.situation.grid === 'referral' &&
  look.situation.exemption === null &&
  // Of a stay the plan is told; it is no visit to a specialist.
  !['observation', 'inpatient'].includes(look.file.claim.place);

const exempt = (kind: string) =>
  onClaim(
    (look) => inside(look) && look.situation.grid === 'referral' && look.situation.exemption === kind,
    notReason('no-referral'),
  );

/** Referrals of the member to the same clinician at another group or site. */
function otherAffiliation({ file, facts }: ClaimLook): readonly CaseFile[] {
  const { claim, seq } = file;
  const clinician = facts.world.providers.find(({ affiliations }) =>
    affiliations.some(({ id }) => id === claim.affiliation),
  );
  return (facts.index.casesOfMember.get(claim.member) ?? []).filter(
    ({ type, received, submission }) =>
      type === 'referral' &&
      isBefore(received, { seq }) &&
      at(submission?.body, 'servicing.provider') === clinician?.id &&
      at(submission?.body, 'servicing.affiliation') !== claim.affiliation,
  );
}

/** Whether the approved referral names another visit code of the range than the claim. */
function otherCode({ situation, file, facts }: ClaimLook): boolean {
  const code = text(situation.approved?.submission?.body.procedure);
  const { first, last } = facts.pack.figures.consultationCodes.value;
  const range = (one: string): boolean => one >= first && one <= last;
  return code !== null && code !== file.claim.procedure && range(code) && range(file.claim.procedure);
}

/** Payment and referrals. Section 7, Referrals. */
export const claimReferral = claimChecks({
  'portal.referral.servicing-site-payment-risk': onClaim(
    (look) => inside(look) && otherAffiliation(look).length > 0,
    (look) => ({
      expected: { referralsOfOtherAffiliationUsed: [] },
      observed: {
        referralsOfOtherAffiliationUsed: otherAffiliation(look)
          .map(({ id }) => id)
          .filter((id) => id === look.file.made.authorization),
        affiliation: look.file.claim.affiliation,
      },
    }),
  ),
  'portal.referral.procedure-exact-code-not-needed': onClaim(
    (look) => needed(look) && otherCode(look),
    notReason('no-referral'),
  ),
  'um.referral.required-for-specialist': onClaim(
    (look) => needed(look) && look.situation.approved === null,
    denied,
  ),
  'um.referral.late-payment-denial': onClaim(
    (look) => needed(look) && look.situation.approved !== null,
    notReason('no-referral'),
    (look) => (otherCode(look) ? 'portal.referral.procedure-exact-code-not-needed' : null),
  ),
  'um.referral.exempt-emergency': exempt('emergency'),
  'um.referral.exempt-obgyn': exempt('gynecology'),
  'um.referral.exempt-family-planning': exempt('family-planning'),
  'um.referral.exempt-behavioral-health': exempt('behavioral-health'),
  'um.referral.exempt-routine-vision': exempt('routine-vision'),
  'um.referral.exempt-ppo': exempt('ppo'),
});
