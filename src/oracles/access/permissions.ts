import { OPERATIONS, type User } from '../../contract/index.ts';
import {
  accountsBefore,
  activityBefore,
  daysBetween,
  permissionChanges,
  userAt,
} from '../../facts/accounts.ts';
import type { Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { isBefore } from '../../facts/order.ts';
import { siteOf } from '../../facts/site.ts';
import { fields, list, text } from '../../facts/values.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import type { Finding } from '../finding.ts';
import { atLeast, not, oneOf } from '../value.ts';
import { judged } from './judged.ts';

type ProviderUser = Extract<User, { kind: 'provider' }>;

/** Days after which a refused sign-in may be about the rest of the account, which is another rule’s. */
const WELL_RESTED = 7;

const TYPES = ['referral', 'outpatient', 'admission'];

/** Whether a user may submit, by the permissions that the world gives at the site. */
function submissionOf(facts: Facts, exchange: Exchange, user: ProviderUser): Finding[] {
  const site = siteOf(facts, exchange);
  const type = text(exchange.body.type);
  if (type === null || !TYPES.includes(type)) return [];
  const own = user.sites.find((one) => one.site === site);
  const observed = { answer: exchange.status };
  // A site that was theirs and is not open any more is another rule's.
  if (
    !own &&
    accountsBefore(facts, exchange.seq)
      .accounts.get(user.id)
      ?.links.has(site ?? '')
  )
    return [];
  if (!own)
    return [
      judged(
        exchange,
        'portal.referral.requesting-provider-changed-by-site',
        { answer: atLeast(400) },
        observed,
        { requestingSite: site, siteOfUser: false },
      ),
    ];
  // What an administrator has changed is another rule's, as soon as it is tried.
  if (permissionChanges(facts, exchange).length > 0) return [];
  const allowed: readonly string[] = own.permissions;
  const may = allowed.includes(`submit-${type}`);
  const some = allowed.some((permission) => permission.startsWith('submit-'));
  const given = { permission: `submit-${type}`, site: own.site, permitted: may };
  if (may) {
    const rule = TYPES.every((one) => allowed.includes(`submit-${one}`))
      ? 'portal.access.permission-required-to-submit'
      : 'portal.access.permission-per-feature';
    return [judged(exchange, rule, { answer: not(403) }, observed, given)];
  }
  const rule = some ? 'portal.access.permission-per-feature' : 'portal.access.permission-required-to-submit';
  const found = [judged(exchange, rule, { answer: atLeast(400) }, observed, given)];
  if (exchange.status === 403) {
    const told = `${text(exchange.answer.detail)} ${text(exchange.answer.title)}`;
    found.push(
      judged(
        exchange,
        'portal.access.contact-user-admin-hint',
        { refersTo: 'administrator' },
        { refersTo: /administrator/i.test(told) ? 'administrator' : null },
        given,
      ),
    );
  }
  return found;
}

function siteChoiceOf(exchange: Exchange, user: ProviderUser): Finding[] {
  const wanted = text(exchange.body.site);
  const own = user.sites.some(({ site }) => site === wanted);
  const observed = { answer: exchange.status, currentSite: text(exchange.answer.currentSite) };
  const given = { siteChosen: wanted, siteOfUser: own };
  if (user.sites.length === 0) return [];
  if (user.sites.length === 1) {
    return own
      ? []
      : [judged(exchange, 'portal.access.single-site-fixed', { answer: not(200) }, observed, given)];
  }
  const expected = own ? { answer: 200, currentSite: wanted } : { answer: not(200) };
  return [judged(exchange, 'portal.access.current-site-dropdown', expected, observed, given)];
}

function sessionOf(exchange: Exchange, user: ProviderUser): Finding[] {
  if (exchange.status >= 300) return [];
  const listed = list(exchange.answer.sites).map((site) => text(fields(site).id) ?? '');
  const expected = user.sites.map(({ site }) => site);
  if (expected.length < 2) return [];
  return [
    judged(
      exchange,
      'portal.access.multi-site-single-account',
      { sites: expected.sort() },
      { sites: listed.sort() },
    ),
  ];
}

function typesOf(facts: Facts, exchange: Exchange, user: ProviderUser): Finding[] {
  if (exchange.status !== 200) return [];
  const permissions: readonly string[] =
    user.sites.find(({ site }) => site === siteOf(facts, exchange))?.permissions ?? [];
  const expected = TYPES.filter((type) => permissions.includes(`submit-${type}`));
  const listed = list(exchange.answer.types).map((row) => text(fields(row).type) ?? '');
  return [
    judged(
      exchange,
      'portal.type.catalogue',
      { requestTypes: expected.sort() },
      { requestTypes: listed.sort() },
    ),
  ];
}

/** Whether somebody had asked for access before a call. */
const hasAsked = (facts: Facts, { actor, seq }: Exchange): boolean =>
  [
    ...(facts.index.byOperation.get('request-access') ?? []),
    ...(facts.index.byOperation.get('add-user') ?? []),
  ].some((asked) => asked.body.user === actor && isBefore(asked, { seq }));

/** Calls that need no session. */
const OPEN: ReadonlySet<string> = new Set(
  Object.entries(OPERATIONS)
    .filter(([id, operation]) => 'open' in operation && id !== 'sign-in')
    .map(([id]) => id),
);

/** Whether somebody is a user of the delegate, whose accounts are its own: of the world, or registered there. */
function ofDelegate(facts: Facts, { actor, seq }: Exchange): boolean {
  const { delegation } = facts.world;
  const known = [...(delegation?.accounts ?? []), ...(delegation?.staff ?? [])].some(
    ({ id }) => id === actor,
  );
  const registered = (facts.index.byOperation.get('register-account') ?? []).some(
    (call) => isBefore(call, { seq }) && call.status === 201 && call.body.user === actor,
  );
  return known || registered;
}

function ofExchange(facts: Facts, exchange: Exchange): Finding[] {
  if (exchange.actor === '' && OPEN.has(exchange.op)) return [];
  if (ofDelegate(facts, exchange)) return [];
  if (exchange.actor === '') {
    // A file that is too large is turned away before anyone is asked who they are.
    return [
      judged(
        exchange,
        'portal.access.login-required',
        { answer: oneOf(401, 403, 413) },
        { answer: exchange.status },
        { operation: exchange.op, session: null },
      ),
    ];
  }
  const staff = facts.world.users.some(({ id, kind }) => id === exchange.actor && kind === 'staff');
  const known = userAt(facts, exchange);
  if (exchange.op === 'sign-in' && !known && !staff) {
    // Somebody who has asked for access and does not have it yet is another rule's.
    if (hasAsked(facts, exchange)) return [];
    return [
      judged(
        exchange,
        'portal.access.registration-required',
        { answer: oneOf(401, 403) },
        { answer: exchange.status },
        { account: 'unknown' },
      ),
    ];
  }
  // An account that has rested for long, or a name that was tried too often, may be refused by other rules.
  if (exchange.op === 'sign-in' && exchange.status !== 201 && known && !staff) {
    const { accounts } = accountsBefore(facts, exchange.seq);
    const { signIn } = activityBefore(facts, exchange, accounts.get(known.id)?.since ?? facts.start);
    if (
      exchange.status === 429 ||
      known.sites.length === 0 ||
      daysBetween(facts, signIn, exchange.at) >= WELL_RESTED
    )
      return [];
  }
  if (exchange.op === 'sign-in') {
    const found = [
      judged(
        exchange,
        'portal.access.registration-required',
        { answer: 201 },
        { answer: exchange.status },
        { account: 'registered' },
      ),
    ];
    return known ? [...found, ...sessionOf(exchange, known)] : found;
  }
  if (!known || exchange.status === 401) return [];
  const user = known;
  switch (exchange.op) {
    case 'submit-request':
      return submissionOf(facts, exchange, user);
    case 'choose-site':
      return siteChoiceOf(exchange, user);
    case 'show-session':
      return sessionOf(exchange, user);
    case 'list-request-types':
      return typesOf(facts, exchange, user);
    default:
      return [];
  }
}

/** Who may enter, for which site, and what they may ask for. User Guide; Section 4. */
export const access: readonly Check[] = historyChecks(
  needing(
    ['sessions', 'requests'],
    'portal.access.login-required',
    'portal.access.registration-required',
    'portal.access.permission-required-to-submit',
    'portal.access.permission-per-feature',
    'portal.access.contact-user-admin-hint',
    'portal.access.single-site-fixed',
    'portal.access.current-site-dropdown',
    'portal.access.multi-site-single-account',
    'portal.referral.requesting-provider-changed-by-site',
    'portal.type.catalogue',
  ),
  (facts) => facts.exchanges.flatMap((exchange) => ofExchange(facts, exchange)),
);
