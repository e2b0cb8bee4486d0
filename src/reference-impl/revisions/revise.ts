import type { Pack } from '../../rulebook/index.ts';
import type { DomainEvent } from '../core/event.ts';
import { fieldError, type Refusal, refuse } from '../core/refusal.ts';
import { type RequestState, withoutReview } from '../core/state.ts';

export type Revision = {
  readonly units: number;
  readonly remarks?: string | undefined;
  readonly add?: readonly { readonly procedure: string; readonly units: number }[] | undefined;
  readonly end?: string | undefined;
  readonly information?: readonly string[] | undefined;
  readonly procedure?: string | undefined;
  readonly servicing?: { readonly provider: string; readonly affiliation: string } | undefined;
};

/** Characters as people count them: code points, a line break as one. */
const lengthOf = (text: string): number => [...text.replaceAll('\r\n', '\n')].length;

/** Of a referral only units and remarks are revised. User Guide, Referral Revision Rules. */
const referralErrors = ({ end, procedure, servicing, add }: Revision) =>
  [
    ['end', end, 'visits on other dates need a new referral'],
    ['procedure', procedure, 'another service needs a new referral'],
    ['servicing', servicing, 'another provider needs a new referral'],
    ['add', add?.length ? add : undefined, 'a referral takes no further procedures'],
  ].flatMap(([path, value, detail]) =>
    value === undefined ? [] : [fieldError(String(path), 'not-allowed', String(detail))],
  );

const authorizationErrors = ({ accepted }: RequestState, revision: Revision) => {
  const errors = [];
  if (revision.procedure !== undefined && revision.procedure !== accepted.procedure)
    errors.push(
      fieldError('procedure', 'not-allowed', 'another service needs a new request; ask for it anew'),
    );
  if (revision.servicing && revision.servicing.affiliation !== accepted.affiliation)
    errors.push(fieldError('servicing', 'not-allowed', 'another provider needs a new request'));
  if (accepted.delegate !== null && errors.length === 0)
    errors.push(fieldError('units', 'delegated', 'ask the delegate that authorized this'));
  if (asksForCare(revision) && !(revision.information ?? []).length)
    errors.push(
      fieldError('information', 'required', 'send the clinical documentation of the continued care'),
    );
  if (revision.end !== undefined && revision.end < accepted.start)
    errors.push(fieldError('end', 'order', 'end is not before start'));
  return errors;
};

const asksForCare = ({ units, end, add }: Revision): boolean =>
  units > 0 || end !== undefined || (add?.length ?? 0) > 0;

/**
 * Whether a request may be revised, and in this way. `today` is the local date. Section 7, Concurrent
 * Review; User Guide, Revisions.
 */
export function mayRevise(
  request: RequestState,
  revision: Revision,
  today: string,
  { figures }: Pack,
): Refusal | null {
  const { accepted, status } = request;
  if (request.reconsideration) return refuse('conflict', 'A review of this request is open already.');
  if (request.closed || (status !== 'APPROVED' && status !== 'MEDREVIEW'))
    return refuse('conflict', `A request with status ${status} is not revised.`);
  const errors =
    accepted.type === 'referral' ? referralErrors(revision) : authorizationErrors(request, revision);
  const most = figures.revisionRemarksLength.value;
  if (lengthOf(revision.remarks ?? '') > most)
    errors.push(fieldError('remarks', 'too-long', `remarks holds ${most} characters`));
  if (errors.length === 0 && !asksForCare(revision) && !revision.remarks?.trim())
    errors.push(fieldError('units', 'required', 'ask for more units, or write a remark'));
  if (revision.units > 0 && revision.end === undefined && request.granted.end < today)
    errors.push(fieldError('units', 'not-allowed', 'the period is over; more care needs a new request'));
  return errors.length > 0
    ? refuse('invalid', `${errors.length} entries need another look; nothing was changed.`, errors)
    : null;
}

/**
 * What a revision makes happen: a concurrent review, or for a referral the added visits at once. One made
 * before the first decision only adds to what is reviewed, and a remark is only kept.
 */
export function revise(request: RequestState, revision: Revision, now: number): DomainEvent[] {
  const about = { at: now, request: request.id };
  const number = request.revisions.length + 1;
  const { units, add = [], remarks = '' } = revision;
  const undecided = request.determinations.length === 0;
  if (!asksForCare(revision) || undecided)
    return [{ ...about, type: 'revision-noted', number, units, remarks, add }];
  const end = revision.end ?? request.granted.end;
  const events: DomainEvent[] = [
    { ...about, type: 'revision-requested', revision: number, units, end, remarks, add },
  ];
  if (withoutReview(request.accepted)) {
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
      unitsGranted: units,
    });
  }
  return events;
}
