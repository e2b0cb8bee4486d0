import type { OperationId } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import type { Secret } from '../accounts/model.ts';
import type { DelegateRules } from '../case-build/build.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import type { WorldHost } from '../core/world-host.ts';
import type { DelegateActor } from '../delegate/command.ts';
import { delegationOf } from '../delegate/state.ts';
import type { Call } from './exchange.ts';

/** A call to the delegate by someone who is signed in there. */
export type DelegateCall = Call & {
  readonly host: WorldHost;
  readonly actor: DelegateActor;
  readonly rules: DelegateRules;
  readonly operation: OperationId;
};

/** The secret of a user of the delegate, or null. One who never set a password has none that fits. */
export function delegateSecret(state: PortalState, user: string): Secret | null {
  const staff = delegationOf(state).staff.find(({ id }) => id === user);
  if (staff) return { plain: staff.password };
  return state.delegate.accounts.get(user)?.secret ?? null;
}

/** As whom a user acts at the delegate, or null for anybody else. */
export function delegateActor(state: PortalState, user: string | undefined): DelegateActor | null {
  if (user === undefined) return null;
  const staff = delegationOf(state).staff.find(({ id }) => id === user);
  if (staff) return { kind: 'reviewer', user, role: staff.role };
  return state.delegate.accounts.has(user) ? { kind: 'practice', user } : null;
}

/** The session of a call to the delegate, or why there is none. */
export function delegateSession(call: Call, host: WorldHost, pack: Pack): DelegateCall | Refusal {
  const { state } = host;
  const session = call.token === null ? undefined : state.sessions.get(call.token);
  const actor = delegateActor(state, session?.user);
  if (!session || !actor) return refuse('not-signed-in', 'Sign in at POST /sessions first.');
  const ended = call.portal.parts.gates.session(session, null, state.now, pack);
  return ended ?? { ...call, host, actor, rules: { gates: call.portal.parts.delegate, pack } };
}
