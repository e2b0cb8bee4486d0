import type { Part, Row } from '../../rulebook/index.ts';
import type { Determination, RequestState } from '../core/state.ts';
import type { Facts } from './limits.ts';

/** The row of the time table that a request falls under. Section 7, the table and Retrospective Review. */
function rowOf(request: RequestState): Row {
  const { reviewType, setting, urgency } = request.accepted;
  if (reviewType === 'retrospective') return 'retrospective';
  if (reviewType === 'concurrent') {
    return setting === 'inpatient' || urgency === 'urgent' ? 'concurrent-urgent' : 'concurrent-nonurgent';
  }
  return urgency === 'urgent' ? 'preservice-urgent' : 'preservice-nonurgent';
}

/** The row of a revision: care that goes on is reviewed concurrently. Section 7, Concurrent Review. */
const continuedRowOf = ({ accepted }: RequestState): Row =>
  accepted.setting === 'inpatient' || accepted.urgency === 'urgent'
    ? 'concurrent-urgent'
    : 'concurrent-nonurgent';

/** The parts that a determination owes: both for a partial approval. */
export const partsOf = (determination: Determination): readonly Part[] => {
  if (determination.outcome === 'partial') return ['approval', 'denial'];
  return [determination.outcome === 'approved' ? 'approval' : 'denial'];
};

/** The call that counts: the first one that reached the requesting provider. */
export const countingCall = (determination: Determination): number | null =>
  determination.calls.find((call) => call.to === 'requesting-provider' && call.result === 'reached')?.at ??
  null;

/** What the desk knows about one determination of a request, or about the one that is still to be made. */
export function factsOf(request: RequestState, determination: Determination | null): Facts {
  const askedAt = determination
    ? (request.reconsideredAt.get(determination.decision) ?? null)
    : (request.reconsideration?.at ?? null);
  const revisedAt = determination
    ? (request.revisedAt.get(determination.decision)?.at ?? null)
    : (request.revision?.at ?? null);
  const decided = determination?.at ?? null;
  const called = determination ? countingCall(determination) : null;
  if (askedAt === null && revisedAt !== null) {
    const row = continuedRowOf(request);
    return { row, received: revisedAt, information: revisedAt, decided, called };
  }
  if (askedAt === null) {
    return {
      row: rowOf(request),
      received: request.receivedAt,
      information: request.informationCompleteAt,
      decided,
      called,
    };
  }
  return {
    row: 'reconsideration',
    received: askedAt,
    information: askedAt,
    decided,
    called,
    original: originalOf(request, determination),
  };
}

/** What a reconsideration is about: the request, or the revision that was denied. */
function originalOf(request: RequestState, determination: Determination | null) {
  const about = determination ? determination.decision - 1 : (request.reconsideration?.about ?? 0);
  const revised = request.revisedAt.get(about);
  return revised
    ? { row: continuedRowOf(request), received: revised.at }
    : { row: rowOf(request), received: request.receivedAt };
}
