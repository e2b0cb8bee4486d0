import { daysBetween, localDate } from '../../calendar/calendar.ts';
import type { Permission, User } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import type { PortalState } from '../core/state.ts';
import { calendarOf } from '../time-frames/limits.ts';
import type { Account, Link } from './model.ts';

const dayOf = (pack: Pack, at: number): string => localDate(calendarOf(pack, 'none'), at);

/** Local days from one instant to another. */
const daysSince = (pack: Pack, from: number, now: number): number =>
  daysBetween(dayOf(pack, from), dayOf(pack, now));

/** Whether thirty days without activity have ended an account: the sweep follows the thirtieth day. Section 4, Overview. */
export const isTerminated = ({ activeAt }: Account, now: number, pack: Pack): boolean =>
  daysSince(pack, activeAt, now) > pack.figures.accountInactivity.value;

/** Whether access to a site has lapsed: the 180th day still counts. Section 4, Overview. */
export const isLapsed = ({ renewedAt }: Link, now: number, pack: Pack): boolean =>
  daysSince(pack, renewedAt, now) > pack.figures.accountRenewal.value;

/** The last local day of access without renewal. */
export const renewalDue = ({ renewedAt }: Link, pack: Pack): string =>
  new Date(Date.parse(`${dayOf(pack, renewedAt)}T00:00:00Z`) + pack.figures.accountRenewal.value * 86_400_000)
    .toISOString()
    .slice(0, 10);

/** Sites at which an account may work now. */
const openLinks = (
  { links }: Account,
  lapsed: (link: Link) => boolean,
): { site: string; permissions: Permission[]; administrator: boolean }[] =>
  [...links]
    .filter(([, link]) => link.state === 'active' && !lapsed(link))
    .map(([site, { permissions, administrator }]) => ({
      site,
      permissions: [...permissions],
      administrator,
    }));

/** A user as the portal knows them now: of a provider's account, with the sites that are open to it. */
export function userNow(
  state: PortalState,
  id: string | undefined,
  lapsed: (link: Link) => boolean,
): User | undefined {
  const account = state.accounts.get(id ?? '');
  if (!account) return state.world.users.find((user) => user.kind === 'staff' && user.id === id);
  return {
    kind: 'provider',
    id: account.id,
    name: account.name,
    password: '',
    class: account.class,
    email: account.email,
    sites: openLinks(account, lapsed),
  };
}

/** Administrators of a site that are not removed from it. */
export const administratorsOf = (state: PortalState, site: string): Account[] =>
  [...state.accounts.values()].filter(({ links }) => {
    const link = links.get(site);
    return link?.state === 'active' && link.administrator;
  });
