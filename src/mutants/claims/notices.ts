import { changingAdjudication } from '../makers/claims.ts';
import type { Mutant } from '../mutant.ts';
import {
  authorizationOf,
  categoryOfClaim,
  deny,
  noAuthorization,
  pay,
  toMember,
  tooLate,
} from './results.ts';

/** Faults in notifications of care, as claims show them. */
export const notices: readonly Mutant[] = [
  changingAdjudication({
    id: 'days-not-counted',
    breaks: 'um.notice.concurrent-after',
    summary: 'After a notice the whole stay is paid.',
    change: pay(
      (result, _claim, state) =>
        noAuthorization(result, _claim, state) &&
        authorizationOf(result, state)?.accepted.notification !== null &&
        authorizationOf(result, state) !== undefined,
    ),
  }),
  changingAdjudication({
    id: 'notice-overlooked',
    breaks: 'um.notice.required-payment-condition',
    summary: 'Notices are matched by name.',
    change: deny(
      'late-notification',
      (result, _claim, state) =>
        result.outcome === 'paid' && authorizationOf(result, state)?.accepted.notification != null,
    ),
  }),
  changingAdjudication({
    id: 'request-taken-for-a-duty',
    breaks: 'um.notice.requested-no-payment-effect',
    summary: 'Asked for is as good as required.',
    change: deny('late-notification', (_result, { procedure }) => procedure === '99284'),
  }),
  changingAdjudication({
    id: 'late-notice-to-the-member',
    breaks: 'um.notice.failure-admin-denial',
    summary: 'Denials are printed for the member.',
    change: toMember(tooLate),
  }),
  changingAdjudication({
    id: 'missing-documents-to-the-member',
    breaks: 'um.notice.docs-missing-denial',
    summary: 'The member is asked to send the documents.',
    change: toMember(({ reason }) => reason === 'missing-clinical-documentation'),
  }),
  changingAdjudication({
    id: 'vision-denied-for-notice',
    breaks: 'um.admin-denial.late-notification',
    summary: 'Reasons are chosen from a list by hand.',
    change: deny(
      'late-notification',
      (_result, claim, state) => categoryOfClaim(state, claim) === 'routine-vision',
    ),
  }),
];
