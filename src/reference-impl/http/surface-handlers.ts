import { CAPABILITIES, type Description, type Injection, type World } from '../../contract/index.ts';
import type { Answer } from '../core/parts.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import type { WorldHost } from '../core/world-host.ts';
import { pdfOf } from '../practice-office/views.ts';
import { digestOf } from './body.ts';
import { type Call, parseBody, parseQuery, problemAnswer, success } from './exchange.ts';

/** Who the reference implementation is. */
export const DESCRIPTION: Description = {
  organization: 'portalproof',
  product: 'Reference implementation',
  version: '1',
  contact: 'see the README of portalproof',
  contract: '1',
  capabilities: [...CAPABILITIES],
};

/** Openings that are remembered at most; the oldest is forgotten first. */
const MOST_OPENINGS = 600;

function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** The world to open and when, checked; or as it was checked before, where the portal remembers that. */
function opening(call: Call): { readonly world: World; readonly at: string } | Refusal {
  const { openings } = call.portal;
  const known = call.text === undefined ? undefined : openings?.get(call.text);
  if (known) return known;
  const body = parseBody<{ world: World; at: string }>(call);
  if (isRefusal(body) || call.text === undefined || !openings) return body;
  if (openings.size >= MOST_OPENINGS) openings.delete(openings.keys().next().value ?? '');
  openings.set(call.text, frozen(body));
  return body;
}

/** Opens a world, for a pack that this portal knows. */
export function openWorld(call: Call): Answer {
  const body = opening(call);
  if (isRefusal(body)) return problemAnswer(body);
  const pack = call.portal.packOf(body.world);
  if (!pack)
    return problemAnswer(refuse('invalid', `This portal does not know the pack ${body.world.pack}.`));
  const now = Date.parse(body.at);
  const id = call.portal.open(body.world, pack, now);
  return success(call.operation, { id, now: new Date(now).toISOString() });
}

function moveClock(call: Call, host: WorldHost): Answer {
  const body = parseBody<{ to: string }>(call);
  if (isRefusal(body)) return problemAnswer(body);
  const refusal = host.advance(Date.parse(body.to));
  return refusal
    ? problemAnswer(refusal)
    : success(call.operation, { now: new Date(host.state.now).toISOString() });
}

/** A fax is kept as the page that came; answers its digest. */
function keepFax({ portal }: Call, text: string): string {
  const page = new TextEncoder().encode(pdfOf([text]));
  const sha256 = digestOf(page);
  portal.store.keep(sha256, page);
  return sha256;
}

function inject(call: Call, host: WorldHost): Answer {
  const body = parseBody<Injection>(call);
  if (isRefusal(body)) return problemAnswer(body);
  const sha256 = body.kind === 'fax' || body.kind === 'case-fax' ? keepFax(call, body.text) : null;
  const command = { do: 'inject', injection: body, ...(sha256 ? { sha256 } : {}) } as const;
  const done = host.execute(command, host.state.now);
  if (isRefusal(done)) return problemAnswer(done);
  const received = done.find((event) => event.type === 'received');
  return success(call.operation, {
    now: new Date(host.state.now).toISOString(),
    ...(received?.type === 'received' ? { request: received.request } : {}),
  });
}

/** Page through a list whose items count from 1. */
function page(call: Call, name: 'events' | 'items', all: readonly { seq: number }[]): Answer {
  const query = parseQuery(call);
  if (isRefusal(query)) return problemAnswer(query);
  const after = Number(query.after ?? 0);
  return success(call.operation, {
    [name]: all.filter(({ seq }) => seq > after),
    last: all.at(-1)?.seq ?? 0,
  });
}

/** The operations of the conformance surface that are about one world. */
export function onWorld(call: Call, host: WorldHost): Answer {
  switch (call.operation) {
    case 'move-clock':
      return moveClock(call, host);
    case 'read-events':
      return page(call, 'events', host.state.feed);
    case 'read-outbox':
      return page(call, 'items', host.state.outbox);
    case 'inject':
      return inject(call, host);
    default:
      call.portal.end(host.state.id);
      return { status: 204, body: null };
  }
}
