import type { Permission, User, UserClass, World } from '../../contract/index.ts';
export type ProviderUser = Extract<User, { kind: 'provider' }>;

/** How a password is kept: in the clear only where a world document, which is a fixture, gave it. */
export type Secret = { readonly plain: string } | { readonly hash: string };

/** What ties an account to a site. */
export type Link = {
  permissions: readonly Permission[];
  administrator: boolean;
  state: 'active' | 'removed';
  /** Epoch ms. */
  renewedAt: number;
};

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly class: UserClass;
  readonly email: string;
  readonly phone: string;
  readonly secret: Secret;
  readonly links: Map<string, Link>;
  /** The last activity that counts, a sign-in, or when access was granted (epoch ms). */
  activeAt: number;
  signedInAt: number | null;
};

/** A request for access to one site that waits for its approvals. */
export type AccessCase = {
  readonly id: string;
  readonly user: string;
  readonly site: string;
  readonly permissions: readonly Permission[];
  readonly profile: Pick<Account, 'name' | 'class' | 'email' | 'phone' | 'secret'>;
  /** False where somebody took a name that is not theirs: it is answered alike and comes to nothing. */
  readonly owned: boolean;
  byAdministrator: boolean;
  byPlan: boolean;
};

/** The accounts that a world begins with. */
export function openAccounts(world: World, at: number): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const user of world.users) {
    if (user.kind !== 'provider') continue;
    const links = user.sites.map(({ site, permissions, administrator, renewedAt }): [string, Link] => [
      site,
      {
        permissions,
        administrator: administrator === true,
        state: 'active',
        renewedAt: renewedAt === undefined ? at : Date.parse(renewedAt),
      },
    ]);
    accounts.set(user.id, {
      id: user.id,
      name: user.name,
      class: user.class ?? 'staff',
      email: user.email ?? '',
      phone: '',
      secret: { plain: user.password },
      links: new Map(links),
      activeAt: at,
      signedInAt: null,
    });
  }
  return accounts;
}
