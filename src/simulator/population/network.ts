import type { AccessFigures } from '../../rulebook/index.ts';
import { plusDays } from '../days.ts';
import { drawsFor } from '../draws.ts';
import { around, driveMinutes, hubs, SITE_MILES } from './geography.ts';
import {
  type Affiliation,
  type Panel,
  type Practice,
  type Practitioner,
  type Role,
  type Site,
  type SiteKind,
  TERMINATION_REASONS,
  type TerminationReason,
} from './model.ts';
import { named, phoneFrom } from './names.ts';
import { syntheticNpi } from './npi.ts';
import { panelsOf } from './panels.ts';
import { affiliationAt, practitionerAt } from './practitioners.ts';
import { OBGYN, SPECIALTIES } from './specialties.ts';
import { TOWNS, type Town } from './towns.ts';

export type DriveTime = { readonly from: string; readonly to: string; readonly minutes: number };

/** Who takes part in the plan’s network on a day, and where. Everyone in it is made up. */
export type Network = {
  readonly root: string;
  readonly asOf: string;
  readonly members: number;
  /** How far a member may live from a primary care provider. */
  readonly reachMiles: number;
  readonly towns: readonly Town[];
  readonly practices: readonly Practice[];
  readonly sites: readonly Site[];
  readonly practitioners: readonly Practitioner[];
  readonly affiliations: readonly Affiliation[];
  readonly panels: readonly Panel[];
  readonly driveTimes: readonly DriveTime[];
};

/** More than the least, so that a few who leave do not break a ratio. */
const SLACK = 1.06;

/** Where the plan is offered: the largest towns first, more of them the more members there are. */
const townsFor = (members: number): Town[] =>
  TOWNS.slice(0, Math.min(TOWNS.length, Math.max(1, Math.round(members / 400))));

class Builder {
  readonly practices: Practice[] = [];
  readonly sites: Site[] = [];
  readonly practitioners: Practitioner[] = [];
  readonly affiliations: Affiliation[] = [];
  readonly #root: string;
  readonly #asOf: string;
  readonly #towns: readonly Town[];

  constructor(root: string, asOf: string, towns: readonly Town[]) {
    this.#root = root;
    this.#asOf = asOf;
    this.#towns = towns;
  }

  practice(name: string): Practice {
    const index = this.practices.length;
    const made = {
      practiceId: `G${String(index).padStart(6, '0')}`,
      name,
      npi: syntheticNpi('organization', index),
    };
    this.practices.push(made);
    return made;
  }

