import { changingAdjudication } from '../makers/claims.ts';
import type { Mutant } from '../mutant.ts';
import {
  authorizationOf,
  charge,
  hasCare,
  isClaimInNetwork,
  noAuthorization,
  noReferral,
  pay,
  tooLate,
} from './results.ts';

/** Faults in what a claim charges the member. */
export const members: readonly Mutant[] = [
  changingAdjudication({
    id: 'member-pays-for-no-authorization',
    breaks: 'um.holdharmless.missing-pa-or-notification',
    summary: 'Who is not covered pays.',
    change: charge(
      (result, claim, state) => noAuthorization(result, claim, state) && isClaimInNetwork(state, claim),
    ),
  }),
  changingAdjudication({
    id: 'member-pays-for-late-notice',
    breaks: 'um.holdharmless.late-notification',
    summary: 'A late notice is the patient’s problem.',
    change: charge((result, claim, state) => tooLate(result, claim, state) && result.authorization !== null),
  }),
  changingAdjudication({
    id: 'member-pays-for-missing-documents',
    breaks: 'um.holdharmless.missing-clinical-docs',
    summary: 'Denied is denied.',
    change: charge(({ reason }) => reason === 'missing-clinical-documentation'),
  }),
  changingAdjudication({
    id: 'member-pays-for-no-referral',
    breaks: 'um.holdharmless.um-process-failure',
    summary: 'The member should have known.',
    change: charge(noReferral),
  }),
  changingAdjudication({
    id: 'liable-from-the-decision',
    breaks: 'um.concurrent.continue-until-member-notified',
    summary: 'A stay ends with the decision.',
    change: (result, claim) =>
      result.reason === 'not-medically-necessary' && result.memberLiableFrom !== null
        ? { memberLiability: claim.charge, memberLiableFrom: claim.from }
        : null,
  }),
  changingAdjudication({
    id: 'liable-before-being-told',
    breaks: 'um.concurrent.payment-denial-unsupported',
    summary: 'The provider’s denial is passed on.',
    change: (result, claim) =>
      result.reason === 'not-medically-necessary' && result.memberLiableFrom === null
        ? { memberLiability: claim.charge, issuedTo: 'member', memberLiableFrom: claim.from }
        : null,
  }),
  changingAdjudication({
    id: 'outside-costs-more',
    breaks: 'um.oon.contracting-cost-parity',
    summary: 'The member pays half of out-of-network care.',
    change: (result, claim, state) =>
      result.outcome === 'paid' && !isClaimInNetwork(state, claim) && result.authorization !== null
        ? { memberLiability: claim.charge / 2 }
        : null,
  }),
  changingAdjudication({
    id: 'asked-is-covered',
    breaks: 'um.oon.pcp-approved-pa',
    summary: 'A PCP’s out-of-network request counts as approved.',
    change: pay(
      (result, claim, state) =>
        !isClaimInNetwork(state, claim) &&
        result.outcome === 'denied' &&
        authorizationOf(result, state) !== undefined,
    ),
  }),
  changingAdjudication({
    id: 'grounds-are-automatic',
    breaks: 'um.oon.exception-still-needs-pa',
    summary: 'A ground is as good as an approval.',
    change: pay(
      (result, claim, state) =>
        noAuthorization(result, claim, state) && !isClaimInNetwork(state, claim) && hasCare(state, claim),
    ),
  }),
  changingAdjudication({
    id: 'outside-is-paid',
    breaks: 'um.oon.all-nonemergent-auth',
    summary: 'Out-of-network care is paid without authorization.',
    change: pay(
      (result, claim, state) =>
        noAuthorization(result, claim, state) &&
        !isClaimInNetwork(state, claim) &&
        !hasCare(state, claim) &&
        authorizationOf(result, state) === undefined,
    ),
  }),
];
