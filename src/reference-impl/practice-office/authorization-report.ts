import type { Status } from '../../contract/index.ts';
import { refuse } from '../core/refusal.ts';
import type { RequestState } from '../core/state.ts';

const LETTERS: Record<Status, string> = {
  APPROVED: 'A',
  CLOSED: 'C',
  DENIED: 'D',
  PEND: 'P',
  MEDREVIEW: 'M',
};

/** The service authorization report of a site's own requests. Section 7, Confirmation of Requested Authorizations. */
export function authorizationReport(
  own: readonly RequestState[],
  scope: string,
  id: string | undefined,
): unknown {
  const wanted = own.filter(({ id: number, accepted }) => {
    if (scope === 'member') return accepted.member === id;
    return scope === 'authorization' ? number === id : true;
  });
  if (scope !== 'aggregate' && id === undefined)
    return refuse('malformed', `A report by ${scope} needs \`id\`.`);
  if (scope === 'authorization' && wanted.length === 0)
    return refuse('not-found', `There is no request ${id}.`);
  const rows = wanted.map(({ id: number, accepted, status }) => ({
    id: number,
    member: accepted.member,
    procedure: accepted.procedure,
    status: LETTERS[status],
    units: accepted.units,
    start: accepted.start,
    end: accepted.end,
  }));
  return { scope, rows };
}
