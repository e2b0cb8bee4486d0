import { describe, expect, it } from 'vitest';
import { callTransport, httpAdapter } from '../../src/adapters/index.ts';
import { createApp, memoryStore, Portal } from '../../src/reference-impl/index.ts';
import { PACKS } from '../../src/rulebook/index.ts';
import { standardWorld, submissionTemplates } from '../../src/simulator/index.ts';

const world = standardWorld('domain', 'allways-commercial', 'America/New_York');
const at = '2026-02-02T09:00:00-05:00';

async function start() {
  const app = createApp(new Portal({ packs: PACKS, token: () => crypto.randomUUID(), store: memoryStore() }));
  const adapter = httpAdapter({
    name: 'in-process',
    transport: callTransport(app.call),
    timeoutMs: 120_000,
  });
  const id = await adapter.open(world, at);
  const signIn = async (user: string): Promise<string> => {
    const password = world.users.find((known) => known.id === user)?.password;
    const reply = await adapter.perform(id, { op: 'sign-in', body: { user, password } });
    return String((reply.body as { token: string }).token);
  };
  return { app, adapter, id, signIn };
}

describe('the reference implementation', () => {
  it('keeps worlds apart: a request of one is unknown in another', async () => {
    const { adapter, id, signIn } = await start();
    const token = await signIn('pcp');
    const made = await adapter.perform(id, {
      op: 'submit-request',
      body: submissionTemplates('2026-02-02').referral,
      token,
    });
    const request = String((made.body as { id: string }).id);
    const other = await adapter.open(world, at);
    const password = world.users.find((known) => known.id === 'pcp')?.password;
    const signedIn = await adapter.perform(other, { op: 'sign-in', body: { user: 'pcp', password } });
    const seen = await adapter.perform(other, {
      op: 'view-request',
      path: { id: request },
      token: String((signedIn.body as { token: string }).token),
    });
    expect(seen.status).toBe(404);
    const crossed = await adapter.perform(other, { op: 'list-requests', token });
    expect(crossed.status).toBe(401);
  });

  it('refuses a clock that is moved back, and stays where it was', async () => {
    const { adapter, id } = await start();
    await adapter.advance(id, '2026-02-03T09:00:00-05:00');
    await expect(adapter.advance(id, '2026-02-02T10:00:00-05:00')).rejects.toThrow(/409/);
  });

  it('forgets a world that is ended', async () => {
    const { adapter, id } = await start();
    await adapter.close(id);
    await expect(adapter.events(id, 0)).rejects.toThrow(/404/);
  });

  it('answers a body that is no JSON, too large or of the wrong shape with a problem', async () => {
    const { app, id } = await start();
    const post = async (body: string): Promise<[number, string | null]> => {
      const answer = await app.fetch(
        new Request('http://portal.invalid/sessions', {
          method: 'POST',
          body,
          headers: { 'conformance-world': id },
        }),
      );
      return [answer.status, answer.headers.get('content-type')];
    };
    for (const body of ['{', `"${'x'.repeat(1_100_000)}"`, '[]', '{"user":1}']) {
      expect(await post(body)).toEqual([400, 'application/problem+json']);
    }
  });

  it('names every bad field of a submission at once', async () => {
    const { adapter, id, signIn } = await start();
    const reply = await adapter.perform(id, {
      op: 'submit-request',
      body: { type: 'referral', units: 0, start: '2026-02-30' },
      token: await signIn('pcp'),
    });
    const paths = (reply.body as { errors: { path: string }[] }).errors.map(({ path }) => path);
    expect(reply.status).toBe(422);
    expect(paths).toEqual(
      expect.arrayContaining(['member', 'units', 'start', 'end', 'diagnoses', 'servicing.provider']),
    );
  });

  it('takes a plan decision by injection, and refuses one that cannot be', async () => {
    const { adapter, id, signIn } = await start();
    const token = await signIn('pcp');
    const made = await adapter.perform(id, {
      op: 'submit-request',
      body: submissionTemplates('2026-02-02').outpatient,
      token,
    });
    const request = String((made.body as { id: string }).id);
    await adapter.inject(id, {
      kind: 'plan-decision',
      request,
      by: 'nurse',
      decision: { outcome: 'approved', basis: 'medical-necessity', reason: 'Criteria met.' },
    });
    const seen = await adapter.perform(id, { op: 'view-request', path: { id: request }, token });
    expect((seen.body as { status: string }).status).toBe('APPROVED');
    const payment = { kind: 'electronic-payment-completed', site: 'site-pcp' } as const;
    await expect(adapter.inject(id, payment)).rejects.toThrow(/409/);
  });
});
