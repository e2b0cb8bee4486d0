import { adjudicating } from '../makers.ts';
import type { Mutant } from '../mutant.ts';
import { about, charge, hasCare, inNetwork, noAuthorization, noReferral, pay, tooLate } from './results.ts';

/** Faults in what a member is made to pay. */
export const members: readonly Mutant[] = [
  adjudicating(
    'member-pays-for-no-authorization',
    'um.holdharmless.missing-pa-or-notification',
    'Who is not covered pays.',
    charge((result, claim, state) => noAuthorization(result, claim, state) && inNetwork(state, claim)),
  ),
  adjudicating(
    'member-pays-for-late-notice',
    'um.holdharmless.late-notification',
    'A late notice is the patient’s problem.',
    charge((result, claim, state) => tooLate(result, claim, state) && result.authorization !== null),
  ),
  adjudicating(
    'member-pays-for-missing-documents',
    'um.holdharmless.missing-clinical-docs',
    'Denied is denied.',
    charge(({ reason }) => reason === 'missing-clinical-documentation'),
  ),
  adjudicating(
    'member-pays-for-no-referral',
    'um.holdharmless.um-process-failure',
    'The member should have known.',
    charge(noReferral),
  ),
  adjudicating(
    'liable-from-the-decision',
    'um.concurrent.continue-until-member-notified',
    'A stay ends with the decision.',
    (result, claim) =>
      result.reason === 'not-medically-necessary' && result.memberLiableFrom !== null
        ? { memberLiability: claim.charge, memberLiableFrom: claim.from }
        : null,
  ),
  adjudicating(
    'liable-before-being-told',
    'um.concurrent.payment-denial-unsupported',
    'The provider’s denial is passed on.',
    (result, claim) =>
      result.reason === 'not-medically-necessary' && result.memberLiableFrom === null
        ? { memberLiability: claim.charge, issuedTo: 'member', memberLiableFrom: claim.from }
        : null,
  ),
  adjudicating(
    'outside-costs-more',
    'um.oon.contracting-cost-parity',
    'Outside the network the member pays half.',
    (result, claim, state) =>
      result.outcome === 'paid' && !inNetwork(state, claim) && result.authorization !== null
        ? { memberLiability: claim.charge / 2 }
        : null,
  ),
  adjudicating(
    'asked-is-covered',
    'um.oon.pcp-approved-pa',
    'A PCP’s request outside the network counts as approved.',
    pay(
      (result, claim, state) =>
        !inNetwork(state, claim) && result.outcome === 'denied' && about(result, state) !== undefined,
    ),
  ),
  adjudicating(
    'grounds-are-automatic',
    'um.oon.exception-still-needs-pa',
    'A ground is as good as an approval.',
    pay(
      (result, claim, state) =>
        noAuthorization(result, claim, state) && !inNetwork(state, claim) && hasCare(state, claim),
    ),
  ),
  adjudicating(
    'outside-is-paid',
    'um.oon.all-nonemergent-auth',
    'Outside the network is only a question of price.',
    pay(
      (result, claim, state) =>
        noAuthorization(result, claim, state) &&
        !inNetwork(state, claim) &&
        !hasCare(state, claim) &&
        about(result, state) === undefined,
    ),
  ),
];
