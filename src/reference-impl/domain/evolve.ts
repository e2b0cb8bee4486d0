import { laterDate } from '../../calendar/calendar.ts';
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
  };
}

function receive(state: PortalState, event: Extract<RequestEvent, { type: 'received' }>): void {
  const request: RequestState = {
    id: event.request,
    accepted: event.accepted,
    user: event.user,
    receivedAt: event.at,
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
    revisions: 0,
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
  if (missingInformation(state, request).length === 0) request.informationCompleteAt = event.at;
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
    case 'revision-requested':
      request.revisions = event.revision;
      request.revision = { at: event.at, number: event.revision, units: event.units, end: event.end };
      break;
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
    request.revision = null;
  }
  request.reconsideration = null;
  granted.units += event.unitsGranted;
}

function evolveOther(state: PortalState, event: RequestEvent): void {
  if (event.type === 'claim-adjudicated' && event.authorization !== null) {
    const before = state.unitsPaid.get(event.authorization) ?? 0;
    state.unitsPaid.set(event.authorization, before + event.unitsPaid);
  }
  if (event.type === 'message-left') state.messages.set(event.message, event.at);
  if (event.type === 'message-retrieved') state.messages.delete(event.message);
}

/** Applies what happened. It decides nothing and refuses nothing: the event is already true. */
export function evolve(state: PortalState, event: DomainEvent): void {
  state.now = Math.max(state.now, event.at);
  switch (event.type) {
    case 'world-opened':
    case 'clock-moved':
      break;
    case 'signed-in': {
      const user = state.world.users.find(({ id }) => id === event.user);
      const site = user?.kind === 'provider' ? (user.sites[0]?.site ?? null) : null;
      state.sessions.set(event.token, { user: event.user, site });
      break;
    }
    case 'site-chosen': {
      const session = state.sessions.get(event.token);
      if (session) session.site = event.site;
      break;
    }
    case 'coverage-changed': {
      const member = state.members.get(event.member);
      if (member) state.members.set(member.id, { ...member, coverage: event.coverage });
      break;
    }
    case 'received':
      receive(state, event);
      break;
    default: {
      const request = state.requests.get(event.request);
      if (request) evolveRequest(state, request, event);
      else evolveOther(state, event);
    }
  }
}
