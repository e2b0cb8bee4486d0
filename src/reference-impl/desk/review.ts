import type { Basis, Outcome } from '../../contract/index.ts';
import { missingInformation, type PortalState, type RequestState } from '../domain/state.ts';

/** What a review finds, before anybody signs it. */
export type Finding = {
  readonly outcome: Outcome;
  readonly basis: Basis;
  readonly reason: string;
  readonly unitsGranted: number;
};

/** Reviews a request on what is there: criteria, benefit, and whether what was needed came in. */
export function reviewOf(state: PortalState, request: RequestState): Finding {
  const procedure = state.world.procedures.find(({ code }) => code === request.accepted.procedure);
  const asked = request.accepted.units;
  if (request.reconsideration && procedure?.reconsideration === 'overturn') {
    return {
      outcome: 'approved',
      basis: 'medical-necessity',
      reason: 'The added facts meet the criteria.',
      unitsGranted: asked,
    };
  }
  if (procedure?.review === 'excluded') {
    return { outcome: 'denied', basis: 'administrative', reason: 'excluded-benefit', unitsGranted: 0 };
  }
  if (!request.reconsideration && missingInformation(state, request).length > 0) {
    return {
      outcome: 'denied',
      basis: 'administrative',
      reason: 'missing-clinical-documentation',
      unitsGranted: 0,
    };
  }
  if (procedure?.review === 'fails' || (procedure?.review === 'partly' && asked === 1)) {
    return {
      outcome: 'denied',
      basis: 'medical-necessity',
      reason: 'The findings sent do not meet the criteria.',
      unitsGranted: 0,
    };
  }
  if (procedure?.review === 'partly') {
    const granted = Math.floor(asked / 2);
    return {
      outcome: 'partial',
      basis: 'medical-necessity',
      reason: `The criteria support ${granted} of ${asked} units.`,
      unitsGranted: granted,
    };
  }
  return {
    outcome: 'approved',
    basis: 'medical-necessity',
    reason: 'The findings sent meet the criteria.',
    unitsGranted: asked,
  };
}
