import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../src/contract/index.ts';
import { createApp, Portal } from '../../src/reference-impl/index.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { DELEGATE_TEMPLATES, standardWorld } from '../../src/simulator/index.ts';

const world = {
  ...standardWorld('malformed', 'evicore-medicaid', 'America/New_York'),
  desk: 'scripted' as const,
};
const portal = new Portal({ packs: [packOf('evicore-medicaid')], token: () => crypto.randomUUID() });
const app = createApp(portal);
const id = portal.open(world, packOf('evicore-medicaid'), Date.parse('2026-02-03T09:00:00-05:00'));

async function call(method: string, path: string, token: string, body?: unknown): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    'conformance-world': id,
    authorization: `Bearer ${token}`,
    'document-name': 'a.pdf',
    'document-description': 'Notes',
  };
  const init = { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? null) }) };
  return app.fetch(new Request(`http://portal.test${path}`, init));
}

async function tokenOf(user: string): Promise<string> {
  const { accounts = [], staff = [] } = world.delegation ?? {};
  const known = [...accounts, ...staff].find((one) => one.id === user);
  const answer = await call('POST', '/sessions', '', { user, password: known?.password });
  return ((await answer.json()) as { token: string }).token;
}

const CALLS = Object.entries(OPERATIONS).filter(([, { path }]) => path.startsWith('/delegate/'));
/** A body that is nearly right: a template in which one value, at any depth, is something else. */
const nearly = fc
  .tuple(fc.constantFrom(...Object.values(DELEGATE_TEMPLATES)), fc.jsonValue({ maxDepth: 3 }), fc.nat())
  .map(([template, value, place]) => {
    const copy = structuredClone(template) as Record<string, unknown>;
    const keys = Object.keys(copy);
    copy[keys[place % keys.length] ?? ''] = value;
    return copy;
  });
const anyBody = fc.oneof(nearly, fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<unknown>);

describe('whatever is sent to the delegate', () => {
  it('is answered, never with a failure, and leaves nothing in the feed', async () => {
    const tokens = [await tokenOf('practice'), await tokenOf('d-physician')];
    const before = portal.find(id)?.host.state.feed.length;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...CALLS),
        anyBody,
        fc.constantFrom(...tokens, 'a-guess'),
        fc.string({ maxLength: 30 }),
        async ([, { method, path }], body, token, text) => {
          const filled = path.replaceAll('{id}', encodeURIComponent(text) || 'none');
          const query =
            method === 'GET'
              ? `?npi=${encodeURIComponent(text)}&state=MA&zip=${encodeURIComponent(text)}`
              : '';
          const { status } = await call(method, `${filled}${query}`, token, body);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 3_000, seed: 21 },
    );
    expect(portal.find(id)?.host.state.feed.length).toBe(before);
  });
});
