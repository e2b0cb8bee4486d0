import { changingAdjudication } from '../makers/claims.ts';
import { addingEntryCheck } from '../makers/entry-checks.ts';
import { categoryOf, type Mutant } from '../mutant.ts';
import {
  authorizationOf,
  categoryOfClaim,
  deny,
  emergent,
  isClaimInNetwork,
  noAuthorization,
  pay,
  toMember,
} from './results.ts';

/** Faults in authorizations, as claims show them. */
export const authorizations: readonly Mutant[] = [
  addingEntryCheck({
    id: 'imaging-always-delegated',
    breaks: 'um.delegate.evicore-exempt-settings',
    summary: 'The code alone decides where to ask.',
    find: ({ procedure, setting }, { state }) =>
      categoryOf(state, procedure) === 'imaging' && setting === 'surgical'
        ? [{ path: 'procedure', code: 'delegated', detail: 'ask the delegate' }]
        : [],
  }),
  changingAdjudication({
    id: 'authorization-not-found',
    breaks: 'um.pa.failure-payment-denial',
    summary: 'The authorization is in the system a day after the claim.',
    change: deny(
      'no-prior-authorization',
      (result, claim, state) =>
        result.outcome === 'paid' &&
        isClaimInNetwork(state, claim) &&
        authorizationOf(result, state)?.accepted.type === 'outpatient' &&
        authorizationOf(result, state)?.accepted.notification === null,
    ),
  }),
  changingAdjudication({
    id: 'approval-is-a-promise',
    breaks: 'um.pa.not-payment-guarantee',
    summary: 'What was approved is paid, come what may.',
    change: pay(({ reason }) => reason === 'not-eligible'),
  }),
  changingAdjudication({
    id: 'emergency-room-needs-authorization',
    breaks: 'um.pa.exempt-er',
    summary: 'The code needs authorization, wherever it is done.',
    change: deny(
      'no-prior-authorization',
      (_result, { place, procedure }) => place === 'emergency-room' && procedure === '29881',
    ),
  }),
  changingAdjudication({
    id: 'observation-needs-authorization',
    breaks: 'um.pa.exempt-observation',
    summary: 'Observation is taken for a short stay.',
    change: deny('no-prior-authorization', (_result, { place }) => place === 'observation'),
  }),
  changingAdjudication({
    id: 'emergent-stay-needs-authorization',
    breaks: 'um.pa.exempt-emergent-inpatient',
    summary: 'Every stay is taken for a planned one.',
    change: deny(
      'no-prior-authorization',
      (result, claim, state) => claim.place === 'inpatient' && emergent(result, claim, state),
    ),
  }),
  changingAdjudication({
    id: 'vision-needs-authorization',
    breaks: 'um.admin-denial.no-pa',
    summary: 'A default reason for everything that is denied.',
    change: deny(
      'no-prior-authorization',
      (_result, claim, state) => categoryOfClaim(state, claim) === 'routine-vision',
    ),
  }),
  changingAdjudication({
    id: 'a-number-is-enough',
    breaks: 'um.authid.not-approval',
    summary: 'A claim with a number is authorized.',
    change: pay(
      (_result, { authorization }, state) =>
        state.requests.get(authorization ?? '')?.determinations.length === 0,
    ),
  }),
  changingAdjudication({
    id: 'units-not-counted',
    breaks: 'um.concurrent.required-beyond-initial',
    summary: 'Units are compared claim by claim, not in sum.',
    change: pay(
      (result, _claim, state) =>
        noAuthorization(result, _claim, state) &&
        (authorizationOf(result, state)?.determinations.length ?? 0) > 0 &&
        authorizationOf(result, state)?.accepted.notification === null,
    ),
  }),
  changingAdjudication({
    id: 'excess-units-to-the-member',
    breaks: 'um.concurrent.failure-admin-denial',
    summary: 'What is not authorized goes to the member.',
    change: toMember(
      (result, claim, state) =>
        noAuthorization(result, claim, state) && authorizationOf(result, state) !== undefined,
    ),
  }),
  changingAdjudication({
    id: 'any-imaging-is-covered',
    breaks: 'um.delegate.evicore-approval-scope',
    summary: 'One approval for imaging is good for any.',
    change: pay(
      (result, claim, state) =>
        noAuthorization(result, claim, state) &&
        categoryOfClaim(state, claim) === 'imaging' &&
        [...state.requests.values()].some(
          ({ accepted }) => accepted.delegate !== null && accepted.member === claim.member,
        ),
    ),
  }),
  changingAdjudication({
    id: 'imaging-denied-to-the-member',
    breaks: 'um.delegate.evicore-failure-admin-denial',
    summary: 'The letter about imaging goes to the member.',
    change: toMember(
      (result, claim, state) =>
        noAuthorization(result, claim, state) && categoryOfClaim(state, claim) === 'imaging',
    ),
  }),
  changingAdjudication({
    id: 'emergent-imaging-denied',
    breaks: 'um.delegate.evicore-nonemergent',
    summary: 'Outpatient imaging is imaging that was planned.',
    change: deny(
      'no-prior-authorization',
      (result, claim, state) =>
        emergent(result, claim, state) &&
        categoryOfClaim(state, claim) === 'imaging' &&
        claim.place === 'outpatient',
    ),
  }),
  changingAdjudication({
    id: 'notice-covers-every-visit',
    breaks: 'um.notice.home-nursing-then-auth',
    summary: 'What was notified is covered until it ends.',
    change: pay((result, claim, state) => noAuthorization(result, claim, state) && (claim.visit ?? 1) > 1),
  }),
];
