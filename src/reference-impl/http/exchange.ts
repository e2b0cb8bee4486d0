import { OPERATIONS, type OperationId, operation, type Problem, type User } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import { userNow } from '../accounts/account.ts';
import { FEATURES, OF_A_SITE, WITHOUT_SITE } from '../accounts/features.ts';
import type { Actor } from '../core/actor.ts';
import type { Answer } from '../core/parts.ts';
import type { Portal } from '../core/portal.ts';
import { type Refusal, refuse, statusOf } from '../core/refusal.ts';
import type { Session } from '../core/state.ts';
import type { WorldHost } from '../core/world-host.ts';
import type { Upload } from '../documents/model.ts';

/** A call as a handler sees it: body and query as they came, already parsed but not yet believed. */
export type Call = {
  readonly portal: Portal;
  readonly operation: OperationId;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The text of the body, where openings are remembered by it. */
  readonly text?: string;
  /** The file that was sent, where the operation takes one. */
  readonly upload?: Pick<Upload, 'bytes' | 'kind' | 'sha256'> & { readonly content: Uint8Array };
  readonly key: string | null;
  readonly token: string | null;
};

/** A call inside a world, by someone who is signed in. */
export type SessionCall = Call & {
  readonly host: WorldHost;
  readonly pack: Pack;
  readonly session: Session;
  readonly user: User;
  readonly actor: Actor;
  readonly token: string;
};

/** The RFC 9457 answer to a refusal. */
export function problemAnswer({ code, detail, errors }: Refusal): Answer {
  const status = statusOf(code);
  const body: Problem = {
    type: `https://portalproof.example/problems/${code}`,
    title: code.replaceAll('-', ' '),
    status,
    code,
    detail,
    ...(errors ? { errors: [...errors] } : {}),
  };
  return { status, body };
}

/** The body of a call as its operation's schema wants it, or a refusal that names every bad field. */
export function parseBody<T>(call: Call): T | Refusal {
  const schema = operation(call.operation).body;
  const parsed = schema?.safeParse(call.body);
  if (parsed?.success) return parsed.data as T;
  const errors = (parsed?.error.issues ?? []).map((issue) => ({
    path: issue.path.join('.'),
    code: 'format' as const,
    detail: issue.message,
  }));
  return refuse(
    'malformed',
    `The body of ${call.operation} does not have the shape that the contract gives.`,
    errors,
  );
}

/** The query of a call, checked, or a refusal. */
export function parseQuery(call: Call): Record<string, unknown> | Refusal {
  const schemas = operation(call.operation).query ?? {};
  const result: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const parsed = schema.safeParse(call.query[name]);
    if (!parsed.success)
      return refuse('malformed', `${name}: ${parsed.error.issues[0]?.message ?? 'not valid'}`);
    result[name] = parsed.data;
  }
  return result;
}

/** The session of a call's token, or why there is none. */
export function sessionOf(call: Call, host: WorldHost, pack: Pack): SessionCall | Refusal {
  const { state } = host;
  const { gates } = call.portal.parts;
  const session = call.token === null ? undefined : state.sessions.get(call.token);
  const user = userNow(state, session?.user, (link) => gates.lapsed(link, state.now, pack));
  if (!session || !user || call.token === null)
    return refuse('not-signed-in', 'Sign in at POST /sessions first.');
  const ended = gates.session(session, state.accounts.get(user.id) ?? null, state.now, pack);
  if (ended) return ended;
  const actor: Actor =
    user.kind === 'staff'
      ? { kind: 'staff', user: user.id, role: user.role }
      : { kind: 'provider', user: user.id, site: session.site ?? '' };
  return { ...call, token: call.token, host, pack, session, user, actor };
}

/** Whether the user's access to the current site is open and holds what the operation needs. */
export function mayUse({ user, session, operation: id, portal }: SessionCall): Refusal | null {
  if (user.kind === 'staff')
    return OF_A_SITE.includes(id) ? refuse('forbidden', 'Only users of a provider’s site do this.') : null;
  if (WITHOUT_SITE.includes(id)) return null;
  if (!user.sites.some(({ site }) => site === session.site))
    return refuse(
      'forbidden',
      'Your access to this site is not open; ask its User Administrator to renew or restore it.',
    );
  const needed = FEATURES[id];
  return needed ? portal.parts.gates.feature(user, session.site ?? '', needed) : null;
}

/** The success status of an operation. */
export const success = (id: OperationId, body: unknown): Answer => ({ status: OPERATIONS[id].status, body });
