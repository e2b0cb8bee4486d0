import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Adapter, httpAdapter, socketTransport } from '../../src/adapters/index.ts';
import { type RunningServer, startReference } from '../../src/cli/shared/reference-server.ts';
import { problem } from '../../src/contract/index.ts';
import { standardWorld, submissionTemplates } from '../../src/simulator/index.ts';

const world = standardWorld('malformed', 'allways-commercial', 'America/New_York');
const START = '2026-02-03T09:00:00-05:00';

let server: RunningServer;
let adapter: Adapter;
let id: string;
let token: string;

beforeAll(async () => {
  server = await startReference({ port: 0, host: '127.0.0.1' });
  adapter = httpAdapter({
    name: 'socket',
    transport: socketTransport(server.url, 8),
    timeoutMs: 120_000,
  });
  id = await adapter.open(world, START);
  const password = world.users.find((user) => user.id === 'pcp')?.password;
  const session = await adapter.perform(id, { op: 'sign-in', body: { user: 'pcp', password } });
  token = String((session.body as { token: string }).token);
});

afterAll(async () => {
  await adapter.dispose();
  await server.close();
});

const good = submissionTemplates('2026-02-03');
const junk = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    1e21,
    true,
    [],
    {},
    '2026-02-30',
    '99999',
    'M-nobody',
    '\u0000',
    '\u{1f600}',
  ),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** What no value can repair: each is bad by itself, at its path. */
const POISON: readonly (readonly [path: string, value: fc.Arbitrary<unknown>])[] = [
  ['member', fc.constantFrom('M-nobody', 'SMITH', '')],
  ['units', fc.constantFrom(0, -1, 1.5, 1000, '6', null)],
  ['start', fc.constantFrom('2026-02-30', '02/03/2026', '', 7)],
  ['end', fc.constantFrom('2026-13-01', 'soon', null)],
  ['procedure', fc.constantFrom('00000', '9921', {}, '')],
  ['diagnoses', fc.constantFrom([], ['nonsense'], 'M17.11', null)],
  ['requester', fc.constantFrom({}, null, 'me', { name: 'x', phone: '586-1700' })],
  ['servicing', fc.constantFrom({}, null, [], { provider: 'dr-nobody', affiliation: 'aff-spec' })],
  ['service', fc.constantFrom('', null, 5)],
  ['remarks', fc.constantFrom('x'.repeat(256), 5, {})],
];

/** A submission that cannot be taken: some entries poisoned, others replaced by anything or left out. */
const malformed = fc
  .record({
    base: fc.constantFrom('referral', 'outpatient', 'admission'),
    poison: fc.constantFrom(...POISON).chain(([path, value]) => fc.tuple(fc.constant(path), value)),
    junk: fc.dictionary(fc.constantFrom(...Object.keys(good.outpatient ?? {}), 'extra', '__proto__'), junk, {
      maxKeys: 4,
    }),
    drop: fc.subarray(['requester', 'urgency', 'setting', 'end', 'diagnoses'], { maxLength: 2 }),
  })
  .map(({ base, poison: [path, value], junk: others, drop }) => {
    const body: Record<string, unknown> = { ...good[base], ...others };
    for (const name of drop) delete body[name];
    return { ...body, [path]: value };
  });

describe('10,000 malformed submissions through the socket', () => {
  it('are each refused with what is wrong, and leave nothing behind', async () => {
    const before = await adapter.events(id, 0);
    await fc.assert(
      fc.asyncProperty(malformed, async (body) => {
        const reply = await adapter.perform(id, { op: 'submit-request', body, token });
        expect(reply.status).toBe(422);
        const { errors = [] } = problem.parse(reply.body);
        expect(errors.length).toBeGreaterThan(0);
        expect(errors.every(({ path }) => path !== '')).toBe(true);
      }),
      { numRuns: 10_000, seed: 11 },
    );
    expect(await adapter.events(id, 0)).toEqual(before);
    const taken = await adapter.perform(id, { op: 'submit-request', body: good.referral, token });
    expect(taken.status).toBe(201);
    expect((taken.body as { id: string }).id).toMatch(/R00001$/);
  });

  it('and what is no object, or no JSON at all, is refused as well', async () => {
    for (const body of [null, 7, 'text', [], [good.referral]]) {
      const reply = await adapter.perform(id, { op: 'submit-request', body, token });
      expect(reply.status).toBe(400);
    }
    const raw = await fetch(`${server.url}/requests`, {
      method: 'POST',
      body: '{"type": ',
      headers: { 'conformance-world': id, authorization: `Bearer ${token}` },
    });
    expect(raw.status).toBe(400);
  });
});
