import type { Parts, PortalState, RequestState } from '../reference-impl/index.ts';
import { adjudicating, type Liar } from './liar.ts';

type Adjudicate = Parts['adjudicate'];
type Claim = Parameters<Adjudicate>[1];
type Result = ReturnType<Adjudicate>;
type Fits = (result: Result, claim: Claim, state: PortalState) => boolean;

const pay =
  (fits: Fits) =>
  (result: Result, claim: Claim, state: PortalState): Partial<Result> | null =>
    fits(result, claim, state)
      ? {
          outcome: 'paid',
          reason: null,
          issuedTo: null,
          unitsPaid: claim.units,
          memberLiability: claim.copay,
        }
      : null;

const deny =
  (reason: NonNullable<Result['reason']>, fits: Fits) =>
  (result: Result, claim: Claim, state: PortalState): Partial<Result> | null =>
    fits(result, claim, state)
      ? { outcome: 'denied', reason, issuedTo: 'provider', unitsPaid: 0, memberLiability: 0 }
      : null;

const charge =
  (fits: Fits) =>
  (result: Result, claim: Claim, state: PortalState): Partial<Result> | null =>
    fits(result, claim, state) ? { memberLiability: claim.charge } : null;

const toMember =
  (fits: Fits) =>
  (result: Result, claim: Claim, state: PortalState): Partial<Result> | null =>
    fits(result, claim, state) ? { issuedTo: 'member' } : null;

const categoryOf = (state: PortalState, { procedure }: Claim): string =>
  state.world.procedures.find(({ code }) => code === procedure)?.category ?? 'other';

const inNetwork = (state: PortalState, { affiliation, from }: Claim): boolean =>
  state.world.providers.some(({ affiliations }) =>
    affiliations.some(
      ({ id, network, networkUntil }) =>
        id === affiliation && network && (networkUntil === undefined || from <= networkUntil),
    ),
  );

const about = ({ authorization }: Result, state: PortalState): RequestState | undefined =>
  state.requests.get(authorization ?? '');

const hasCare = (state: PortalState, { member }: Claim): boolean =>
  state.members.get(member)?.care !== undefined;
const noAuthorization: Fits = ({ reason }) => reason === 'no-prior-authorization';
const tooLate: Fits = ({ reason }) => reason === 'late-notification';
const noReferral: Fits = ({ reason }) => reason === 'no-referral';
const emergent: Fits = (_result, claim) => claim.emergent === true;

/** Faults in referrals, as claims show them. */
const referrals: readonly Liar[] = [
  adjudicating(
    'specialists-are-paid',
    'um.referral.required-for-specialist',
    'Referrals are not looked up.',
    pay(noReferral),
  ),
  adjudicating(
    'referral-not-found',
    'um.referral.late-payment-denial',
    'The referral is looked up by the wrong number.',
    deny('no-referral', (result, _claim, state) => about(result, state)?.accepted.type === 'referral'),
  ),
  adjudicating(
    'emergencies-need-referral',
    'um.referral.exempt-emergency',
    'A specialist’s code is a specialist’s code.',
    deny(
      'no-referral',
      (result, claim, state) => emergent(result, claim, state) && categoryOf(state, claim) === 'consultation',
    ),
  ),
  adjudicating(
    'ppo-needs-referral',
    'um.referral.exempt-ppo',
    'All products by the rules of one.',
    deny(
      'no-referral',
      (_result, { member }, state) => state.members.get(member)?.product.includes('PPO') === true,
    ),
  ),
  ...(
    [
      ['gynecology', 'um.referral.exempt-obgyn'],
      ['family-planning', 'um.referral.exempt-family-planning'],
      ['behavioral-health', 'um.referral.exempt-behavioral-health'],
      ['routine-vision', 'um.referral.exempt-routine-vision'],
    ] as const
  ).map(([category, rule]) =>
    adjudicating(
      `${category}-needs-referral`,
      rule,
      'The list of exemptions is a line short.',
      deny(
        'no-referral',
        ({ outcome }, claim, state) => outcome === 'paid' && categoryOf(state, claim) === category,
      ),
    ),
  ),
];

/** Faults in authorizations, as claims show them. */
const authorizations: readonly Liar[] = [
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

/** Faults in notices, as claims show them. */
const notices: readonly Liar[] = [
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

/** Faults in what a member is made to pay. */
const members: readonly Liar[] = [
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

/** Faults in what becomes of claims. */
export const claimLiars: readonly Liar[] = [...referrals, ...authorizations, ...notices, ...members];
