import { inNetwork, type PortalState, type RequestState } from '../../reference-impl/index.ts';
import type { Claim, ClaimResult } from '../makers/claims.ts';
import { categoryOf } from '../mutant.ts';

/** Whether a fault shows in a claim. */
type Fits = (result: ClaimResult, claim: Claim, state: PortalState) => boolean;
/** What a fault makes of a claim; null leaves it as it is. */
type Change = (result: ClaimResult, claim: Claim, state: PortalState) => Partial<ClaimResult> | null;

/** Pays the claims that fit, in full but for the copay. */
export const pay =
  (fits: Fits): Change =>
  (result, claim, state) =>
    fits(result, claim, state)
      ? {
          outcome: 'paid',
          reason: null,
          issuedTo: null,
          unitsPaid: claim.units,
          memberLiability: claim.copay,
        }
      : null;

/** Denies the claims that fit, for one reason. */
export const deny =
  (reason: NonNullable<ClaimResult['reason']>, fits: Fits): Change =>
  (result, claim, state) =>
    fits(result, claim, state)
      ? { outcome: 'denied', reason, issuedTo: 'provider', unitsPaid: 0, memberLiability: 0 }
      : null;

/** Charges the member for the claims that fit. */
export const charge =
  (fits: Fits): Change =>
  (result, claim, state) =>
    fits(result, claim, state) ? { memberLiability: claim.charge } : null;

/** Issues the denials that fit to the member. */
export const toMember =
  (fits: Fits): Change =>
  (result, claim, state) =>
    fits(result, claim, state) ? { issuedTo: 'member' } : null;

/** The category of the procedure of a claim. */
export const categoryOfClaim = (state: PortalState, { procedure }: Claim): string =>
  categoryOf(state, procedure);

/** Whether the provider of a claim is in the network on its first day. */
export const isClaimInNetwork = ({ world }: PortalState, { affiliation, from }: Claim): boolean =>
  inNetwork(world, affiliation, from);

/** The request that was found for a claim. */
export const authorizationOf = (
  { authorization }: ClaimResult,
  state: PortalState,
): RequestState | undefined => state.requests.get(authorization ?? '');

/** Whether the member of a claim has an entry on care in the world. */
export const hasCare = (state: PortalState, { member }: Claim): boolean =>
  state.members.get(member)?.care !== undefined;

/** A claim that is denied for want of an authorization. */
export const noAuthorization: Fits = ({ reason }) => reason === 'no-prior-authorization';
/** A claim that is denied because the plan was notified late. */
export const tooLate: Fits = ({ reason }) => reason === 'late-notification';
/** A claim that is denied for want of a referral. */
export const noReferral: Fits = ({ reason }) => reason === 'no-referral';
/** A claim for an emergency. */
export const emergent: Fits = (_result, claim) => claim.emergent === true;

/** Denies what is paid without a referral in one category. */
export const needingReferral = (category: string): Change =>
  deny(
    'no-referral',
    ({ outcome }, claim, state) => outcome === 'paid' && categoryOfClaim(state, claim) === category,
  );
