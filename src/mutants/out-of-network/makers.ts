import type { PortalState, RequestState } from '../../reference-impl/index.ts';
import { changingReview } from '../makers/desk.ts';
import type { Fault, Mutant } from '../mutant.ts';

const providerHasLeft = (state: PortalState, { accepted }: RequestState): boolean =>
  state.world.providers.some(({ affiliations }) =>
    affiliations.some(({ id, networkUntil }) => id === accepted.affiliation && networkUntil !== undefined),
  );

/** A reviewer who approves on a ground whether it holds or not; `providerLeft` narrows it to providers that left. */
export const approvingOnGround = ({
  ground,
  providerLeft,
  ...fault
}: Fault & { readonly ground: string; readonly providerLeft?: boolean }): Mutant =>
  changingReview({
    ...fault,
    change: (found, request, state) =>
      request.accepted.outside?.ground === ground &&
      found.outcome === 'denied' &&
      (providerLeft === undefined || providerHasLeft(state, request) === providerLeft)
        ? {
            outcome: 'approved',
            basis: 'medical-necessity',
            reason: 'Continuity of care.',
            unitsGranted: request.accepted.units,
          }
        : found,
  });

/** A reviewer who denies on a ground that holds. */
export const denyingOnGround = ({
  ground,
  providerLeft,
  ...fault
}: Fault & { readonly ground: string; readonly providerLeft: boolean }): Mutant =>
  changingReview({
    ...fault,
    change: (found, request, state) =>
      request.accepted.outside?.ground === ground &&
      found.outcome === 'approved' &&
      providerHasLeft(state, request) === providerLeft
        ? {
            outcome: 'denied',
            basis: 'medical-necessity',
            reason: 'A network provider is available for this care.',
            unitsGranted: 0,
          }
        : found,
  });
