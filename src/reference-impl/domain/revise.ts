import type { DomainEvent } from './event.ts';
import { fieldError, type Refusal, refuse } from './refusal.ts';
import type { RequestState } from './state.ts';

export type Revision = {
  readonly units: number;
  readonly end?: string | undefined;
  readonly information?: readonly string[] | undefined;
  readonly procedure?: string | undefined;
  readonly servicing?: { readonly provider: string; readonly affiliation: string } | undefined;
};

/** Whether a request may be revised, and in this way. Section 7, Concurrent Review; User Guide, Revising. */
export function mayRevise(request: RequestState, revision: Revision): Refusal | null {
  const { accepted, status } = request;
  if (request.revision || request.reconsideration)
    return refuse('conflict', 'A review of this request is open already.');
  if (request.closed || (status !== 'APPROVED' && status !== 'MEDREVIEW'))
    return refuse('conflict', `A request with status ${status} is not revised.`);
  const errors = [];
  if (revision.procedure !== undefined && revision.procedure !== accepted.procedure)
    errors.push(
      fieldError('procedure', 'not-allowed', 'another service needs a new request; ask for it anew'),
    );
  if (revision.servicing && revision.servicing.affiliation !== accepted.affiliation)
    errors.push(fieldError('servicing', 'not-allowed', 'another provider needs a new request'));
  if (accepted.delegate !== null && errors.length === 0)
    errors.push(fieldError('units', 'delegated', 'ask the delegate that authorized this'));
  if (accepted.type !== 'referral' && !(revision.information ?? []).length)
    errors.push(
      fieldError('information', 'required', 'send the clinical documentation of the continued care'),
    );
  if (revision.end !== undefined && revision.end < accepted.start)
    errors.push(fieldError('end', 'order', 'end is not before start'));
  return errors.length > 0
    ? refuse('invalid', `${errors.length} entries need another look; nothing was changed.`, errors)
    : null;
}

/** What a revision makes happen: a concurrent review, or for a referral the added visits at once. */
export function revise(request: RequestState, revision: Revision, now: number): DomainEvent[] {
  const about = { at: now, request: request.id };
  const number = request.revisions + 1;
  const end = revision.end ?? request.granted.end;
  const events: DomainEvent[] = [
    { ...about, type: 'revision-requested', revision: number, units: revision.units, end },
  ];
  if (request.accepted.type === 'referral') {
    events.push({
      ...about,
      type: 'decided',
      decision: request.determinations.length + 1,
      reconsideration: false,
      revision: number,
      outcome: 'approved',
      basis: 'administrative',
      reason: 'The added visits meet the entry rules.',
      by: { role: 'system', user: null },
      unitsGranted: revision.units,
    });
  }
  return events;
}
