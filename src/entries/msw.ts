import { http, type RequestHandler } from 'msw';
import { secretToken } from '../cli/shared/ports.ts';
import { OPERATIONS, type World } from '../contract/index.ts';
import { createApp, Portal } from '../reference-impl/index.ts';
import { PACKS, packOf } from '../rulebook/index.ts';
import { standardWorld } from '../simulator/index.ts';

/** Whose portal a front end is shown, and when. */
export type PortalHandlersOptions = {
  /** Where the front end looks for the portal, such as `https://portal.example.com/api`. */
  readonly baseUrl: string;
  /** The instant (ISO) at which the world of the portal begins, and at which its clock stands still. */
  readonly at: string;
  /** Who exists; the standard world of `seed` unless given. */
  readonly world?: World;
  /** The seed of the standard world; `1` unless given. */
  readonly seed?: string;
  /** The pack of the standard world; `allways-commercial` unless given. */
  readonly pack?: string;
};

/** The handlers of a portal, and the world in them: its users with their passwords, members and providers. */
export type PortalHandlers = {
  readonly handlers: readonly RequestHandler[];
  readonly world: World;
  /** Moves the clock of the portal's world forward to an instant (ISO); everything due by then happens. */
  readonly advance: (to: string) => Promise<void>;
};

const HOME = 'http://portalproof.invalid';

/**
 * msw request handlers over the reference implementation, for tests of a front end in Node: every operation of the contract
 * is answered by a portal that keeps its state and follows the rules. Throws RangeError for an unknown pack.
 */
export function portalHandlers(options: PortalHandlersOptions): PortalHandlers {
  const { at, seed = '1', pack: id = 'allways-commercial' } = options;
  const base = options.baseUrl.replace(/\/$/, '');
  const world = options.world ?? standardWorld(seed, id, packOf(id).zone);
  const app = createApp(new Portal({ packs: PACKS, token: secretToken }));
  const surface = async (method: string, path: string, body: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const reply = await app.fetch(
      new Request(`${HOME}${path}`, { method, headers, body: JSON.stringify(body) }),
    );
    const answer: unknown = await reply.json();
    if (!reply.ok) throw new RangeError(`the portal refused its world: ${JSON.stringify(answer)}`);
    return answer;
  };
  let opened: Promise<string> | null = null;
  const worldId = (): Promise<string> => {
    opened ??= surface('POST', '/conformance/worlds', { world, at }).then(
      (answer) => (answer as { id: string }).id,
    );
    return opened;
  };
  const answer = async (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers);
    headers.set('conformance-world', await worldId());
    const body = request.body === null ? null : await request.arrayBuffer();
    const place = `${HOME}${request.url.slice(base.length)}`;
    return app.fetch(new Request(place, { method: request.method, headers, body }));
  };
  const paths = new Map<string, RequestHandler>();
  for (const { method, path, surface } of Object.values(OPERATIONS)) {
    if (surface !== 'portal') continue;
    const route = `${base}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    paths.set(
      `${method} ${route}`,
      http[verb](route, ({ request }) => answer(request)),
    );
  }
  return {
    handlers: [...paths.values()],
    world,
    advance: async (to) => {
      await surface('PUT', `/conformance/worlds/${await worldId()}/clock`, { to });
    },
  };
}
