import { serve } from '@hono/node-server';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp, PARTS, type Parts, Portal } from '../../src/reference-impl/index.ts';
import { PACKS } from '../../src/rulebook/index.ts';
import { DELEGATE_TEMPLATES, standardWorld } from '../../src/simulator/index.ts';
import { DENIAL } from './host.ts';

type Fetch = (request: Request) => Response | Promise<Response>;
const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

/** A server on a socket; a front may stand before the portal. */
async function listen(parts: Parts, front: (inner: Fetch) => Fetch = (inner) => inner): Promise<string> {
  const app = createApp(new Portal({ packs: PACKS, token: () => crypto.randomUUID(), parts }));
  const server = serve({ fetch: front(app.fetch), port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((done) => server.once('listening', () => done()));
  running.push(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

type Json = Record<string, unknown>;

class Client {
  readonly #base: string;
  #world = '';
  #token = '';

  constructor(base: string) {
    this.#base = base;
  }

  async call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'conformance-world': this.#world,
        authorization: `Bearer ${this.#token}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as Json) : {} };
  }

  async open(): Promise<void> {
    const world = { ...standardWorld('one-slot', 'evicore-medicaid', 'America/New_York'), desk: 'scripted' };
    const { body } = await this.call('POST', '/conformance/worlds', {
      world,
      at: '2026-02-03T09:00:00-05:00',
    });
    this.#world = String(body.id);
  }

  /** The same world as somebody. */
  async as(user: string): Promise<Client> {
    const other = new Client(this.#base);
    other.#world = this.#world;
    const { delegation } = standardWorld('one-slot', 'evicore-medicaid', 'America/New_York');
    const known = [...(delegation?.accounts ?? []), ...(delegation?.staff ?? [])].find(
      ({ id }) => id === user,
    );
    const { body } = await other.call('POST', '/sessions', { user, password: known?.password });
    other.#token = String(body.token);
    return other;
  }
}

const CASES = 50;

/** Fifty denied cases of one office, and fifty requests for one slot that are under way at the same time. */
async function race(
  base: string,
): Promise<{ taken: number; conflicts: number; others: number; booked: number }> {
  const conformance = new Client(base);
  await conformance.open();
  const [office, physician] = [await conformance.as('practice'), await conformance.as('d-physician')];
  const { members } = standardWorld('one-slot', 'evicore-medicaid', 'America/New_York');
  const member = members.find(({ id }) => id === 'M8000001');
  const build = {
    ...DELEGATE_TEMPLATES.case,
    member: { id: member?.id, birthDate: member?.birthDate, lastName: member?.lastName },
  };
  const numbers: string[] = [];
  for (let index = 0; index < CASES; index += 1) {
    const { body } = await office.call('POST', '/delegate/cases', build);
    const id = String(body.caseNumber);
    await office.call('POST', `/delegate/cases/${id}/gate`);
    await office.call('PUT', `/delegate/cases/${id}/priority`, { routine: true });
    await office.call('POST', `/delegate/cases/${id}/submission`);
    await physician.call('POST', `/delegate/cases/${id}/determinations`, DENIAL);
    numbers.push(id);
  }
  const { preferences, contact } = DELEGATE_TEMPLATES.talk as { preferences: unknown; contact: unknown };
  const key = (caseNumber: string) => ({ caseNumber, birthDate: member?.birthDate });
  const { body } = await office.call('POST', '/delegate/peer-to-peer/offers', {
    cases: [key(numbers[0] ?? '')],
    preferences,
    week: '2026-02-02',
  });
  const [group] = body.groups as { slots: { id: string }[] }[];
  const slot = group?.slots[3]?.id;
  const answers = await Promise.all(
    numbers.map((id) =>
      office.call('POST', '/delegate/peer-to-peer/appointments', {
        cases: [key(id)],
        preferences,
        contact,
        slot,
      }),
    ),
  );
  const list = await office.call('GET', '/delegate/peer-to-peer/appointments');
  const count = (status: number): number => answers.filter((one) => one.status === status).length;
  return {
    taken: count(201),
    conflicts: count(409),
    others: CASES - count(201) - count(409),
    booked: (list.body.appointments as unknown[]).length,
  };
}

/**
 * A front that checks whether a slot is free, and writes into a calendar that takes everything once all have checked:
 * each of its parts is right, and together they sell a slot many times, however fast or slow the machine is.
 */
function checkThenWrite(inner: Fetch): Fetch {
  let checks = 0;
  let open = (): void => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return async (request) => {
    if (request.method !== 'POST' || !request.url.endsWith('/peer-to-peer/appointments'))
      return inner(request);
    const headers = Object.fromEntries(request.headers);
    const text = await request.text();
    const asked = JSON.parse(text) as { slot: string };
    const url = new URL(request.url);
    const check = await inner(new Request(`${url.origin}/delegate/peer-to-peer/appointments`, { headers }));
    const { appointments } = (await check.json()) as { appointments: { slot: { id: string } }[] };
    const free = appointments.every(({ slot }) => slot.id !== asked.slot);
    checks += 1;
    if (checks === CASES) open();
    await all;
    if (!free) return Response.json({ code: 'conflict' }, { status: 409 });
    return inner(new Request(request.url, { method: 'POST', headers, body: text }));
  };
}

describe('fifty requests for one slot at the same time', () => {
  it('give it to one, and tell all others that it is taken', async () => {
    expect(await race(await listen(PARTS))).toEqual({ taken: 1, conflicts: CASES - 1, others: 0, booked: 1 });
  });

  it('find a portal that checks, waits and then writes', async () => {
    const lax: Parts = { ...PARTS, delegate: { ...PARTS.delegate, slotFree: () => true } };
    const { taken, booked } = await race(await listen(lax, checkThenWrite));
    expect(taken).toBe(CASES);
    expect(booked).toBe(taken);
  });
});
