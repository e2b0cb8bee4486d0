import type { CaseFile } from '../../facts/case-file.ts';
import { at, text } from '../../facts/values.ts';
import { claimFamily } from '../family.ts';
import { type ClaimLook, onClaim, paid, payable, reason } from './look.ts';

const inside = (look: ClaimLook): boolean => look.facts.network && payable(look);
const forReferral = (look: ClaimLook): boolean => reason(look) === 'no-referral';

/** Specialist care that needs a referral. */
const needed = (look: ClaimLook): boolean =>
  inside(look) &&
  look.facts.grid === 'referral' &&
  look.facts.exemption === null &&
  // Of a stay the plan is told; it is no visit to a specialist.
  !['observation', 'inpatient'].includes(look.file.claim.place);

const exempt = (kind: string) =>
  onClaim(
    (look) => inside(look) && look.facts.grid === 'referral' && look.facts.exemption === kind,
    (look) => !forReferral(look),
  );

/** Referrals of the member to the same clinician at another group or site. */
function otherAffiliation({ file, book }: ClaimLook): readonly CaseFile[] {
  const { claim, seq } = file;
  const clinician = book.world.providers.find(({ affiliations }) =>
    affiliations.some(({ id }) => id === claim.affiliation),
  );
  return (book.index.casesOfMember.get(claim.member) ?? []).filter(
    ({ type, received, submission }) =>
      type === 'referral' &&
      received.seq < seq &&
      at(submission?.body, 'servicing.provider') === clinician?.id &&
      at(submission?.body, 'servicing.affiliation') !== claim.affiliation,
  );
}

/** Whether the approved referral names another visit code of the range than the claim. */
function otherCode({ facts, file, book }: ClaimLook): boolean {
  const code = text(facts.approved?.submission?.body.procedure);
  const { first, last } = book.pack.figures.consultationCodes.value;
  const range = (one: string): boolean => one >= first && one <= last;
  return code !== null && code !== file.claim.procedure && range(code) && range(file.claim.procedure);
}

/** Payment and referrals. Section 7, Referrals. */
export const claimReferral = claimFamily('claims and referrals', {
  'portal.referral.servicing-site-payment-risk': onClaim(
    (look) => inside(look) && otherAffiliation(look).length > 0,
    (look) => !otherAffiliation(look).some(({ id }) => id === look.file.made.authorization),
  ),
  'portal.referral.procedure-exact-code-not-needed': onClaim(
    (look) => needed(look) && otherCode(look),
    (look) => !forReferral(look),
  ),
  'um.referral.required-for-specialist': onClaim(
    (look) => needed(look) && look.facts.approved === null,
    (look) => !paid(look),
  ),
  'um.referral.late-payment-denial': onClaim(
    (look) => needed(look) && look.facts.approved !== null,
    (look) => !forReferral(look),
    (look) => (otherCode(look) ? 'portal.referral.procedure-exact-code-not-needed' : null),
  ),
  'um.referral.exempt-emergency': exempt('emergency'),
  'um.referral.exempt-obgyn': exempt('gynecology'),
  'um.referral.exempt-family-planning': exempt('family-planning'),
  'um.referral.exempt-behavioral-health': exempt('behavioral-health'),
  'um.referral.exempt-routine-vision': exempt('routine-vision'),
  'um.referral.exempt-ppo': exempt('ppo'),
});
