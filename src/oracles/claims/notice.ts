import { claimFamily } from '../family.ts';
import { unitsGranted } from './facts.ts';
import { type ClaimLook, onClaim, paid, payable, reason } from './look.ts';

const inside = (look: ClaimLook): boolean => look.facts.network && payable(look);

/** Care of which the plan must be told: observation, an emergent admission, or what the grid says. */
const mustBeTold = ({ file, facts }: ClaimLook): boolean =>
  file.claim.place === 'observation' ||
  (file.claim.place === 'inpatient' && file.claim.emergent === true) ||
  facts.grid === 'required-notification';

const forNotice = (look: ClaimLook): boolean => reason(look) === 'late-notification';

/** Payment and notification. Section 7, Notification and Administrative Denials. */
export const claimNotice = claimFamily('claims and notification', {
  'um.notice.required-payment-condition': onClaim(
    (look) => inside(look) && mustBeTold(look) && look.facts.noticeInTime === true,
    (look) => !forNotice(look),
  ),
  'um.notice.requested-no-payment-effect': onClaim(
    (look) => inside(look) && !mustBeTold(look) && look.facts.grid === 'requested-notification',
    (look) => paid(look) && !forNotice(look),
  ),
  'um.notice.failure-admin-denial': onClaim(
    (look) => inside(look) && mustBeTold(look) && look.facts.noticeInTime !== true && forNotice(look),
    ({ file }) => file.made.issuedTo === 'provider',
  ),
  'um.notice.docs-missing-denial': onClaim(
    (look) => inside(look) && mustBeTold(look) && reason(look) === 'missing-clinical-documentation',
    ({ file }) => file.made.issuedTo === 'provider',
  ),
  'um.admin-denial.late-notification': onClaim(
    (look) => inside(look) && forNotice(look),
    (look) => mustBeTold(look) && look.facts.noticeInTime !== true,
    (look) => {
      if (mustBeTold(look)) return 'um.notice.required-payment-condition';
      return look.facts.grid === 'requested-notification' ? 'um.notice.requested-no-payment-effect' : null;
    },
  ),
  'um.notice.concurrent-after': onClaim(
    (look) => inside(look) && look.file.claim.place === 'inpatient' && decidedNotice(look) !== null,
    (look) => look.file.made.unitsPaid <= (decidedNotice(look) ?? 0),
  ),
});

/** The days that were authorized after a notice; null before any decision. */
function decidedNotice({ file, facts }: ClaimLook): number | null {
  const { notice } = facts;
  // A claim that rests on an authorization is measured by that one.
  if (!notice || facts.approved || notice.notification?.kind === 'observation') return null;
  if (notice.submission?.body.procedure !== file.claim.procedure) return null;
  const decided = notice.decisions.some(({ outcome, seq }) => outcome !== 'denied' && seq < file.seq);
  return decided ? unitsGranted(notice, file.seq) : null;
}
