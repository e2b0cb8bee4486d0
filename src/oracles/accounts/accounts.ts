import { accountsBefore, activityBefore, daysBetween, type Link, userAt } from '../../facts/accounts.ts';
import type { Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { callsOf, growing, put } from '../../facts/memo.ts';
import { siteOf } from '../../facts/site.ts';
import { text } from '../../facts/values.ts';
import { type Comparison, callChecks, onCall } from '../check.ts';
import { atLeast, not, PRESENT } from '../value.ts';

/** Local days since an account was active: by sign-in, and by any act, which is never longer ago. */
function restedBefore(facts: Facts, exchange: Exchange): { bySignIn: number; byAny: number } | null {
  const account = accountsBefore(facts, exchange.seq).accounts.get(exchange.actor);
  if (!account) return null;
  const { signIn, any } = activityBefore(facts, exchange, account.since);
  return { bySignIn: daysBetween(facts, signIn, exchange.at), byAny: daysBetween(facts, any, exchange.at) };
}

/** Sign-ins that were refused because an account had ended, by user. */
const endings = growing(
  callsOf('sign-in'),
  () => new Map<string, Exchange[]>(),
  (found, call, facts) => {
    if (call.status < 400 || call.status === 429) return;
    const rested = restedBefore(facts, call);
    if (rested !== null && rested.bySignIn > facts.pack.figures.accountInactivity.value)
      put(found, call.actor, call);
  },
);

/** Whether a user was told, before a call and since access was last given, that their account had ended. */
function endedBefore(facts: Facts, { actor, seq }: Exchange): boolean {
  const told = endings(facts).get(actor) ?? [];
  if (told.length === 0) return false;
  const since = accountsBefore(facts, seq).accounts.get(actor)?.since ?? 0;
  return told.some(({ at }) => at >= since);
}

const refused = ({ status }: Exchange): boolean => status === 401 || status === 403;

/** The link of a user to the site at which they work, and how many days ago it was renewed. */
function linkAt(facts: Facts, exchange: Exchange): { link: Link; age: number; site: string } | null {
  const site = siteOf(facts, exchange);
  const link = accountsBefore(facts, exchange.seq)
    .accounts.get(exchange.actor)
    ?.links.get(site ?? '');
  return link && site ? { link, site, age: daysBetween(facts, link.renewedAt, exchange.at) } : null;
}

/** Who has asked for access and waits, with what was approved so far. */
function waiting(facts: Facts, { actor, seq }: Exchange) {
  const { access } = accountsBefore(facts, seq);
  return [...access.values()].filter(({ user }) => user === actor);
}

/** Access over time: how it begins, when it rests, and when it ends. Section 4, Overview. */
export const accounts = callChecks(['sessions', 'accounts'], {
  'portal.account.inactive-30-days': (exchange, facts) => {
    const rested = exchange.op === 'sign-in' ? restedBefore(facts, exchange) : null;
    if (!rested || exchange.status === 429 || userAt(facts, exchange)?.sites.length === 0) return null;
    const { bySignIn, byAny } = rested;
    const limit = facts.pack.figures.accountInactivity.value;
    const given = { daysSinceSignIn: bySignIn, limitInDays: limit };
    const found = (ended: boolean, more: Partial<Comparison> = {}): Comparison =>
      onCall(
        exchange,
        { accessEnded: ended },
        { accessEnded: refused(exchange), answer: exchange.status },
        {
          given,
          ...more,
        },
      );
    if (bySignIn < limit) {
      if (refused(exchange)) return endedBefore(facts, exchange) ? null : found(false);
      return bySignIn < limit - 1 ? null : found(false, { edge: 'near' });
    }
    if (byAny <= limit) return null;
    // "Subject to" termination may mean that the plan can, not that it must.
    return found(true, { otherwise: 'depends' });
  },
  'portal.account.terminated-blocks-access': (exchange, facts) => {
    if (exchange.op === 'request-access' || !endedBefore(facts, exchange)) return null;
    const given = { operation: exchange.op, account: 'ended' };
    return onCall(exchange, { answer: atLeast(400) }, { answer: exchange.status }, { given });
  },
  'portal.account.renewal-180-days': (exchange, facts) => {
    const found = exchange.op === 'list-requests' ? linkAt(facts, exchange) : null;
    if (!found || found.link.removed || exchange.status === 401) return null;
    if (!found.link.permissions.includes('view')) return null;
    const { age, site } = found;
    const limit = facts.pack.figures.accountRenewal.value;
    const given = { site, daysSinceRenewal: age, limitInDays: limit };
    const observed = { answer: exchange.status };
    if (age < limit)
      return age < limit - 10 ? null : onCall(exchange, { answer: 200 }, observed, { given, edge: 'near' });
    return age === limit ? null : onCall(exchange, { answer: atLeast(400) }, observed, { given });
  },
  'portal.access.dual-approval': (exchange, facts) => {
    const asked = waiting(facts, exchange);
    const [first] = asked;
    const world = facts.world.users.some(({ id }) => id === exchange.actor);
    if (exchange.op !== 'sign-in' || !first || world) return null;
    const both = asked.some(({ byAdministrator, byPlan }) => byAdministrator && byPlan);
    // An account that was opened and has rested since, or lost its site, may be refused by other rules.
    if (
      both &&
      (userAt(facts, exchange)?.sites.length === 0 || (restedBefore(facts, exchange)?.bySignIn ?? 0) > 7)
    )
      return null;
    return onCall(
      exchange,
      { answer: both ? 201 : not(201) },
      { answer: exchange.status },
      { given: { approvedByAdministrator: first.byAdministrator, approvedByPlan: first.byPlan } },
    );
  },
  'portal.useradmin.enrol-paths': (exchange, facts) => {
    const { op, status, answer } = exchange;
    if (op !== 'request-access' && op !== 'add-user') return null;
    const user = op === 'add-user' ? userAt(facts, exchange) : null;
    const site = siteOf(facts, exchange);
    if (op === 'add-user' && !user?.sites.some((own) => own.site === site && own.administrator)) return null;
    if (status === 422 || status === 400) return null;
    const state = text(answer.state);
    return onCall(
      exchange,
      { answer: 201, access: state === null ? PRESENT : not('active') },
      { answer: status, access: state },
      { given: { askedBy: op === 'add-user' ? 'User Administrator' : 'registration' } },
    );
  },
  'portal.useradmin.approve-new-access': (exchange, facts) => {
    if (exchange.op !== 'approve-access') return null;
    const access = accountsBefore(facts, exchange.seq).access.get(text(exchange.path.id) ?? '');
    const user = userAt(facts, exchange);
    if (!access || !user) return null;
    const administers = user.sites.some((own) => own.site === access.site && own.administrator);
    const may = administers && access.user !== exchange.actor;
    return onCall(
      exchange,
      { answer: may ? 200 : atLeast(400) },
      { answer: exchange.status },
      { given: { site: access.site, administrator: administers, ownAccess: access.user === exchange.actor } },
    );
  },
});
