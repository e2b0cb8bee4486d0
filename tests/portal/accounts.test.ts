import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/adapters/index.ts';
import { handlerTransport, httpAdapter } from '../../src/adapters/index.ts';
import type { User } from '../../src/contract/index.ts';
import {
  bcryptPasswords,
  createApp,
  type EventStore,
  memoryStore,
  Portal,
} from '../../src/reference-impl/index.ts';
import { PACKS } from '../../src/rulebook/index.ts';
import { standardWorld } from '../../src/simulator/index.ts';

const world = standardWorld('accounts', 'allways-commercial', 'America/New_York');
const START = '2026-02-03T09:00:00-05:00';
const passwordOf = (id: string): string => world.users.find((user: User) => user.id === id)?.password ?? '';

async function start(store: EventStore = memoryStore()) {
  const app = createApp(new Portal({ packs: PACKS, token: () => crypto.randomUUID(), store }));
  const adapter = httpAdapter({
    name: 'accounts',
    transport: handlerTransport(app.fetch),
    timeoutMs: 120_000,
  });
  const id = await adapter.open(world, START);
  const signIn = (user: string, password = passwordOf(user)): Promise<Reply> =>
    adapter.perform(id, { op: 'sign-in', body: { user, password } });
  const tokenOf = async (user: string, password?: string): Promise<string> =>
    String(((await signIn(user, password)).body as { token?: unknown }).token);
  return { adapter, id, signIn, tokenOf };
}

const newcomer = {
  user: 'newcomer',
  name: 'Alex Newcomer',
  email: 'newcomer@office.example',
  phone: '617-555-0150',
  password: 'correct horse battery',
  site: 'site-pcp',
  permissions: ['view'],
};

describe('signing in', () => {
  it('answers an unknown name and a wrong password alike', async () => {
    const { signIn } = await start();
    const unknown = await signIn('nobody-here', 'whatever it may be');
    const wrong = await signIn('pcp', 'whatever it may be');
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  });

  it('rests a name after five failures, known or not, and opens again after a quarter of an hour', async () => {
    const { adapter, id, signIn } = await start();
    for (const user of ['pcp', 'nobody-here']) {
      for (let tries = 0; tries < 5; tries += 1)
        expect((await signIn(user, 'wrong wrong wrong')).status).toBe(401);
      expect((await signIn(user, 'wrong wrong wrong')).status).toBe(429);
    }
    expect((await signIn('pcp')).status).toBe(429);
    await adapter.advance(id, '2026-02-03T09:15:00-05:00');
    expect((await signIn('pcp')).status).toBe(201);
  });

  it('gives a session that ends after half a day, or when its user ends it', async () => {
    const { adapter, id, tokenOf } = await start();
    const token = await tokenOf('pcp');
    await adapter.advance(id, '2026-02-03T20:59:59-05:00');
    expect((await adapter.perform(id, { op: 'show-session', token })).status).toBe(200);
    await adapter.advance(id, '2026-02-03T21:00:00-05:00');
    expect((await adapter.perform(id, { op: 'show-session', token })).status).toBe(401);
    const other = await tokenOf('pcp');
    expect((await adapter.perform(id, { op: 'sign-out', token: other })).status).toBe(204);
    expect((await adapter.perform(id, { op: 'show-session', token: other })).status).toBe(401);
  });
});

describe('registering', () => {
  it('answers a taken name like a free one, and nothing comes of it', async () => {
    const { adapter, id, signIn, tokenOf } = await start();
    const taken = await adapter.perform(id, { op: 'request-access', body: { ...newcomer, user: 'pcp' } });
    const free = await adapter.perform(id, { op: 'request-access', body: newcomer });
    const shape = ({ status, body }: Reply) => [status, { ...(body as object), request: 'a request' }];
    expect(shape(taken)).toEqual(shape(free));
    const listed = await adapter.perform(id, { op: 'list-users', token: await tokenOf('pcp-admin') });
    const pending = (listed.body as { users: { user: string; state: string }[] }).users.filter(
      ({ state }) => state === 'pending',
    );
    expect(pending.map(({ user }) => user)).toEqual(['newcomer']);
    expect((await signIn('pcp', newcomer.password)).status).toBe(401);
  });

  it('keeps a password as a hash and never in the clear', async () => {
    const kept: unknown[] = [];
    const store: EventStore = {
      ...memoryStore(),
      append: (_world, _first, events) => void kept.push(...events),
    };
    const { adapter, id } = await start(store);
    await adapter.perform(id, { op: 'request-access', body: newcomer });
    const text = JSON.stringify(kept);
    expect(text).not.toContain(newcomer.password);
    expect(text).toContain('$2b$');
  });

  it('gives the owner of an account one more site, and another password none', async () => {
    const { adapter, id, tokenOf } = await start();
    const more = { ...newcomer, user: 'specialist', password: passwordOf('specialist') };
    const own = await adapter.perform(id, { op: 'request-access', body: more });
    const request = String((own.body as { request?: unknown }).request);
    for (const user of ['pcp-admin', 'support']) {
      const approved = await adapter.perform(id, {
        op: 'approve-access',
        path: { id: request },
        token: await tokenOf(user),
      });
      expect(approved.status).toBe(200);
    }
    const session = await adapter.perform(id, { op: 'show-session', token: await tokenOf('specialist') });
    expect((session.body as { sites: { id: string }[] }).sites.map((site) => site.id)).toEqual([
      'site-spec',
      'site-pcp',
    ]);
  });

  it('costs as much for a name that nobody has as for one that somebody has', () => {
    const { hash, matches } = bcryptPasswords(4);
    const secret = { hash: hash('a password of some length') };
    expect(matches('a password of some length', secret)).toBe(true);
    expect(matches('another one of some length', secret)).toBe(false);
    expect(matches('nobody', null)).toBe(false);
  });
});

describe('access to a site', () => {
  it('is gone at once for a user who is removed from it, with the session they have', async () => {
    const { adapter, id, tokenOf } = await start();
    const token = await tokenOf('pcp');
    const admin = await tokenOf('pcp-admin');
    expect((await adapter.perform(id, { op: 'list-requests', token })).status).toBe(200);
    await adapter.perform(id, {
      op: 'change-user',
      path: { id: 'pcp' },
      token: admin,
      body: { removed: true },
    });
    expect((await adapter.perform(id, { op: 'list-requests', token })).status).toBe(403);
  });

  it('lapses for one site and stays for the other', async () => {
    const two = world.users.find(({ id }) => id === 'two-sites') as Extract<User, { kind: 'provider' }>;
    const renewed = two.sites.map((site, index) => ({
      ...site,
      renewedAt: index === 0 ? '2025-08-01T09:00:00-04:00' : '2026-01-15T09:00:00-05:00',
    }));
    const users = world.users.map((user) => (user.id === two.id ? { ...two, sites: renewed } : user));
    const { adapter, tokenOf } = await start();
    const id = await adapter.open({ ...world, users }, START);
    const session = await adapter.perform(id, {
      op: 'sign-in',
      body: { user: two.id, password: two.password },
    });
    const token = String((session.body as { token: string }).token);
    expect((await adapter.perform(id, { op: 'list-requests', token })).status).toBe(403);
    await adapter.perform(id, { op: 'choose-site', token, body: { site: 'site-spec' } });
    expect((await adapter.perform(id, { op: 'list-requests', token })).status).toBe(200);
    expect(await tokenOf('pcp')).not.toBe('undefined');
  });
});
