import type { AccessState, Permission, UserRow } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import { renewalDue } from './account.ts';
import type { AccountCommand } from './command.ts';
import type { AccountEvent } from './event.ts';
import type { AccountGates } from './gates.ts';
import type { AccessCase } from './model.ts';

type Rules = { readonly parts: { readonly gates: AccountGates }; readonly pack: Pack };
type Result = AccountEvent[] | Refusal;

export const accessState = ({ byAdministrator, byPlan }: AccessCase): AccessState => {
  if (byAdministrator && byPlan) return 'active';
  if (byAdministrator) return 'administrator-approved';
  return byPlan ? 'plan-approved' : 'requested';
};

/** A wrong name and a wrong password are refused alike, and an account that ended only to its owner. */
function signIn(
  state: PortalState,
  { user, matches, token }: Extract<AccountCommand, { do: 'sign-in' }>,
  now: number,
  { parts, pack }: Rules,
): Result {
  const throttled = parts.gates.throttle(state, user, now);
  if (throttled) return throttled;
  if (!matches) return [{ type: 'sign-in-failed', at: now, user }];
  const account = state.accounts.get(user);
  if (account && parts.gates.terminated(account, now, pack))
    return refuse('forbidden', 'This account was ended for inactivity; ask for access anew.');
  return [{ type: 'signed-in', at: now, user, token }];
}

function requestAccess(
  state: PortalState,
  { wanted, secret, owned, administrator }: Extract<AccountCommand, { do: 'request-access' }>,
  now: number,
): Result {
  const { user, name, email, phone, site, permissions } = wanted;
  if (!state.world.sites.some(({ id }) => id === site))
    return refuse('invalid', 'There is no such site.', [
      { path: 'site', code: 'unknown', detail: 'choose a site of the plan' },
    ]);
  const id = `access-${state.accessCases.size + 1}`;
  const profile = { name, class: wanted.class ?? ('staff' as const), email, phone, secret };
  const kept: Permission[] = [...new Set(permissions)];
  return [
    {
      type: 'access-requested',
      at: now,
      id,
      user,
      site,
      permissions: kept,
      profile,
      byAdministrator: administrator !== null,
      owned,
    },
  ];
}

/** What a command about accounts makes happen at an instant (epoch ms), or why it is refused. */
export function decideAccount(
  state: PortalState,
  command: AccountCommand,
  now: number,
  rules: Rules,
): Result {
  const { gates } = rules.parts;
  switch (command.do) {
    case 'sign-in':
      return signIn(state, command, now, rules);
    case 'sign-out':
      return [{ type: 'signed-out', at: now, token: command.token }];
    case 'request-access':
      return requestAccess(state, command, now);
    case 'approve-access': {
      const access = state.accessCases.get(command.id);
      if (!access?.owned) return refuse('not-found', `There is no request for access ${command.id}.`);
      const by = gates.approve(state, access, command.actor, command.user);
      if (typeof by !== 'string') return by;
      return [{ type: 'access-approved', at: now, id: access.id, by }];
    }
    case 'change-user':
    case 'renew-access': {
      const { user, site, target } = command;
      const refusal = gates.administer(user, site);
      if (refusal) return refusal;
      if (!gates.ofSite(state, target, site))
        return refuse('not-found', `There is no user ${target} at this site.`);
      if (command.do === 'renew-access') return [{ type: 'access-renewed', at: now, user: target, site }];
      const kept = gates.keepAdministrator(state, target, site, command.change);
      return kept ?? [{ type: 'user-changed', at: now, user: target, site, change: command.change }];
    }
    case 'audit': {
      const { do: _do, ...entry } = command;
      return [{ type: 'audited', at: now, ...entry }];
    }
  }
}

/** The users of a site: those linked to it, and those who wait. */
export function usersOf(state: PortalState, site: string, now: number, { parts, pack }: Rules): UserRow[] {
  const { terminated, lapsed } = parts.gates;
  const linked = [...state.accounts.values()].flatMap((account): UserRow[] => {
    const link = account.links.get(site);
    if (!link) return [];
    const ended = terminated(account, now, pack);
    const open = lapsed(link, now, pack) ? 'lapsed' : 'active';
    return [
      {
        user: account.id,
        name: account.name,
        class: account.class,
        state: link.state === 'removed' ? 'removed' : ended ? 'terminated' : open,
        administrator: link.administrator,
        permissions: [...link.permissions],
        lastSignIn: account.signedInAt === null ? null : new Date(account.signedInAt).toISOString(),
        renewalDue: renewalDue(link, pack),
      },
    ];
  });
  const waiting = [...state.accessCases.values()].filter(
    (access) => access.owned && access.site === site && accessState(access) !== 'active',
  );
  return [
    ...linked,
    ...waiting.map(
      ({ user, profile, permissions }): UserRow => ({
        user,
        name: profile.name,
        class: profile.class,
        state: 'pending',
        administrator: false,
        permissions: [...permissions],
        lastSignIn: null,
        renewalDue: null,
      }),
    ),
  ];
}
