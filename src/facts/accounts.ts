import type { User } from '../contract/index.ts';
import type { Exchange } from './case-file.ts';
import type { Ground } from './ground.ts';
import { recordsBefore } from './order.ts';
import { strings, text } from './values.ts';

/** What ties a user to a site, from the world and from what users and staff were seen to do. */
export type Link = {
  readonly permissions: readonly string[];
  readonly administrator: boolean;
  readonly removed: boolean;
  /** Epoch ms. */
  readonly renewedAt: number;
};

/** A provider's account at a point of the history. Instants are epoch ms. */
export type AccountFile = {
  readonly user: string;
  readonly class: string;
  readonly links: ReadonlyMap<string, Link>;
  /** When access was given: the beginning of the history, or the last approval. */
  readonly since: number;
};

/** A request for access to a site, and who approved it so far. */
export type AccessFile = {
  readonly id: string;
  readonly user: string;
  readonly site: string;
  readonly permissions: readonly string[];
  readonly class: string;
  readonly byAdministrator: boolean;
  readonly byPlan: boolean;
  /** False where the name was taken: nothing comes of it unless it was asked by its owner, which nobody here can see. */
  readonly sure: boolean;
};

export type Accounts = {
  readonly accounts: ReadonlyMap<string, AccountFile>;
  readonly access: ReadonlyMap<string, AccessFile>;
};

const CHANGING: readonly string[] = [
  'request-access',
  'add-user',
  'approve-access',
  'change-user',
  'renew-access',
  'choose-site',
];

type ProviderUser = Extract<User, { kind: 'provider' }>;

function opening(ground: Ground): Accounts {
  const start = ground.start;
  const users = ground.world.users.filter((user): user is ProviderUser => user.kind === 'provider');
  const accounts = users.map((user): [string, AccountFile] => {
    const links = user.sites.map(({ site, permissions, administrator, renewedAt }): [string, Link] => [
      site,
      {
        permissions,
        administrator: administrator === true,
        removed: false,
        renewedAt: renewedAt === undefined ? start : Date.parse(renewedAt),
      },
    ]);
    return [user.id, { user: user.id, class: user.class ?? 'staff', links: new Map(links), since: start }];
  });
  return { accounts: new Map(accounts), access: new Map() };
}

const isStaff = (ground: Ground, user: string): boolean =>
  ground.world.users.some(({ id, kind }) => id === user && kind === 'staff');

function withLink(
  { accounts, access }: Accounts,
  user: string,
  site: string,
  change: (link: Link | undefined) => Link,
  made: Partial<AccountFile> = {},
): Accounts {
  const known = accounts.get(user) ?? { user, class: 'staff', links: new Map(), since: 0 };
  const links = new Map(known.links).set(site, change(known.links.get(site)));
  return { access, accounts: new Map(accounts).set(user, { ...known, ...made, links }) };
}

function approved(ground: Ground, all: Accounts, { actor, path, at }: Exchange): Accounts {
  const known = all.access.get(text(path.id) ?? '');
  if (!known) return all;
  const byPlan = known.byPlan || isStaff(ground, actor);
  const byAdministrator = known.byAdministrator || !isStaff(ground, actor);
  const access = new Map(all.access).set(known.id, { ...known, byPlan, byAdministrator });
  if (!byPlan || !byAdministrator) return { ...all, access };
  const { permissions, user, site } = known;
  const granted = withLink(
    all,
    user,
    site,
    (link) => ({
      permissions,
      administrator: link?.administrator ?? false,
      removed: false,
      renewedAt: at,
    }),
    { class: all.accounts.get(user)?.class ?? known.class, since: at },
  );
  return { ...granted, access };
}

/** Where an administrator's act took place: the site that they had chosen, or their first. */
const siteOfActor = (all: Accounts, chosen: ReadonlyMap<string, string>, actor: string): string =>
  chosen.get(actor) ?? [...(all.accounts.get(actor)?.links.keys() ?? [])][0] ?? '';

function changed(all: Accounts, site: string, exchange: Exchange): Accounts {
  const user = text(exchange.path.id) ?? '';
  const link = all.accounts.get(user)?.links.get(site);
  if (!link) return all;
  if (exchange.op === 'renew-access')
    return withLink(all, user, site, () => ({ ...link, renewedAt: exchange.at }));
  const { permissions, administrator, removed } = exchange.body;
  return withLink(all, user, site, () => ({
    permissions: Array.isArray(permissions) ? strings(permissions) : link.permissions,
    administrator: typeof administrator === 'boolean' ? administrator : link.administrator,
    removed: removed === true || link.removed,
    renewedAt: link.renewedAt,
  }));
}

type Step = { readonly seq: number; readonly accounts: Accounts };

