import type { Basis, Outcome } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import { missingInformation, notesOf, type PortalState, type RequestState } from '../core/state.ts';
import { groundHolds } from '../out-of-network/continuity.ts';
import { benefitOf, inNetwork, procedureOf } from '../request-entry/requirements.ts';
import { unitsAsked } from './units-asked.ts';

/** What a review finds, before anybody signs it. */
export type Finding = {
  readonly outcome: Outcome;
  readonly basis: Basis;
  readonly reason: string;
  readonly unitsGranted: number;
};

const approval = (reason: string, unitsGranted: number): Finding => ({
  outcome: 'approved',
  basis: 'medical-necessity',
  reason,
  unitsGranted,
});

const denial = (reason: string): Finding => ({
  outcome: 'denied',
  basis: 'medical-necessity',
  reason,
  unitsGranted: 0,
});

/** What the network can give is denied outside it, save on a ground that holds. */
function outsideFinding(state: PortalState, request: RequestState, pack: Pack): Finding | null {
  const { affiliation, start, outside, emergent } = request.accepted;
  if (emergent || inNetwork(state.world, affiliation, start)) return null;
  // What was agreed with the provider holds, whatever is told of the member afterwards.
  if (notesOf(request, 'agreement-signed').length > 0) return null;
  const ground = outside?.ground;
  return ground && groundHolds(state, request, ground, pack.figures)
    ? null
    : denial('A network provider is available for this care.');
}

/** Reviews a request on what is there: criteria, benefit, and whether what was needed came in. */
export function reviewOf(state: PortalState, request: RequestState, pack: Pack): Finding {
  const procedure = procedureOf(state.world, request.accepted.procedure);
  const asked = unitsAsked(request);
  if (request.reconsideration && procedure?.reconsideration === 'overturn') {
    return approval('The added facts meet the criteria.', asked);
  }
  const benefit = benefitOf(state.members.get(request.accepted.member), procedure);
  if (benefit !== 'covered') {
    return { outcome: 'denied', basis: 'administrative', reason: `${benefit}-benefit`, unitsGranted: 0 };
  }
  const outside = outsideFinding(state, request, pack);
  if (outside) return outside;
  if (!request.reconsideration && missingInformation(state, request).length > 0) {
    return {
      outcome: 'denied',
      basis: 'administrative',
      reason: 'missing-clinical-documentation',
      unitsGranted: 0,
    };
  }
  const { technology } = procedure ?? {};
  if (technology && !technology.approvedBy && request.accepted.urgency !== 'urgent') {
    return denial('The technology has not been assessed and approved.');
  }
  if (procedure?.override)
    return approval('The criteria do not fit this member; approved all the same.', asked);
  if (procedure?.review === 'fails' || (procedure?.review === 'partly' && asked === 1)) {
    return denial('The findings sent do not meet the criteria.');
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
  return approval('The findings sent meet the criteria.', asked);
}