  site(practice: Practice, town: Town, kind: SiteKind, label = ''): Site {
    const index = this.sites.length;
    const draws = drawsFor(this.#root, 'site', index);
    const made: Site = {
      siteId: `S${String(index).padStart(6, '0')}`,
      practiceId: practice.practiceId,
      name: `${practice.name}${label}`,
      npi: syntheticNpi('organization', 1_000_000 + index),
      kind,
      town: town.name,
      county: town.county,
      zip: town.zip,
      ...around(town, SITE_MILES, draws),
      phone: phoneFrom(draws),
    };
    this.sites.push(made);
    return made;
  }

  doctor(
    role: Role,
    specialty: string,
    at: readonly Site[],
    end?: { readonly on: string; readonly reason: TerminationReason; readonly effective?: string },
  ): Practitioner {
    const hospital = this.sites.find(({ kind }) => kind === 'acute-hospital');
    const made = practitionerAt(this.#root, this.practitioners.length, {
      role,
      specialty,
      asOf: this.#asOf,
      admitsAt: hospital?.siteId ?? null,
    });
    this.practitioners.push(made);
    for (const site of at)
      this.affiliations.push(
        affiliationAt(this.#root, this.affiliations.length, made, site, this.#asOf, end),
      );
    return made;
  }

  /** How many of a kind each town gets: enough at each hub, and the rest where people live. */
  shareOut(kind: string, total: number, limitMiles: number, atHub: number): Map<Town, number> {
    const counts = new Map<Town, number>(hubs(this.#towns, limitMiles).map((hub) => [hub, atHub]));
    const residents = this.#towns.map((town) => [town.residents, town] as const);
    const draws = drawsFor(this.#root, `share-out ${kind}`);
    let left = total - [...counts.values()].reduce((sum, count) => sum + count, 0);
    // Whole shares first, so that no town is left far below its part by chance.
    const all = residents.reduce((sum, [count]) => sum + count, 0);
    for (const [count, town] of residents) {
      const own = Math.max(0, Math.floor((total * count) / all) - (counts.get(town) ?? 0));
      const given = Math.min(own, Math.max(0, left));
      if (given > 0) counts.set(town, (counts.get(town) ?? 0) + given);
      left -= given;
    }
    for (; left > 0; left -= 1) {
      const town = draws.weighted(residents);
      counts.set(town, (counts.get(town) ?? 0) + 1);
    }
    return counts;
  }

  facilities(kind: SiteKind, title: string, total: number, limitMiles: number): void {
    for (const [town, count] of this.shareOut(kind, total, limitMiles, 1)) {
      for (let index = 0; index < count; index += 1)
        this.site(this.practice(`${town.name} ${title}${index === 0 ? '' : ` ${index + 1}`}`), town, kind);
    }
  }

  /** Practitioners of a kind in groups of their own, each at one or two sites of the town. */
  groups(
    role: Role,
    specialtyOf: (index: number) => string,
    counts: ReadonlyMap<Town, number>,
    kind: SiteKind,
    largest: number,
  ): void {
    for (const [town, count] of counts) {
      const draws = drawsFor(this.#root, `groups ${role} ${specialtyOf(0)} ${town.name}`);
      for (let placed = 0; placed < count; ) {
        const size = Math.min(count - placed, draws.between(1, largest));
        const title = named(
          draws,
          ({ person }) => `${person.lastName()} ${role === 'pcp' ? 'Primary Care' : 'Specialists'}`,
        );
        const practice = this.practice(`${title} of ${town.name}`);
        const sites = [this.site(practice, town, kind)];
        if (size > 3) sites.push(this.site(practice, town, kind, ' West'));
        for (let index = 0; index < size; index += 1) {
          const own = sites[index % sites.length];
          this.doctor(role, specialtyOf(placed + index), own ? [own] : sites);
        }
        placed += size;
      }
    }
  }

  /** Roles that take part without being credentialed by the plan, and contracts that end or begin about the day. */
  edges(): void {
    const home = this.#towns[0] as Town;
    const group = this.practice(`${home.name} Medical Associates`);
    const site = this.site(group, home, 'specialist');
    for (const specialty of ['pathology', 'emergency-medicine', 'anesthesiology', 'radiology'])
      this.doctor('facility-only', specialty, [site]);
    this.doctor('locum', 'internal-medicine', [site], {
      effective: plusDays(this.#asOf, -60),
      on: plusDays(this.#asOf, 120),
      reason: 'contract-expired',
    });
    this.doctor('specialist-np', 'cardiology', [site]);
    this.doctor('urgent-care', 'emergency-medicine', [site]);
    this.doctor('critical-care', 'critical-care', [site]);
    this.doctor('therapist', 'physical-therapy', [
      this.site(this.practice(`${home.name} Therapy`), home, 'therapy'),
    ]);
    this.doctor('behavioral', 'behavioral-health', [
      this.site(this.practice(`${home.name} Behavioral Health`), home, 'behavioral'),
    ]);
    const wards = this.practice(`${home.name} Old Ward Group`);
    const ended = this.site(wards, home, 'specialist');
    for (const [index, days] of [-1, 0, 1].entries())
      this.doctor('specialist', 'orthopedics', [ended], {
        on: plusDays(this.#asOf, days),
        reason: TERMINATION_REASONS[index] as TerminationReason,
      });
    for (const reason of TERMINATION_REASONS) {
      this.doctor('specialist', 'cardiology', [ended], { on: plusDays(this.#asOf, -45), reason });
      this.doctor('pcp', 'family-practice', [ended], { on: plusDays(this.#asOf, -20), reason });
    }
    this.doctor('specialist', 'neurology', [ended], {
      effective: plusDays(this.#asOf, 30),
      on: plusDays(this.#asOf, 2_000),
      reason: 'contract-expired',
    });
  }
}

/**
 * A network that meets the ratios and distances of the plan for so many members, on a day (`YYYY-MM-DD`).
 * Network Access > Access and Availability Requirements; Panel Changes.
 */
export function networkOf(root: string, members: number, asOf: string, figures: AccessFigures): Network {
  const towns = townsFor(members);
  const build = new Builder(root, asOf, towns);
  const least = (each: number): number => Math.ceil((Math.ceil(members / each) + 1) * SLACK);
  const [family, ...others] = figures.primaryCare.value;
  build.facilities(
    'acute-hospital',
    'General Hospital',
    Math.ceil(members / 60_000),
    figures.acuteHospitalDistance.value.miles,
  );
  build.facilities(
    'rehabilitation',
    'Rehabilitation',
    Math.ceil(members / 150_000),
    figures.rehabilitationDistance.value.miles,
  );
  build.facilities(
    'urgent-care',
    'Urgent Care',
    Math.ceil(members / 25_000),
    figures.urgentCareDistance.value.miles,
  );
  const primary = drawsFor(root, 'primary specialties');
  const names = Array.from({ length: 64 }, () =>
    primary.weighted([
      [45, family ?? ''],
      [35, others[0] ?? ''],
      [17, others[1] ?? ''],
      [3, others[2] ?? ''],
    ]),
  );
  const nameAt = (index: number): string => names[index % names.length] ?? family ?? '';
  build.groups(
    'pcp',
    nameAt,
    build.shareOut(
      'pcp',
      least(figures.pcpRatio.value),
      figures.pcpDistance.value.miles,
      figures.pcpDistance.value.needed,
    ),
    'primary-care',
    8,
  );
  for (const [specialty, each, limit] of [
    [OBGYN, figures.obgynRatio.value, figures.obgynDistance.value.miles],
    ...SPECIALTIES.map(
      ([, name]) => [name, figures.highVolumeRatio.value, figures.highVolumeDistance.value.miles] as const,
    ),
  ] as const) {
    const counts = build.shareOut(specialty, least(each), limit, 1);
    build.groups('specialist', () => specialty, counts, 'specialist', 6);
  }
  build.edges();
  const travel = drawsFor(root, 'drive times');
  const driveTimes = towns.flatMap((from) =>
    towns.map((to) => ({ from: from.name, to: to.name, minutes: driveMinutes(from, to, travel) })),
  );
  const { practices, sites, practitioners, affiliations } = build;
  const panels = panelsOf(root, asOf, practitioners, affiliations, figures);
  const reachMiles = figures.pcpDistance.value.miles;
  return {
    root,
    asOf,
    members,
    reachMiles,
    towns,
    practices,
    sites,
    practitioners,
    affiliations,
    panels,
    driveTimes,
  };
}
