import type { DecisionAct, Status } from '../../contract/index.ts';
import type { CommandOf } from '../core/command.ts';
import type { DomainEvent } from '../core/event.ts';
import type { Parts } from '../core/parts.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState, RequestState } from '../core/state.ts';
import { unitsAsked } from './units-asked.ts';

const grantedUnits = (decision: DecisionAct, request: RequestState): number | null => {
  const asked = unitsAsked(request);
  if (decision.outcome === 'approved') return asked;
  if (decision.outcome === 'denied') return 0;
  const granted = decision.unitsGranted;
  return granted !== undefined && granted > 0 && granted < asked ? granted : null;
};

/** The status that a decision gives. A revision leaves an approved request approved, whatever became of it. */
function statusAfter(decision: DecisionAct, request: RequestState): Status | null {
  if (request.revision && request.status === 'APPROVED') return null;
  const to: Status = decision.outcome === 'denied' ? 'DENIED' : 'APPROVED';
  return to === request.status || (request.reconsideration && to === 'DENIED') ? null : to;
}

/** Records a determination and the status that follows from it. */
export function determine(
  state: PortalState,
  request: RequestState,
  { decision, actor, organization }: CommandOf<'decide'>,
  now: number,
  { parts }: { readonly parts: Parts },
): DomainEvent[] | Refusal {
  const role = actor.kind === 'staff' ? actor.role : null;
  const gate = parts.gates.decide(role, decision, request);
  if (gate) return gate;
  if (request.closed) return refuse('conflict', 'This request is closed.');
  if (request.determinations.length > 0 && !request.reconsideration && !request.revision) {
    return refuse('conflict', 'This request is already decided.');
  }
  const unitsGranted = grantedUnits(decision, request);
  if (unitsGranted === null) {
    return refuse('invalid', 'A partial approval grants at least one unit and fewer than were asked for.');
  }
  const about = { at: now, request: request.id };
  const reconsideration = request.reconsideration !== null;
  const procedure = state.world.procedures.find(({ code }) => code === request.accepted.procedure);
  const medical = decision.basis === 'medical-necessity';
  const ground = request.accepted.outside?.ground;
  const events: DomainEvent[] = [
    {
      ...about,
      type: 'decided',
      decision: request.determinations.length + 1,
      reconsideration,
      outcome: decision.outcome,
      basis: decision.basis,
      reason: decision.reason,
      by: { role: role ?? 'system', user: actor.user, ...(organization ? { organization } : {}) },
      unitsGranted,
      ...(request.revision ? { revision: request.revision.number } : {}),
      ...(medical && procedure?.criteria ? { criteria: procedure.criteria } : {}),
      ...(decision.outcome === 'approved' && procedure?.override ? { override: true } : {}),
      ...(decision.outcome !== 'denied' && ground ? { ground } : {}),
      ...(request.accepted.notification
        ? { levelOfCare: parts.desk.levelOfCare(request, decision.outcome) }
        : {}),
    },
  ];
  const to = statusAfter(decision, request);
  if (to) {
    const cause = reconsideration ? 'reconsideration' : request.revision ? 'revision' : 'decision';
    events.push({ ...about, type: 'status-changed', from: request.status, to, cause });
  }
  return events;
}
