import type { AccessRequest, UserChange } from '../../contract/index.ts';
import type { Answer } from '../core/parts.ts';
import { isRefusal, refuse } from '../core/refusal.ts';
import type { WorldHost } from '../core/world-host.ts';
import { type Call, parseBody, problemAnswer, type SessionCall, success } from '../http/exchange.ts';
import { accessState, usersOf } from './decide.ts';
import type { Account } from './model.ts';

const accountOf = (host: WorldHost, id: string): Account | undefined => host.state.accounts.get(id);

const rulesOf = ({ portal, pack }: SessionCall) => ({ parts: portal.parts, pack });

/** Registers somebody, or asks for one more site. `asking` is the administrator who does it for them, if any. */
export function askForAccess(call: Call, host: WorldHost, asking: SessionCall | null): Answer {
  const body = parseBody<AccessRequest>(call);
  if (isRefusal(body)) return problemAnswer(body);
  const { password, ...rest } = body;
  const administrator = asking?.user.kind === 'provider' ? asking.user : null;
  const wanted = { ...rest, site: asking?.session.site ?? rest.site };
  const known = accountOf(host, wanted.user);
  const staff = host.state.world.users.some((user) => user.kind === 'staff' && user.id === wanted.user);
  const waits = [...host.state.accessCases.values()].some(
    (one) => one.user === wanted.user && accessState(one) !== 'active',
  );
  const own = known ? call.portal.passwords.matches(password, known.secret) : !staff && !waits;
  const owned = own || (administrator !== null && known !== undefined);
  const secret = known?.secret ?? { hash: call.portal.passwords.hash(password) };
  const done = host.execute({ do: 'request-access', wanted, secret, owned, administrator }, host.state.now);
  if (isRefusal(done)) return problemAnswer(done);
  const made = done.find((event) => event.type === 'access-requested');
  const id = made?.type === 'access-requested' ? made.id : '';
  const state = administrator ? 'administrator-approved' : 'requested';
  return success(call.operation, { request: id, site: wanted.site, state });
}

function addUser(call: SessionCall): Answer {
  const { user, session, portal, host } = call;
  if (user.kind !== 'provider' || session.site === null)
    return problemAnswer(refuse('forbidden', 'Only the User Administrator of a site adds users.'));
  const refusal = portal.parts.gates.administer(user, session.site);
  return refusal ? problemAnswer(refusal) : askForAccess(call, host, call);
}

function approve(call: SessionCall): Answer {
  const { host, actor, user, path } = call;
  const id = path.id ?? '';
  const command = { do: 'approve-access', id, actor, user: user.kind === 'provider' ? user : null } as const;
  const done = host.execute(command, host.state.now);
  if (isRefusal(done)) return problemAnswer(done);
  const access = host.state.accessCases.get(id);
  if (!access) return problemAnswer(refuse('not-found', `There is no request for access ${id}.`));
  return success(call.operation, { request: id, site: access.site, state: accessState(access) });
}

/** The users of the current site, for its administrator. */
function administered(call: SessionCall): { site: string } | Answer {
  const { user, session, portal } = call;
  if (user.kind !== 'provider' || session.site === null)
    return problemAnswer(refuse('forbidden', 'Only the User Administrator of a site sees its users.'));
  const refusal = portal.parts.gates.administer(user, session.site);
  return refusal ? problemAnswer(refusal) : { site: session.site };
}

function listUsers(call: SessionCall): Answer {
  const site = administered(call);
  if ('status' in site) return site;
  const users = usersOf(call.host.state, site.site, call.host.state.now, rulesOf(call));
  return success(call.operation, { site: site.site, users });
}

function changeUser(call: SessionCall): Answer {
  const { host, path, user, session } = call;
  const renewal = call.operation === 'renew-access';
  const change = renewal ? {} : parseBody<UserChange>(call);
  if (isRefusal(change)) return problemAnswer(change);
  const site = administered(call);
  if ('status' in site || user.kind !== 'provider') return 'status' in site ? site : listUsers(call);
  const target = path.id ?? '';
  const about = { target, site: session.site ?? '', user };
  const command = renewal
    ? ({ do: 'renew-access', ...about } as const)
    : ({ do: 'change-user', ...about, change } as const);
  const done = host.execute(command, host.state.now);
  if (isRefusal(done)) return problemAnswer(done);
  const row = usersOf(host.state, site.site, host.state.now, rulesOf(call)).find(
    (one) => one.user === target,
  );
  return success(call.operation, row);
}

function readAuditTrail(call: SessionCall): Answer {
  const { actor, host } = call;
  return actor.kind === 'staff' && actor.role === 'administrative'
    ? success(call.operation, { entries: host.state.audit })
    : problemAnswer(refuse('forbidden', 'Administrative staff of the plan reads the audit trail.'));
}

function signOut(call: SessionCall): Answer {
  call.host.execute({ do: 'sign-out', token: call.token }, call.host.state.now);
  return { status: 204, body: null };
}

export const ACCOUNT_HANDLERS = {
  'add-user': addUser,
  'approve-access': approve,
  'list-users': listUsers,
  'change-user': changeUser,
  'renew-access': changeUser,
  'read-audit-trail': readAuditTrail,
  'sign-out': signOut,
};
