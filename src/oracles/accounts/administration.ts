import {
  type AccountFile,
  accountsBefore,
  activityBefore,
  daysBetween,
  everPermitted,
  permissionChanges,
  userAt,
} from '../../facts/accounts.ts';
import type { Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { siteOf } from '../../facts/site.ts';
import { fields, list, strings, text } from '../../facts/values.ts';
import { callChecks, onCall } from '../check.ts';
import { atLeast, includes, not } from '../value.ts';
import { neededBy } from './features.ts';

const ADMINISTRATION = ['list-users', 'change-user', 'renew-access', 'add-user'];

/** The site at which a call administers users, and whether its maker may do so there. */
function administering(facts: Facts, exchange: Exchange): { site: string; may: boolean } | null {
  const user = ADMINISTRATION.includes(exchange.op) ? userAt(facts, exchange) : null;
  const site = siteOf(facts, exchange);
  const own = user?.sites.find((one) => one.site === site);
  return own && exchange.status !== 401 ? { site: own.site, may: own.administrator === true } : null;
}

const administrators = (accounts: ReadonlyMap<string, AccountFile>, site: string): string[] =>
  [...accounts.values()]
    .filter(({ links }) => {
      const link = links.get(site);
      return link?.administrator === true && !link.removed;
    })
    .map(({ user }) => user);

const takesAway = ({ administrator, removed }: Exchange['body']): boolean =>
  administrator === false || removed === true;

/** What User Administrators do, and nobody else. Section 4, User Administrator Functions. */
export const administration = callChecks(['sessions', 'accounts'], {
  'portal.useradmin.non-admin-denied': (exchange, facts) => {
    const found = administering(facts, exchange);
    if (!found || found.may) return null;
    const given = { operation: exchange.op, site: found.site, administrator: false };
    return onCall(exchange, { answer: atLeast(400) }, { answer: exchange.status }, { given });
  },
  'portal.useradmin.at-least-one-per-site': (exchange, facts) => {
    const found = exchange.op === 'change-user' ? administering(facts, exchange) : null;
    if (!found?.may || !takesAway(exchange.body)) return null;
    const now = administrators(accountsBefore(facts, exchange.seq).accounts, found.site);
    const target = text(exchange.path.id) ?? '';
    if (!now.includes(target)) return null;
    const left = now.length - 1;
    return onCall(
      exchange,
      { answer: left === 0 ? atLeast(400) : 200 },
      { answer: exchange.status },
      { given: { site: found.site, administratorsLeft: left } },
    );
  },
  'portal.useradmin.view-all-site-users': (exchange, facts) => {
    const found = exchange.op === 'list-users' ? administering(facts, exchange) : null;
    if (!found?.may) return null;
    const { accounts, access } = accountsBefore(facts, exchange.seq);
    const linked = [...accounts.values()].filter(({ links }) => links.has(found.site));
    const kept = linked
      .filter(({ links }) => links.get(found.site)?.removed !== true)
      // Whether accounts that ended stand on the list still, no document says.
      .filter(({ user, since }) => {
        const { signIn } = activityBefore(facts, { ...exchange, actor: user }, since);
        return daysBetween(facts, signIn, exchange.at) < facts.pack.figures.accountInactivity.value;
      })
      .map(({ user }) => user);
    const asking = [...access.values()].filter(
      ({ site, byPlan, byAdministrator }) => site === found.site && !(byPlan && byAdministrator),
    );
    const sure = asking.filter((one) => one.sure).map(({ user }) => user);
    const shown = list(exchange.answer.users).map((row) => text(fields(row).user) ?? '');
    const possible = [...linked, ...asking].map(({ user }) => user);
    const foreign = shown.filter((user) => !possible.includes(user));
    return onCall(
      exchange,
      { answer: 200, users: includes(...kept, ...sure), usersOfOtherSites: [] },
      { answer: exchange.status, users: shown, usersOfOtherSites: foreign },
      { given: { site: found.site } },
    );
  },
  'portal.useradmin.scope-own-site': (exchange, facts) => {
    const found = administering(facts, exchange);
    if (!found?.may) return null;
    const { accounts } = accountsBefore(facts, exchange.seq);
    if (exchange.op === 'list-users') {
      const rows = list(exchange.answer.users).map(fields);
      const several = rows.filter(({ user }) => (accounts.get(text(user) ?? '')?.links.size ?? 0) > 1);
      if (several.length === 0) return null;
      const foreign = several.flatMap(({ user, permissions }) => {
        const own = everPermitted(facts, text(user) ?? '', found.site);
        const others = strings(permissions).filter((one) => !own.has(one));
        return others.length > 0 ? [{ user: text(user), permissions: others }] : [];
      });
      return onCall(
        exchange,
        { permissionsOfOtherSites: [] },
        { permissionsOfOtherSites: foreign },
        { given: { site: found.site, usersWithSeveralSites: several.map(({ user }) => text(user)) } },
      );
    }
    const target = text(exchange.path.id) ?? '';
    if (exchange.op === 'add-user' || accounts.get(target)?.links.has(found.site)) return null;
    const given = { operation: exchange.op, site: found.site, userOfSite: false };
    return onCall(exchange, { answer: atLeast(400) }, { answer: exchange.status }, { given });
  },
  'portal.useradmin.change-permissions': (exchange, facts) => {
    if (exchange.op === 'change-user') {
      const found = administering(facts, exchange);
      const target = text(exchange.path.id) ?? '';
      const known = accountsBefore(facts, exchange.seq)
        .accounts.get(target)
        ?.links.has(found?.site ?? '');
      if (!found?.may || !known || !Array.isArray(exchange.body.permissions)) return null;
      // Taking away the last administrator is refused with whatever comes along.
      if (takesAway(exchange.body)) return null;
      const given = { changedBy: 'User Administrator', site: found.site };
      return onCall(exchange, { answer: 200 }, { answer: exchange.status }, { given });
    }
    const needed = neededBy(exchange);
    const [last] = needed ? permissionChanges(facts, exchange) : [];
    if (!needed || !last || exchange.status === 401) return null;
    const before = accountsBefore(facts, last.seq).accounts.get(exchange.actor)?.links;
    const site = siteOf(facts, exchange) ?? '';
    const link = accountsBefore(facts, exchange.seq).accounts.get(exchange.actor)?.links.get(site);
    // Access that was not renewed in time is refused whatever is permitted.
    const { accountRenewal } = facts.pack.figures;
    if (!link || daysBetween(facts, link.renewedAt, exchange.at) >= accountRenewal.value) return null;
    // An administrator changes what holds at the own site.
    if (administering(facts, last)?.site !== site) return null;
    const had = before?.get(site)?.permissions.includes(needed) === true;
    const has = strings(last.body.permissions).includes(needed);
    if (had === has) return null;
    return onCall(
      exchange,
      { answer: has ? not(403) : atLeast(400) },
      { answer: exchange.status },
      { given: { operation: exchange.op, permission: needed, change: has ? 'granted' : 'taken away' } },
    );
  },
});
