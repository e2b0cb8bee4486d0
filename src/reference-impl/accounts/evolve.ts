import type { PortalState } from '../core/state.ts';
import type { AccountEvent } from './event.ts';
import type { AccessCase, Account } from './model.ts';

/** Access is granted once both have approved it: the account is made, or has one more site. */
function grant(state: PortalState, { user, site, permissions, profile }: AccessCase, at: number): void {
  const known = state.accounts.get(user);
  const account: Account = known ?? {
    id: user,
    ...profile,
    links: new Map(),
    activeAt: at,
    signedInAt: null,
  };
  account.activeAt = at;
  const administrator = account.links.get(site)?.administrator ?? false;
  account.links.set(site, { permissions, administrator, state: 'active', renewedAt: at });
  state.accounts.set(user, account);
}

/** Applies what happened to accounts and sessions. */
export function evolveAccounts(state: PortalState, event: AccountEvent): void {
  switch (event.type) {
    case 'signed-in': {
      const account = state.accounts.get(event.user);
      const [first] = account?.links.keys() ?? [];
      if (account) Object.assign(account, { activeAt: event.at, signedInAt: event.at });
      state.failures.delete(event.user);
      state.sessions.set(event.token, { user: event.user, site: first ?? null, since: event.at });
      break;
    }
    case 'sign-in-failed':
      state.failures.set(event.user, [...(state.failures.get(event.user) ?? []), event.at].slice(-10));
      break;
    case 'signed-out':
      state.sessions.delete(event.token);
      break;
    case 'site-chosen': {
      const session = state.sessions.get(event.token);
      if (session) session.site = event.site;
      break;
    }
    case 'access-requested': {
      const { type: _type, at: _at, ...asked } = event;
      state.accessCases.set(event.id, { ...asked, byPlan: false });
      break;
    }
    case 'access-approved': {
      const access = state.accessCases.get(event.id);
      if (!access) break;
      if (event.by === 'administrator') access.byAdministrator = true;
      else access.byPlan = true;
      if (access.byAdministrator && access.byPlan) grant(state, access, event.at);
      break;
    }
    case 'user-changed': {
      const { permissions, administrator, removed } = event.change;
      const link = state.accounts.get(event.user)?.links.get(event.site);
      if (!link) break;
      if (permissions) link.permissions = permissions;
      if (administrator !== undefined) link.administrator = administrator;
      if (removed) link.state = 'removed';
      break;
    }
    case 'access-renewed': {
      const link = state.accounts.get(event.user)?.links.get(event.site);
      if (link) link.renewedAt = event.at;
      break;
    }
    case 'audited': {
      const { type: _type, at, ...entry } = event;
      state.audit.push({ seq: state.audit.length + 1, at: new Date(at).toISOString(), ...entry });
      break;
    }
  }
}
