import { dateOf, dayOf, plusDays } from '../days.ts';
import { type Draws, drawsFor } from '../draws.ts';
import { around, HOME_MILES, miles, SITE_MILES } from './geography.ts';
import { lineOfBusinessOf, productsOf } from './lines.ts';
import type { Affiliation, Continuity, Panel, PlanMember, Span } from './model.ts';
import { named } from './names.ts';
import type { Network } from './network.ts';
import { inForce } from './panels.ts';
import { OBGYN, SPECIALTIES } from './specialties.ts';
import { LANGUAGES, type Town } from './towns.ts';

/** Panels just below, at and above the size at which a provider must ask to close. Panel Changes. */
export const FULL_PANELS = [1499, 1500, 1501] as const;
const IN_FULL_PANELS = FULL_PANELS.reduce((sum, size) => sum + size, 0);

type Seat = { readonly affiliation: Affiliation; readonly panel: Panel };

/** What members choose from, worked out once. */
type Choices = {
  readonly seats: ReadonlyMap<string, readonly Seat[]>;
  readonly full: readonly Seat[];
  readonly ended: readonly Affiliation[];
  readonly roles: ReadonlyMap<string, string>;
};

const choices = new WeakMap<Network, Choices>();

function choicesOf(network: Network): Choices {
  const known = choices.get(network);
  if (known) return known;
  const { affiliations, panels, sites, towns, asOf, practitioners } = network;
  const panelOf = new Map(panels.map((panel) => [panel.providerId, panel]));
  const townOf = new Map(sites.map(({ siteId, town }) => [siteId, town]));
  const byTown = new Map<string, Seat[]>();
  for (const affiliation of affiliations) {
    const panel = panelOf.get(affiliation.providerId);
    if (!panel || !inForce(affiliation, asOf)) continue;
    const town = townOf.get(affiliation.siteId) ?? '';
    const there = byTown.get(town) ?? [];
    there.push({ affiliation, panel });
    byTown.set(town, there);
  }
  const home = towns[0] as Town;
  const full =
    network.members >= 3 * IN_FULL_PANELS ? (byTown.get(home.name) ?? []).slice(0, FULL_PANELS.length) : [];
  const reach = network.reachMiles - HOME_MILES - SITE_MILES;
  const seats = new Map(
    towns.map((town) => {
      const own = byTown.get(town.name) ?? [];
      const near = towns.filter((other) => miles(town, other) <= reach);
      const all = own.length > full.length ? own : near.flatMap(({ name }) => byTown.get(name) ?? []);
      return [town.name, all.filter((seat) => !full.includes(seat))] as const;
    }),
  );
  const made: Choices = {
    seats,
    full,
    ended: affiliations.filter(({ terminated }) => terminated !== null && terminated < asOf),
    roles: new Map(practitioners.map(({ providerId, role }) => [providerId, role])),
  };
  choices.set(network, made);
  return made;
}

/** Spans of coverage: most have one; some changed product, some had a gap, of exactly 30 or 31 days among them. */
function coverageOf(lineOfBusiness: string, asOf: string, draws: Draws): Span[] {
  const products = productsOf(lineOfBusiness);
  const span = (from: string, to: string | null): Span => ({
    from,
    to,
    lineOfBusiness,
    product: draws.pick(products),
  });
  const since = plusDays(asOf, -draws.between(30, 2_900));
  const kind = draws.below(100);
  if (kind < 86 || since > plusDays(asOf, -400)) return [span(since, null)];
  if (kind < 90) return [span(since, plusDays(asOf, -draws.between(1, 300)))];
  const gap = kind < 92 ? 30 : kind < 94 ? 31 : kind < 97 ? 0 : draws.between(1, 200);
  const to = plusDays(since, draws.between(60, dayOf(asOf) - dayOf(since) - gap - 30));
  return [span(since, to), span(plusDays(to, gap + 1), null)];
}

const birthDateOf = (lineOfBusiness: string, asOf: string, draws: Draws): string => {
  const day = dayOf(asOf);
  const [youngest, oldest] =
    lineOfBusiness === 'medicare' ? [65, 96] : lineOfBusiness === 'medicaid' ? [0, 64] : [0, 64];
  return dateOf(day - draws.between(youngest * 366, oldest * 365));
};

/** The ground on which care goes on with a provider who left, and when it ends. Terminations > Continuity of Care. */
function continuityOf({ ended, roles }: Choices, draws: Draws): Continuity | null {
  const { providerId, terminated, reason } = draws.pick(ended);
  if (terminated === null || reason === 'quality' || reason === 'fraud') return null;
  if (roles.get(providerId) === 'pcp') return { providerId, ground: 'pcp', terminated, until: null };
  const ground = draws.pick([
    'active-treatment',
    'active-treatment',
    'pregnancy',
    'terminal-illness',
  ] as const);
  const until = ground === 'terminal-illness' ? null : plusDays(terminated, draws.between(20, 240));
  return { providerId, ground, terminated, until };
}

/** The seat of a member in one of the full panels, by the member’s place in the list; null for everyone else. */
function fullSeat({ full }: Choices, index: number): Seat | null {
  let last = 0;
  for (const [place, seat] of full.entries()) {
    last += FULL_PANELS[place] ?? 0;
    if (index < last) return seat;
  }
  return null;
}

/** One member who does not exist; the same whoever else is made, and in whatever order. */
export function memberAt(network: Network, index: number): PlanMember {
  const { root, asOf, towns } = network;
  const own = choicesOf(network);
  const draws = drawsFor(root, 'member', index);
  const inFull = fullSeat(own, index);
  const town = inFull
    ? (towns[0] as Town)
    : draws.weighted(towns.map((one) => [one.residents, one] as const));
  const gender = draws.weighted([
    [50, 'F' as const],
    [49, 'M' as const],
    [1, 'X' as const],
  ]);
  const coverage = coverageOf(lineOfBusinessOf(root, index), asOf, draws);
  const last = coverage.at(-1) as Span;
  const { affiliation, panel } = inFull ?? draws.pick(own.seats.get(town.name) ?? []);
  const chosen = dayOf(panel.noticeOn ?? asOf);
  const names = named(draws, ({ person, location }) => ({
    firstName: person.firstName(gender === 'F' ? 'female' : gender === 'M' ? 'male' : undefined),
    lastName: person.lastName(),
    street: location.streetAddress(),
  }));
  const claims: Record<string, number> = {};
  for (const [each, specialty] of [[350, OBGYN] as const, ...SPECIALTIES]) {
    const count = Math.floor((each / 1000) * 2 * draws.next() + draws.next());
    if (count > 0) claims[specialty] = count;
  }
  return {
    memberId: `M${10_000_000 + index}`,
    firstName: names.firstName,
    lastName: names.lastName,
    birthDate: birthDateOf(last.lineOfBusiness, asOf, draws),
    gender,
    language: draws.weighted(LANGUAGES),
    lineOfBusiness: last.lineOfBusiness,
    product: last.product,
    street: names.street,
    town: town.name,
    county: town.county,
    zip: town.zip,
    ...around(town, HOME_MILES, draws),
    pcpId: affiliation.providerId,
    pcpSiteId: affiliation.siteId,
    // Nobody chose a panel after its closing was announced.
    pcpSince: dateOf(Math.max(dayOf(affiliation.effective), chosen - draws.between(1, 900))),
    coverage,
    claims,
    continuity: own.ended.length > 0 && draws.chance(0.004) ? continuityOf(own, draws) : null,
  };
}