/** How accounts stand, by the world and by every call that changed them; each state is kept with its record. */
export class AccountFacts {
  readonly #ground: Ground;
  readonly #steps: Step[];
  readonly #judged: boolean;
  readonly #chosen = new Map<string, string>();
  readonly #calls = new Map<string, Exchange[]>();

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#steps = [{ seq: -1, accounts: opening(ground) }];
    this.#judged = ground.capabilities.includes('accounts');
  }

  /** The accounts as they stand. */
  get now(): Accounts {
    return (this.#steps.at(-1) as Step).accounts;
  }

  /** The accounts as they stood before a record. */
  before(seq: number): Accounts {
    return (recordsBefore(this.#steps, seq).at(-1) ?? (this.#steps[0] as Step)).accounts;
  }

  /** Every call of a user so far. */
  callsOf(actor: string): readonly Exchange[] {
    return this.#calls.get(actor) ?? [];
  }

  /** Everything that a user was ever permitted at a site so far. */
  everPermitted(user: string, site: string): ReadonlySet<string> {
    const links = this.#steps.map(({ accounts }) => accounts.accounts.get(user)?.links.get(site));
    return new Set(links.flatMap((link) => link?.permissions ?? []));
  }

  /** Takes in one call. */
  step(call: Exchange): void {
    const own = this.#calls.get(call.actor);
    if (own) own.push(call);
    else this.#calls.set(call.actor, [call]);
    if (!this.#judged || !CHANGING.includes(call.op) || call.status >= 300) return;
    if (call.op === 'choose-site') {
      this.#chosen.set(call.actor, text(call.body.site) ?? '');
      return;
    }
    const accounts = this.#after(call, this.now);
    if (accounts !== this.now) this.#steps.push({ seq: call.seq, accounts });
  }

  #after(call: Exchange, before: Accounts): Accounts {
    const { op, actor, body, answer } = call;
    const id = text(answer.request);
    if ((op === 'request-access' || op === 'add-user') && id !== null) {
      // Who takes a name that is not theirs is answered like anybody else, and nothing comes of it.
      const known = op === 'request-access' && before.accounts.has(text(body.user) ?? '');
      const asked: AccessFile = {
        id,
        user: text(body.user) ?? '',
        site: op === 'add-user' ? siteOfActor(before, this.#chosen, actor) : (text(body.site) ?? ''),
        permissions: strings(body.permissions),
        class: text(body.class) ?? 'staff',
        byAdministrator: op === 'add-user',
        byPlan: false,
        sure: !known,
      };
      return { ...before, access: new Map(before.access).set(id, asked) };
    }
    if (op === 'approve-access') return approved(this.#ground, before, call);
    return op === 'change-user' || op === 'renew-access'
      ? changed(before, siteOfActor(before, this.#chosen, actor), call)
      : before;
  }
}

/** Facts as far as the accounts need them. */
type WithAccounts = Ground & {
  readonly accounts: AccountFacts;
  readonly index: { readonly byOperation: ReadonlyMap<string, readonly Exchange[]> };
};

/** The accounts as they stood before a record. */
export const accountsBefore = (facts: WithAccounts, seq: number): Accounts => facts.accounts.before(seq);

/** Local days from one instant to another. */
export const daysBetween = (facts: WithAccounts, from: number, to: number): number =>
  (Date.parse(facts.dateAt(to)) - Date.parse(facts.dateAt(from))) / 86_400_000;

/** Whether a link is past its last day of access. */
export const hasLapsed = (facts: WithAccounts, { renewedAt }: Link, at: number): boolean =>
  daysBetween(facts, renewedAt, at) > facts.pack.figures.accountRenewal.value;

/** A provider's user as they stand at a call, with the sites that are open to them; null for anybody else. */
export function userAt(facts: WithAccounts, exchange: Exchange): ProviderUser | null {
  const known = accountsBefore(facts, exchange.seq).accounts.get(exchange.actor);
  if (!known) return null;
  const judged = facts.capabilities.includes('accounts');
  const open = [...known.links].filter(
    ([, link]) => !judged || (!link.removed && !hasLapsed(facts, link, exchange.at)),
  );
  return {
    kind: 'provider',
    id: known.user,
    name: '',
    password: '',
    class: known.class as 'staff',
    sites: open.map(([site, { permissions, administrator }]) => ({
      site,
      permissions: [...permissions] as ProviderUser['sites'][number]['permissions'],
      administrator,
    })),
  };
}

/** The last successful sign-in of a user before a record, and their last successful call of any kind (epoch ms). */
export function activityBefore(
  facts: WithAccounts,
  { actor, seq }: Exchange,
  since: number,
): { readonly signIn: number; readonly any: number } {
  let signIn = since;
  let any = since;
  for (const exchange of facts.accounts.callsOf(actor)) {
    if (exchange.seq >= seq || exchange.status >= 400) continue;
    any = Math.max(any, exchange.at);
    if (exchange.op === 'sign-in') signIn = Math.max(signIn, exchange.at);
  }
  return { signIn, any };
}

/** Changes of a user's permissions before a call, the last one first. */
export function permissionChanges(facts: WithAccounts, { actor, seq }: Exchange): readonly Exchange[] {
  const all = facts.index.byOperation.get('change-user') ?? [];
  return recordsBefore(all, seq)
    .filter((one) => one.path.id === actor && one.status === 200)
    .filter(({ body }) => Array.isArray(body.permissions))
    .reverse();
}

/** Everything that a user was ever permitted at a site, up to a record that is no earlier than the facts stand. */
export const everPermitted = (facts: WithAccounts, user: string, site: string): ReadonlySet<string> =>
  facts.accounts.everPermitted(user, site);
