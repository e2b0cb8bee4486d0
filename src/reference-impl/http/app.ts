import { Hono } from 'hono';
import { OPERATIONS, type OperationId, operation } from '../../contract/index.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import type { Answer } from '../parts.ts';
import type { Portal } from '../portal.ts';
import { type Call, parseBody, problemAnswer, sessionOf, success } from './exchange.ts';
import { needsSession, PORTAL_HANDLERS, sessionView } from './portal-handlers.ts';
import { DESCRIPTION, onWorld, openWorld } from './surface-handlers.ts';

/** The largest body that is read, in bytes. */
const BODY_LIMIT = 1_048_576;

function signIn(call: Call, worldId: string): Answer {
  const found = call.portal.find(worldId);
  if (!found) return problemAnswer(noWorld(worldId));
  const body = parseBody<{ user: string; password: string }>(call);
  if (isRefusal(body)) return problemAnswer(body);
  const token = call.portal.token();
  const done = found.host.execute({ do: 'sign-in', ...body, token }, found.host.state.now);
  return isRefusal(done)
    ? problemAnswer(done)
    : success(call.operation, sessionView(found.host.state, token));
}

const noWorld = (id: string) =>
  refuse('not-found', id ? `There is no world ${id}.` : 'Say which world in the header Conformance-World.');

function answer(call: Call, worldId: string): Answer {
  if (call.operation === 'describe') return success('describe', DESCRIPTION);
  if (call.operation === 'open-world') return openWorld(call);
  if (call.operation === 'sign-in') return signIn(call, worldId);
  const found = call.portal.find(worldId);
  if (!found) return problemAnswer(noWorld(worldId));
  if (!needsSession(call.operation)) return onWorld(call, found.host);
  const session = sessionOf(call, found.host, found.pack);
  return isRefusal(session) ? problemAnswer(session) : PORTAL_HANDLERS[call.operation](session);
}

async function bodyOf(request: Request): Promise<{ value: unknown } | { problem: Answer }> {
  const tooLarge = {
    problem: problemAnswer(refuse('malformed', `A body holds at most ${BODY_LIMIT} bytes.`)),
  };
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) return tooLarge;
  const text = await request.text();
  if (text.length > BODY_LIMIT) return tooLarge;
  try {
    return { value: text === '' ? undefined : JSON.parse(text) };
  } catch {
    return { problem: problemAnswer(refuse('malformed', 'The body is not JSON.')) };
  }
}

const respond = ({ status, body }: Answer): Response => {
  if (body === null) return new Response(null, { status });
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  });
};

/** The portal as a web-standard handler: one app for a socket, an in-process call, and msw. */
export function createApp(portal: Portal): { fetch: (request: Request) => Response | Promise<Response> } {
  const app = new Hono();
  for (const id of Object.keys(OPERATIONS) as OperationId[]) {
    const { method, path } = operation(id);
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
      const request = context.req.raw;
      const body = await bodyOf(request);
      if ('problem' in body) return respond(body.problem);
      const params: Record<string, string> = context.req.param();
      const world = path.startsWith('/conformance/')
        ? (params.id ?? '')
        : (request.headers.get('conformance-world') ?? '');
      const call: Call = {
        portal,
        operation: id,
        path: params,
        query: context.req.query(),
        body: body.value,
        key: request.headers.get('idempotency-key'),
        token: request.headers.get('authorization')?.replace(/^Bearer /, '') ?? null,
      };
      const state = portal.find(world)?.host.state ?? null;
      const user = (call.token !== null && state?.sessions.get(call.token)?.user) || null;
      const { query, path: where } = call;
      return respond(
        portal.parts.answer(answer(call, world), {
          operation: id,
          state,
          user,
          query,
          path: where,
          body: call.body,
        }),
      );
    });
  }
  app.notFound(() =>
    respond(
      problemAnswer(refuse('not-found', 'There is nothing at this address; see the OpenAPI document.')),
    ),
  );
  app.onError((error) =>
    respond({
      status: 500,
      body: {
        type: 'about:blank',
        title: 'internal error',
        status: 500,
        code: 'malformed',
        detail: error.message,
      },
    }),
  );
  return { fetch: (request) => app.fetch(request) };
}
