import { daysBetween, laterDate, localDate } from '../../calendar/calendar.ts';
import type { Claim, ClaimReason } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import type { DomainEvent } from '../core/event.ts';
import { type PortalState, type RequestState, withoutReview } from '../core/state.ts';
import { coveredOn } from '../request-entry/check.ts';
import { benefitOf, inNetwork, procedureOf, requirementOf } from '../request-entry/requirements.ts';
import { calendarOf } from '../time-frames/limits.ts';

type Adjudicated = Extract<DomainEvent, { type: 'claim-adjudicated' }>;
type Result = Omit<Adjudicated, 'type' | 'at' | 'request' | 'claim'>;

const covers = (request: RequestState, claim: Claim): boolean =>
  request.accepted.start <= claim.from && claim.to <= request.granted.end;

const approved = ({ determinations, closed }: RequestState): boolean =>
  !closed && determinations.some(({ outcome }) => outcome !== 'denied');

/** The request that a claim rests on: the one that it names, or the first approved one that covers it. */
function authorizationOf(state: PortalState, claim: Claim, referral: boolean): RequestState | undefined {
  const fits = (request: RequestState): boolean =>
    request.accepted.member === claim.member &&
    (request.accepted.type === 'referral') === referral &&
    (referral || !withoutReview(request.accepted)) &&
    (referral || request.accepted.procedure === claim.procedure) &&
    request.accepted.affiliation === claim.affiliation &&
    covers(request, claim);
  const named = claim.authorization === undefined ? undefined : state.requests.get(claim.authorization);
  if (named) return fits(named) ? named : undefined;
  const fitting = [...state.requests.values()].filter(fits);
  return fitting.find(approved) ?? fitting[0];
}

const denied = (
  reason: ClaimReason,
  issuedTo: 'member' | 'provider',
  liability: number,
  about: RequestState | null,
): Result => ({
  authorization: about?.id ?? null,
  outcome: 'denied',
  reason,
  issuedTo,
  unitsPaid: 0,
  memberLiability: liability,
  memberLiableFrom: null,
});

const paid = (claim: Claim, about: RequestState | null): Result => ({
  authorization: about?.id ?? null,
  outcome: 'paid',
  reason: null,
  issuedTo: null,
  unitsPaid: claim.units,
  memberLiability: claim.copay,
  memberLiableFrom: null,
});

/** A claim on a request that was denied: the member owes only what came after the member was told. */
function onDenial(claim: Claim, about: RequestState, pack: Pack): Result {
  const last = about.determinations.at(-1);
  if (last?.basis === 'administrative') {
    const member = last.reason === 'excluded-benefit' || last.reason === 'exhausted-benefit';
    const reason = last.reason as ClaimReason;
    return denied(reason, member ? 'member' : 'provider', member ? claim.charge : 0, about);
  }
  const told = last?.letters.find(({ to }) => to === 'member')?.at;
  const days = daysBetween(claim.from, claim.to) + 1;
  if (told === undefined) return denied('not-medically-necessary', 'provider', 0, about);
  const date = localDate(calendarOf(pack, 'none'), told);
  const after = Math.min(days, Math.max(0, daysBetween(date, claim.to)));
  const liableFrom = after === 0 ? null : new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
  return {
    ...denied('not-medically-necessary', after > 0 ? 'member' : 'provider', 0, about),
    memberLiability: Math.round((claim.charge * after) / days),
    memberLiableFrom: liableFrom === null ? null : laterDate(claim.from, liableFrom),
  };
}

/** The part of a claim that an approval covers; what is beyond has had no review. */
function onApproval(state: PortalState, claim: Claim, about: RequestState): Result {
  const left = Math.max(0, about.granted.units - (state.unitsPaid.get(about.id) ?? 0));
  if (claim.units <= left) return paid(claim, about);
  if (left === 0) return denied('no-prior-authorization', 'provider', 0, about);
  return {
    ...paid(claim, about),
    outcome: 'partly-paid',
    reason: 'no-prior-authorization',
    issuedTo: 'provider',
    unitsPaid: left,
  };
}

type Notice = Pick<RequestState, 'accepted' | 'flags'> & { readonly request: RequestState | null };

/** What the plan was told of the care of a claim. What has only a receipt so far was told when that was given. */
function noticesOf({ requests, deferrals }: PortalState, claim: Claim): Notice[] {
  const waiting = [...deferrals.values()].filter(({ request }) => request === null);
  return [
    ...[...requests.values()].map((request) => ({ ...request, request })),
    ...waiting.map((deferral) => ({ ...deferral, request: null })),
  ].filter(
    ({ accepted }) =>
      accepted.notification !== null &&
      accepted.member === claim.member &&
      accepted.affiliation === claim.affiliation &&
      accepted.start <= claim.from,
  );
}

function onNotification(state: PortalState, claim: Claim): Result {
  const notices = noticesOf(state, claim);
  const notice = notices.find(({ flags }) => !flags.includes('notification-late')) ?? notices[0];
  const about = notice?.request ?? null;
  if (!notice || notice.flags.includes('notification-late'))
    return denied('late-notification', 'provider', 0, about);
  if (notice.flags.includes('documentation-missing'))
    return denied('missing-clinical-documentation', 'provider', 0, about);
  if (notice.accepted.notification?.kind === 'observation') return paid(claim, about);
  // Observation needs no authorization, so the days that a stay was approved for are no measure of it.
  if (claim.place === 'observation') return paid(claim, null);
  return about && approved(about) ? onApproval(state, claim, about) : paid(claim, about);
}

/** What becomes of a claim, as far as utilization rules go. Section 7; amounts in cents. */
export function adjudicate(state: PortalState, claim: Claim, pack: Pack): Result {
  const { world } = state;
  const member = state.members.get(claim.member);
  const procedure = procedureOf(world, claim.procedure);
  const network = inNetwork(world, claim.affiliation, claim.from);
  if (!member || !coveredOn(member, claim.from)) return denied('not-eligible', 'member', claim.charge, null);
  const benefit = benefitOf(member, procedure);
  if (benefit !== 'covered') return denied(`${benefit}-benefit`, 'member', claim.charge, null);
  const emergent = claim.emergent === true;
  const service = {
    procedure: claim.procedure,
    date: claim.from,
    place: claim.place,
    emergent,
    product: member.product,
    purpose: claim.purpose,
    network,
  };
  const asked = requirementOf(world, service);
  const later = (claim.visit ?? 1) > 1 && asked === 'required-notification';
  const outside = !network && !emergent && claim.place !== 'emergency-room';
  const asks = later || outside ? 'prior-authorization' : asked;
  if (asks === 'nothing' || asks === 'requested-notification') return paid(claim, null);
  if (asks === 'required-notification') return onNotification(state, claim);
  const about = authorizationOf(state, claim, asks === 'referral');
  if (about && approved(about)) return onApproval(state, claim, about);
  if (about && !about.closed && about.determinations.length > 0) return onDenial(claim, about, pack);
  const reason = asks === 'referral' ? 'no-referral' : 'no-prior-authorization';
  return denied(reason, 'provider', network ? 0 : claim.charge, about ?? null);
}
