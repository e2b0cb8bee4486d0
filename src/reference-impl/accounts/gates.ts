import type { Permission, UserChange } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import type { Actor } from '../core/actor.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState, Session } from '../core/state.ts';
import { administratorsOf, isLapsed, isTerminated } from './account.ts';
import type { AccessCase, Account, Link, ProviderUser } from './model.ts';

const HINT = 'Ask the User Administrator of your site for this permission.';
const MINUTE = 60_000;
/** After five failures within a quarter of an hour, a name rests for that long. */
const THROTTLE = { failures: 5, window: 15 * MINUTE };
/** A session lives half a day. */
const SESSION_LIFE = 12 * 60 * MINUTE;

/** Who may enter, and for how long. Each answers a refusal, or null to let pass. */
export type AccountGates = {
  readonly throttle: (state: PortalState, user: string, now: number) => Refusal | null;
  readonly terminated: (account: Account, now: number, pack: Pack) => boolean;
  readonly lapsed: (link: Link, now: number, pack: Pack) => boolean;
  /** Whether the token of a session still opens anything. `account` is null for staff. */
  readonly session: (session: Session, account: Account | null, now: number, pack: Pack) => Refusal | null;
  readonly feature: (user: ProviderUser, site: string, needed: Permission) => Refusal | null;
  readonly administer: (user: ProviderUser, site: string) => Refusal | null;
  /** Whether a user is one of the site that is administered. */
  readonly ofSite: (state: PortalState, user: string, site: string) => boolean;
  readonly keepAdministrator: (
    state: PortalState,
    user: string,
    site: string,
    change: UserChange,
  ) => Refusal | null;
  /** As whom somebody approves a request for access. */
  readonly approve: (
    state: PortalState,
    access: AccessCase,
    actor: Actor,
    user: ProviderUser | null,
  ) => 'administrator' | 'plan' | Refusal;
};

const administers = (user: ProviderUser | null, site: string): boolean =>
  user?.sites.some((own) => own.site === site && own.administrator === true) === true;

export const ACCOUNT_GATES: AccountGates = {
  throttle: (state, user, now) => {
    const recent = (state.failures.get(user) ?? []).filter((at) => now - at < THROTTLE.window);
    return recent.length >= THROTTLE.failures
      ? refuse('throttled', 'Too many failed attempts; wait a quarter of an hour.')
      : null;
  },
  terminated: isTerminated,
  lapsed: isLapsed,
  session: (session, account, now, pack) => {
    if (now - session.since >= SESSION_LIFE)
      return refuse('not-signed-in', 'The session has expired; sign in again.');
    return account && isTerminated(account, now, pack)
      ? refuse('not-signed-in', 'The account was ended for inactivity; ask for access anew.')
      : null;
  },
  feature: (user, site, needed) =>
    user.sites.some((own) => own.site === site && own.permissions.includes(needed))
      ? null
      : refuse('forbidden', `You lack the permission ${needed} at this site. ${HINT}`),
  administer: (user, site) =>
    administers(user, site)
      ? null
      : refuse('forbidden', 'Only the User Administrator of the site may do this.'),
  ofSite: (state, user, site) => state.accounts.get(user)?.links.has(site) === true,
  keepAdministrator: (state, user, site, { administrator, removed }) => {
    if (administrator !== false && !removed) return null;
    const others = administratorsOf(state, site).filter(({ id }) => id !== user);
    const was = administratorsOf(state, site).some(({ id }) => id === user);
    return was && others.length === 0
      ? refuse('conflict', 'A site keeps at least one User Administrator; name another one first.')
      : null;
  },
  approve: (_state, access, actor, user) => {
    if (actor.kind === 'staff') {
      return actor.role === 'administrative' || actor.role === 'support'
        ? 'plan'
        : refuse('forbidden', 'Provider Relations approves access for the plan.');
    }
    return administers(user, access.site) && access.user !== actor.user
      ? 'administrator'
      : refuse('forbidden', 'The User Administrator of that site approves it, and nobody for themselves.');
  },
};
