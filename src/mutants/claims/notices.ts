import { adjudicating } from '../makers.ts';
import type { Mutant } from '../mutant.ts';
import { about, categoryOf, deny, toMember, tooLate } from './results.ts';

/** Faults in notices, as claims show them. */
export const notices: readonly Mutant[] = [
  adjudicating(
    'notice-overlooked',
    'um.notice.required-payment-condition',
    'Notices are matched by name.',
    deny(
      'late-notification',
      (result, _claim, state) =>
        result.outcome === 'paid' && about(result, state)?.accepted.notification != null,
    ),
  ),
  adjudicating(
    'request-taken-for-a-duty',
    'um.notice.requested-no-payment-effect',
    'Asked for is as good as required.',
    deny('late-notification', (_result, { procedure }) => procedure === '99284'),
  ),
  adjudicating(
    'late-notice-to-the-member',
    'um.notice.failure-admin-denial',
    'Denials are printed for the member.',
    toMember(tooLate),
  ),
  adjudicating(
    'missing-documents-to-the-member',
    'um.notice.docs-missing-denial',
    'The member is told to send the documents.',
    toMember(({ reason }) => reason === 'missing-clinical-documentation'),
  ),
  adjudicating(
    'vision-denied-for-notice',
    'um.admin-denial.late-notification',
    'Reasons are chosen from a list by hand.',
    deny('late-notification', (_result, claim, state) => categoryOf(state, claim) === 'routine-vision'),
  ),
];
