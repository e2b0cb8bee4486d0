import {
  inNetwork as isInNetwork,
  type Parts,
  type PortalState,
  type RequestState,
} from '../../reference-impl/index.ts';
import { categoryOf as categoryOfCode } from '../mutant.ts';

type Adjudicate = Parts['adjudicate'];
type Claim = Parameters<Adjudicate>[1];
type Result = ReturnType<Adjudicate>;
type Fits = (result: Result, claim: Claim, state: PortalState) => boolean;

export const pay =
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

export const deny =
  (reason: NonNullable<Result['reason']>, fits: Fits) =>
  (result: Result, claim: Claim, state: PortalState): Partial<Result> | null =>
    fits(result, claim, state)
      ? { outcome: 'denied', reason, issuedTo: 'provider', unitsPaid: 0, memberLiability: 0 }
      : null;

export const charge =
  (fits: Fits) =>
  (result: Result, claim: Claim, state: PortalState): Partial<Result> | null =>
    fits(result, claim, state) ? { memberLiability: claim.charge } : null;

export const toMember =
  (fits: Fits) =>
  (result: Result, claim: Claim, state: PortalState): Partial<Result> | null =>
    fits(result, claim, state) ? { issuedTo: 'member' } : null;

export const categoryOf = (state: PortalState, { procedure }: Claim): string =>
  categoryOfCode(state, procedure);

export const inNetwork = ({ world }: PortalState, { affiliation, from }: Claim): boolean =>
  isInNetwork(world, affiliation, from);

export const about = ({ authorization }: Result, state: PortalState): RequestState | undefined =>
  state.requests.get(authorization ?? '');

export const hasCare = (state: PortalState, { member }: Claim): boolean =>
  state.members.get(member)?.care !== undefined;
export const noAuthorization: Fits = ({ reason }) => reason === 'no-prior-authorization';
export const tooLate: Fits = ({ reason }) => reason === 'late-notification';
export const noReferral: Fits = ({ reason }) => reason === 'no-referral';
export const emergent: Fits = (_result, claim) => claim.emergent === true;
