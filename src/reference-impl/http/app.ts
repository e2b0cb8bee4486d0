import { LAST_HEADERS, type OperationId, operation } from '../../contract/index.ts';
import { userNow } from '../accounts/account.ts';
import { askForAccess } from '../accounts/handlers.ts';
import type { Answer } from '../core/parts.ts';
import type { Portal } from '../core/portal.ts';
import { isRefusal, refuse } from '../core/refusal.ts';
import type { WorldHost } from '../core/world-host.ts';
import { documentLimit } from '../documents/document.ts';
import { bodyOf, bytesOf, type Incoming } from './body.ts';
import { DELEGATE_HANDLERS, DELEGATE_OPEN, isAtDelegate, isOpenAtDelegate } from './delegate-handlers.ts';
import { delegateActor, delegateSecret, delegateSession } from './delegate-session.ts';
import {
  type Call,
  mayUse,
  parseBody,
  problemAnswer,
  type SessionCall,
  sessionOf,
  success,
} from './exchange.ts';
import { needsSession, PORTAL_HANDLERS, sessionView } from './portal-handlers.ts';
import { type Outgoing, outgoing } from './respond.ts';
import { queryOf, routesOf } from './routes.ts';
import { DESCRIPTION, onWorld, openWorld } from './surface-handlers.ts';

type Found = NonNullable<ReturnType<Portal['find']>>;

const noWorld = (id: string) =>
  refuse('not-found', id ? `There is no world ${id}.` : 'Say which world in the header Conformance-World.');

/** How far feed and outbox of a world have come, told with every answer about it so that nobody reads in vain. */
const lastsOf = ({ state }: WorldHost): Readonly<Record<string, string>> => ({
  [LAST_HEADERS.events]: String(state.feed.at(-1)?.seq ?? 0),
  [LAST_HEADERS.outbox]: String(state.outbox.at(-1)?.seq ?? 0),
});

function signIn(call: Call, { host, pack }: Found): Answer {
  const body = parseBody<{ user: string; password: string }>(call);
  if (isRefusal(body)) return problemAnswer(body);
  const { state } = host;
  const staff = state.world.users.find((one) => one.kind === 'staff' && one.id === body.user);
  const own = state.accounts.get(body.user)?.secret ?? (staff ? { plain: staff.password } : null);
  const secret = own ?? delegateSecret(state, body.user);
  const matches = call.portal.passwords.matches(body.password, secret);
  const token = call.portal.token();
  const done = host.execute({ do: 'sign-in', user: body.user, matches, token }, state.now);
  if (isRefusal(done)) return problemAnswer(done);
  const { gates } = call.portal.parts;
  const user = matches ? userNow(state, body.user, (link) => gates.lapsed(link, state.now, pack)) : undefined;
  const view = user ? sessionView(state, user, token) : null;
  if (matches && delegateActor(state, body.user))
    return success(call.operation, { token, user: body.user, role: null, currentSite: null, sites: [] });
  return view
    ? success(call.operation, view)
    : problemAnswer(refuse('wrong-credentials', 'User or password is wrong.'));
}

/** What a call was about, for the audit trail. */
function objectOf({ path, query, body }: Call, answer: Answer): string | null {
  const told = [path.id, (answer.body as { id?: unknown } | null)?.id, query.member, query.query, query.id];
  const inBody = (body as { member?: unknown } | null | undefined)?.member;
  const found = [...told, inBody].find((value) => typeof value === 'string');
  return typeof found === 'string' ? found.slice(0, 80) : null;
}

/** Every call of a signed-in user leaves an entry in the audit trail, refused or not. Section 4, Overview. */
function audited(session: SessionCall, answer: Answer): Answer {
  const { host, user, session: own, operation: id } = session;
  const site = user.kind === 'provider' ? own.site : null;
  const entry = {
    user: user.id,
    site,
    operation: id,
    object: objectOf(session, answer),
    status: answer.status,
  };
  host.execute({ do: 'audit', ...entry }, host.state.now);
  return answer;
}

