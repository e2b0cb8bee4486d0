import { laterDate } from '../../calendar/calendar.ts';
import type { Pack } from '../../rulebook/index.ts';
import { evolveAccounts } from '../accounts/evolve.ts';
import { openAccounts } from '../accounts/model.ts';
import { isDelegateEvent } from '../delegate/event.ts';
import { evolveDelegate } from '../delegate/evolve.ts';
import { openDelegate } from '../delegate/state.ts';
import { evolveOffice } from '../practice-office/office.ts';
import { openOffice } from '../practice-office/state.ts';
import type { DomainEvent, RequestEvent } from './event.ts';
import { missingInformation, type PortalState, type RequestState } from './state.ts';

/** The state of a world that has just been opened. */
export function openState(id: string, event: Extract<DomainEvent, { type: 'world-opened' }>): PortalState {
  return {
    id,
    world: event.world,
    now: event.at,
    members: new Map(event.world.members.map((member) => [member.id, member])),
    sessions: new Map(),
    requests: new Map(),
    keys: new Map(),
    issuedOn: new Map(),
    feed: [],
    outbox: [],
    unitsPaid: new Map(),
    messages: new Map(),
    accounts: openAccounts(event.world, event.at),
    accessCases: new Map(),
    failures: new Map(),
    audit: [],
    deferrals: new Map(),
    pauses: [],
    office: openOffice(event.world.office),
    delegate: openDelegate(event.world),
  };
}

function receive(state: PortalState, event: Extract<RequestEvent, { type: 'received' }>): void {
  const request: RequestState = {
    id: event.request,
    accepted: event.accepted,
    user: event.user,
    receivedAt: event.deferral?.at ?? event.at,
    flags: event.flags,
    status: 'PEND',
    supplied: new Set(event.accepted.information),
    asked: new Set(),
    informationAskedAt: null,
    informationCompleteAt: null,
    determinations: [],
    reconsideration: null,
    reconsideredAt: new Map(),
    revision: null,
    waiting: [],
    revisions: [],
    amended: 0,
    shownFrom: event.deferral?.until ?? event.at,
    revisedAt: new Map(),
    notes: [],
    circumstances: new Map(),
    granted: { units: 0, end: event.accepted.end },
    closed: false,
  };
  state.requests.set(request.id, request);
  const day = request.id.slice(0, 5);
  state.issuedOn.set(day, (state.issuedOn.get(day) ?? 0) + 1);
  if (event.key !== null) state.keys.set(`${event.user}\n${event.key}`, request.id);
  if (missingInformation(state, request).length === 0) request.informationCompleteAt = request.receivedAt;
  const deferral = state.deferrals.get(event.deferral?.receipt ?? '');
  if (deferral) deferral.request = event.request;
}

function evolveRequest(state: PortalState, request: RequestState, event: RequestEvent): void {
  switch (event.type) {
    case 'received':
      break;
    case 'information-requested':
      for (const item of event.items) request.asked.add(item);
      request.informationAskedAt ??= event.at;
      if (missingInformation(state, request).length > 0) request.informationCompleteAt = null;
      break;
    case 'information-received':
      for (const item of event.items) request.supplied.add(item);
      if (request.informationCompleteAt === null && missingInformation(state, request).length === 0) {
        request.informationCompleteAt = event.at;
      }
      break;
    case 'status-changed':
      request.status = event.to;
      break;
    case 'decided':
      decided(request, event);
      request.determinations.push({ ...event, calls: [], letters: [] });
      break;
    case 'called':
      request.determinations[event.decision - 1]?.calls.push(event);
      break;
    case 'letter-sent':
      request.determinations[event.decision - 1]?.letters.push(event);
      break;
    case 'reconsideration-requested':
      request.reconsideration = { at: event.at, about: event.about };
      break;
    case 'closed':
      request.closed = true;
      break;
    case 'circumstance':
      request.circumstances.set(event.what, event.at);
      break;
    case 'revision-requested': {
      const { at, revision: number, units, end, remarks, add } = event;
      request.revisions.push({ number, at, units, remarks, add, merged: false, status: 'MEDREVIEW' });
      const asked = { at, number, units: units + sumOf(add), end };
      if (request.revision) request.waiting.push(asked);
      else request.revision = asked;
      break;
    }
    case 'revision-noted': {
      const { at, number, units, remarks, add } = event;
      request.revisions.push({ number, at, units, remarks, add, merged: true, status: 'APPROVED' });
      request.amended += units;
      break;
    }
    default:
      request.notes.push(event);
  }
}

function decided(request: RequestState, event: Extract<RequestEvent, { type: 'decided' }>): void {
  const { reconsideration, revision, granted } = request;
  if (reconsideration) request.reconsideredAt.set(event.decision, reconsideration.at);
  if (revision && event.revision !== undefined) {
    request.revisedAt.set(event.decision, { at: revision.at, units: revision.units });
    if (event.outcome !== 'denied') granted.end = laterDate(revision.end, granted.end);
    request.revision = request.waiting.shift() ?? null;
    const told = request.revisions.find(({ number }) => number === event.revision);
    if (told) told.status = event.outcome === 'denied' ? 'DENIED' : 'APPROVED';
  }
  request.reconsideration = null;
  granted.units += event.unitsGranted;
}

const sumOf = (add: readonly { readonly units: number }[]): number =>
  add.reduce((sum, { units }) => sum + units, 0);

function evolveOther(state: PortalState, event: RequestEvent): void {
  if (event.type === 'claim-adjudicated' && event.authorization !== null) {
    const before = state.unitsPaid.get(event.authorization) ?? 0;
    state.unitsPaid.set(event.authorization, before + event.unitsPaid);
  }
  if (event.type === 'payment-made') state.office.paid += 1;
  if (event.type === 'message-left') state.messages.set(event.message, event.at);
  if (event.type === 'message-retrieved') state.messages.delete(event.message);
}

/** Applies what happened. It decides nothing and refuses nothing: the event is already true. */
export function evolve(state: PortalState, event: DomainEvent, pack: Pack): void {
  state.now = Math.max(state.now, event.at);
  if (isDelegateEvent(event)) {
    evolveDelegate(state, event);
    return;
  }
  if ('request' in event) {
    if (event.type === 'received') receive(state, event);
    const request = state.requests.get(event.request);
    if (request) evolveRequest(state, request, event);
    else evolveOther(state, event);
    return;
  }
  switch (event.type) {
    case 'world-opened':
    case 'clock-moved':
    case 'fax-unmatched':
      break;
    case 'coverage-changed': {
      const member = state.members.get(event.member);
      if (member) state.members.set(member.id, { ...member, coverage: event.coverage });
      break;
    }
    case 'deferred': {
      const { type: _type, ...deferral } = event;
      state.deferrals.set(event.receipt, { ...deferral, request: null });
      if (event.key !== null) state.keys.set(`${event.user}\n${event.key}`, event.receipt);
      break;
    }
    case 'pause-set':
      state.pauses.push({ from: event.from, until: event.until, maintenance: event.maintenance });
      break;
    case 'electronic-payment-registered':
    case 'electronic-payment-completed':
    case 'enrollment-submitted':
    case 'enrollment-moved':
    case 'pcp-changed':
      evolveOffice(state, event, pack);
      break;
    default:
      evolveAccounts(state, event);
  }
}
