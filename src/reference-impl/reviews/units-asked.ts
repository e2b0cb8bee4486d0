import type { RequestState } from '../core/state.ts';
/** Units that the open question is about: those of the request, or those that a revision adds. */
export function unitsAsked(request: RequestState): number {
  const { accepted, amended, revision, reconsideration, revisedAt } = request;
  if (revision) return revision.units;
  const revised = reconsideration ? revisedAt.get(reconsideration.about)?.units : undefined;
  return revised ?? accepted.units + amended;
}