function answerOf(call: Call, worldId: string): Answer {
  if (call.operation === 'describe') return success('describe', DESCRIPTION);
  if (call.operation === 'open-world') return openWorld(call);
  const found = call.portal.find(worldId);
  if (!found) return problemAnswer(noWorld(worldId));
  if (call.operation === 'sign-in') return signIn(call, found);
  if (call.operation === 'request-access') return askForAccess(call, found.host, null);
  if (isOpenAtDelegate(call.operation)) return DELEGATE_OPEN[call.operation](call, found.host);
  if (isAtDelegate(call.operation)) {
    const session = delegateSession(call, found.host, found.pack);
    return isRefusal(session) ? problemAnswer(session) : DELEGATE_HANDLERS[call.operation](session);
  }
  if (!needsSession(call.operation)) return onWorld(call, found.host);
  const session = sessionOf(call, found.host, found.pack);
  if (isRefusal(session)) return problemAnswer(session);
  const refusal = mayUse(session);
  return audited(session, refusal ? problemAnswer(refusal) : PORTAL_HANDLERS[call.operation](session));
}

async function handle(
  portal: Portal,
  id: OperationId,
  incoming: Incoming,
  path: Readonly<Record<string, string>>,
): Promise<Outgoing> {
  const world = operation(id).path.startsWith('/conformance/')
    ? (path.id ?? '')
    : (incoming.header('conformance-world') ?? '');
  const respond = (answer: Answer): Outgoing => {
    const { status, headers, body } = outgoing(answer, portal.store);
    const host = portal.find(world)?.host;
    return host ? { status, headers: { ...headers, ...lastsOf(host) }, body } : { status, headers, body };
  };
  const pack = portal.find(world)?.pack ?? portal.defaultPack;
  const body = await bodyOf(incoming, id, documentLimit(pack), portal.openings);
  if ('refusal' in body) return respond(problemAnswer(body.refusal));
  const query = queryOf(incoming.search);
  const token = incoming.header('authorization')?.replace(/^Bearer /, '') ?? null;
  const key = incoming.header('idempotency-key');
  const call: Call = { portal, operation: id, path, query, ...body, key, token };
  const state = portal.find(world)?.host.state ?? null;
  const user = (token !== null && state?.sessions.get(token)?.user) || null;
  const context = { operation: id, state, user, query, path, body: body.body };
  return respond(portal.parts.answer(answerOf(call, world), context));
}

/** A web-standard request as a call: its body is only touched when it is asked for. */
function incomingOf(request: Request): Incoming {
  const start = request.url.indexOf('/', request.url.indexOf('://') + 3);
  const [path = '', search = ''] =
    request.url
      .slice(start)
      .split('#')[0]
      ?.split(/\?(.*)/s) ?? [];
  return {
    method: request.method === 'HEAD' ? 'GET' : request.method,
    path,
    search,
    header: (name) => request.headers.get(name),
    body: (limit) => bytesOf(request, limit),
  };
}

/** The portal as a handler of calls: web-standard requests for a socket and msw, plain ones inside a process. */
export type App = {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly call: (incoming: Incoming) => Promise<Outgoing>;
};

/** The portal behind its addresses. What fails inside is answered as a problem and never thrown. */
export function createApp(portal: Portal): App {
  const routes = routesOf();
  const problem = (code: 'not-found' | 'internal', detail: string): Outgoing =>
    outgoing(problemAnswer(refuse(code, detail)), portal.store);
  const call = async (incoming: Incoming): Promise<Outgoing> => {
    try {
      const found = routes(incoming.method, incoming.path);
      return found
        ? await handle(portal, found.id, incoming, found.path)
        : problem('not-found', 'There is nothing at this address; see the OpenAPI document.');
    } catch {
      return problem('internal', 'The portal failed; nothing is known of what became of the call.');
    }
  };
  return {
    call,
    fetch: async (request) => {
      const { status, headers, body } = await call(incomingOf(request));
      const content = request.method === 'HEAD' ? null : body;
      return new Response(content as BodyInit | null, { status, headers });
    },
  };
}
