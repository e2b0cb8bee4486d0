import { adjudicating } from '../makers.ts';
import type { Mutant } from '../mutant.ts';
import { about, categoryOf, deny, emergent, inNetwork, noAuthorization, pay, toMember } from './results.ts';

/** Faults in authorizations, as claims show them. */
export const authorizations: readonly Mutant[] = [
  adjudicating(
    'authorization-not-found',
    'um.pa.failure-payment-denial',
    'The authorization is in the system a day after the claim.',
    deny(
      'no-prior-authorization',
      (result, claim, state) =>
        result.outcome === 'paid' &&
        inNetwork(state, claim) &&
        about(result, state)?.accepted.type === 'outpatient' &&
        about(result, state)?.accepted.notification === null,
    ),
  ),
  adjudicating(
    'approval-is-a-promise',
    'um.pa.not-payment-guarantee',
    'What was approved is paid, come what may.',
    pay(({ reason }) => reason === 'not-eligible'),
  ),
  adjudicating(
    'emergency-room-needs-authorization',
    'um.pa.exempt-er',
    'The code needs authorization, wherever it is done.',
    deny(
      'no-prior-authorization',
      (_result, { place, procedure }) => place === 'emergency-room' && procedure === '29881',
    ),
  ),
  adjudicating(
    'observation-needs-authorization',
    'um.pa.exempt-observation',
    'Observation is taken for a short stay.',
    deny('no-prior-authorization', (_result, { place }) => place === 'observation'),
  ),
  adjudicating(
    'emergent-stay-needs-authorization',
    'um.pa.exempt-emergent-inpatient',
    'Every stay is taken for a planned one.',
    deny(
      'no-prior-authorization',
      (result, claim, state) => claim.place === 'inpatient' && emergent(result, claim, state),
    ),
  ),
  adjudicating(
    'vision-needs-authorization',
    'um.admin-denial.no-pa',
    'A default reason for everything that is denied.',
    deny('no-prior-authorization', (_result, claim, state) => categoryOf(state, claim) === 'routine-vision'),
  ),
  adjudicating(
    'a-number-is-enough',
    'um.authid.not-approval',
    'A claim with a number is authorized.',
    pay(
      (_result, { authorization }, state) =>
        state.requests.get(authorization ?? '')?.determinations.length === 0,
    ),
  ),
  adjudicating(
    'units-not-counted',
    'um.concurrent.required-beyond-initial',
    'Units are compared claim by claim, not in sum.',
    pay(
      (result, _claim, state) =>
        noAuthorization(result, _claim, state) &&
        (about(result, state)?.determinations.length ?? 0) > 0 &&
        about(result, state)?.accepted.notification === null,
    ),
  ),
  adjudicating(
    'days-not-counted',
    'um.notice.concurrent-after',
    'After a notice the whole stay is paid.',
    pay(
      (result, _claim, state) =>
        noAuthorization(result, _claim, state) &&
        about(result, state)?.accepted.notification !== null &&
        about(result, state) !== undefined,
    ),
  ),
  adjudicating(
    'excess-units-to-the-member',
    'um.concurrent.failure-admin-denial',
    'What is not authorized goes to the member.',
    toMember(
      (result, claim, state) => noAuthorization(result, claim, state) && about(result, state) !== undefined,
    ),
  ),
  adjudicating(
    'any-imaging-is-covered',
    'um.delegate.evicore-approval-scope',
    'One approval for imaging is good for any.',
    pay(
      (result, claim, state) =>
        noAuthorization(result, claim, state) &&
        categoryOf(state, claim) === 'imaging' &&
        [...state.requests.values()].some(
          ({ accepted }) => accepted.delegate !== null && accepted.member === claim.member,
        ),
    ),
  ),
  adjudicating(
    'imaging-denied-to-the-member',
    'um.delegate.evicore-failure-admin-denial',
    'The letter about imaging goes to the member.',
    toMember(
      (result, claim, state) =>
        noAuthorization(result, claim, state) && categoryOf(state, claim) === 'imaging',
    ),
  ),
  adjudicating(
    'emergent-imaging-denied',
    'um.delegate.evicore-nonemergent',
    'Outpatient imaging is imaging that was planned.',
    deny(
      'no-prior-authorization',
      (result, claim, state) =>
        emergent(result, claim, state) &&
        categoryOf(state, claim) === 'imaging' &&
        claim.place === 'outpatient',
    ),
  ),
  adjudicating(
    'notice-covers-every-visit',
    'um.notice.home-nursing-then-auth',
    'What was notified is covered until it ends.',
    pay((result, claim, state) => noAuthorization(result, claim, state) && (claim.visit ?? 1) > 1),
  ),
];
