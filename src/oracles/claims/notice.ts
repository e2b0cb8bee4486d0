import { claimChecks } from '../check.ts';
import { atMost, not } from '../value.ts';
import { type ClaimLook, notReason, onClaim, payable, reason } from './look.ts';
import { unitsGranted } from './situation.ts';

const inside = (look: ClaimLook): boolean => look.situation.network && payable(look);

/** Care of which the plan must be told: observation, an emergent admission, or what the grid says. */
const mustBeTold = ({ file, situation }: ClaimLook): boolean =>
  file.claim.place === 'observation' ||
  (file.claim.place === 'inpatient' && file.claim.emergent === true) ||
  situation.grid === 'required-notification';

const forNotice = (look: ClaimLook): boolean => reason(look) === 'late-notification';

/** Payment and notification. Section 7, Notification and Administrative Denials. */
export const claimNotice = claimChecks({
  'um.notice.required-payment-condition': onClaim(
    (look) => inside(look) && mustBeTold(look) && look.situation.noticeInTime === true,
    notReason('late-notification'),
  ),
  'um.notice.requested-no-payment-effect': onClaim(
    (look) => inside(look) && !mustBeTold(look) && look.situation.grid === 'requested-notification',
    () => ({ expected: { outcome: not('denied'), reason: not('late-notification') } }),
  ),
  'um.notice.failure-admin-denial': onClaim(
    (look) => inside(look) && mustBeTold(look) && look.situation.noticeInTime !== true && forNotice(look),
    () => ({ expected: { issuedTo: 'provider' } }),
  ),
  'um.notice.docs-missing-denial': onClaim(
    (look) => inside(look) && mustBeTold(look) && reason(look) === 'missing-clinical-documentation',
    () => ({ expected: { issuedTo: 'provider' } }),
  ),
  'um.admin-denial.late-notification': onClaim(
    (look) => inside(look) && forNotice(look),
    (look) => ({
      expected: { notificationRequired: true, notificationInTime: not(true) },
      observed: {
        notificationRequired: mustBeTold(look),
        notificationInTime: look.situation.noticeInTime ?? null,
      },
    }),
    (look) => {
      if (mustBeTold(look)) return 'um.notice.required-payment-condition';
      return look.situation.grid === 'requested-notification'
        ? 'um.notice.requested-no-payment-effect'
        : null;
    },
  ),
  'um.notice.concurrent-after': onClaim(
    (look) => inside(look) && look.file.claim.place === 'inpatient' && decidedNotice(look) !== null,
    (look) => ({ expected: { unitsPaid: atMost(decidedNotice(look) ?? 0) } }),
  ),
});

/** The days that were authorized after a notice; null before any decision. */
function decidedNotice({ file, situation }: ClaimLook): number | null {
  const { notice } = situation;
  // A claim that rests on an authorization is measured by that one.
  if (!notice || situation.approved || notice.notification?.kind === 'observation') return null;
  if (notice.submission?.body.procedure !== file.claim.procedure) return null;
  const decided = notice.decisions.some(({ outcome, seq }) => outcome !== 'denied' && seq < file.seq);
  return decided ? unitsGranted(notice, file.seq) : null;
}
