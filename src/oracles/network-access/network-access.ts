import type { AccessFigures, Distance, Figure, RuleId } from '../../rulebook/index.ts';

/** What the check of a network needs to know, as plain records; it does not ask how they were made. */
export type AccessNetwork = {
  /** The date (`YYYY-MM-DD`) on which the network is looked at. */
  readonly asOf: string;
  readonly practitioners: readonly {
    readonly providerId: string;
    readonly role: string;
    readonly specialty: string;
  }[];
  readonly affiliations: readonly {
    readonly providerId: string;
    readonly siteId: string;
    readonly effective: string;
    readonly terminated: string | null;
  }[];
  readonly sites: readonly {
    readonly siteId: string;
    readonly kind: string;
    readonly town: string;
    readonly latitude: number;
    readonly longitude: number;
  }[];
  readonly panels: readonly { readonly practiceId: string; readonly state: 'open' | 'closed' }[];
  /** Minutes by car from town to town. */
  readonly driveTimes: readonly { readonly from: string; readonly to: string; readonly minutes: number }[];
};

export type AccessMember = {
  readonly town: string;
  readonly latitude: number;
  readonly longitude: number;
};

export type AccessResult = {
  readonly rule: RuleId;
  readonly verdict: 'met' | 'violated';
  readonly says: string;
};

type Point = { readonly lat: number; readonly lon: number; readonly town: string; readonly who: string };
const EARTH_MILES = 3958.7613;
const TO_RADIANS = Math.PI / 180;
const OBGYN = 'obstetrics-gynecology';

/** Miles as the crow flies, by the spherical law of cosines. */
function apart(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const [from, to] = [a.lat * TO_RADIANS, b.lat * TO_RADIANS];
  const cosine =
    Math.sin(from) * Math.sin(to) + Math.cos(from) * Math.cos(to) * Math.cos((b.lon - a.lon) * TO_RADIANS);
  return EARTH_MILES * Math.acos(Math.min(1, Math.max(-1, cosine)));
}

/** The rule of a figure, which is one alone here. */
const ruleOf = ([rule]: Figure['rules']): RuleId => rule;

/** What is asked of a kind of place: its own distance, or that of a specialty of high volume. */
function limitOf(kind: string, figures: AccessFigures): Distance {
  switch (kind) {
    case 'pcp':
      return figures.pcpDistance.value;
    case OBGYN:
      return figures.obgynDistance.value;
    case 'urgent-care':
      return figures.urgentCareDistance.value;
    case 'acute-hospital':
      return figures.acuteHospitalDistance.value;
    case 'rehabilitation':
      return figures.rehabilitationDistance.value;
    default:
      return figures.highVolumeDistance.value;
  }
}

/** How many of enough different providers are near a place: by miles, or else by the minutes of the table. */
class Nearby {
  readonly #limit: Distance;
  readonly #points: readonly Point[];
  readonly #minutes: ReadonlyMap<string, number>;
  /** The points of each town in the order of its distance, so that near ones are looked at first. */
  readonly #sorted = new Map<string, readonly Point[]>();

  constructor(limit: Distance, points: readonly Point[], minutes: ReadonlyMap<string, number>) {
    this.#limit = limit;
    this.#points = points;
    this.#minutes = minutes;
  }

  enough(home: { lat: number; lon: number; town: string }): boolean {
    const known = this.#sorted.get(home.town);
    const points = known ?? [...this.#points].sort((a, b) => apart(home, a) - apart(home, b));
    if (!known) this.#sorted.set(home.town, points);
    const found = new Set<string>();
    for (const point of points) {
      const near =
        apart(home, point) <= this.#limit.miles ||
        (this.#minutes.get(`${home.town}>${point.town}`) ?? Number.POSITIVE_INFINITY) <= this.#limit.minutes;
      if (near) found.add(point.who);
      if (found.size >= this.#limit.needed) return true;
    }
    return false;
  }
}

/**
 * Holds a network against the ratios and distances that a plan must keep, member by member in any number.
 * Network Access > Access and Availability Requirements; Panel Changes.
 */
export class NetworkAccess {
  readonly #network: AccessNetwork;
  readonly #figures: AccessFigures;
  readonly #places: ReadonlyMap<string, Nearby>;
  readonly #active: ReadonlyMap<string, { readonly role: string; readonly specialty: string }>;
  readonly #far = new Map<string, number>();
  readonly #claims = new Map<string, number>();
  #members = 0;

  constructor(network: AccessNetwork, figures: AccessFigures) {
    this.#network = network;
    this.#figures = figures;
    const { asOf } = network;
    const who = new Map(network.practitioners.map((one) => [one.providerId, one]));
    const where = new Map(network.sites.map((one) => [one.siteId, one]));
    const minutes = new Map(network.driveTimes.map((one) => [`${one.from}>${one.to}`, one.minutes]));
    const active = new Map<string, { role: string; specialty: string }>();
    const points = new Map<string, Point[]>();
    const add = (kind: string, site: AccessNetwork['sites'][number], provider: string): void => {
      const own = points.get(kind) ?? [];
      points.set(kind, own);
      own.push({ lat: site.latitude, lon: site.longitude, town: site.town, who: provider });
    };
    for (const { providerId, siteId, effective, terminated } of network.affiliations) {
      const provider = who.get(providerId);
      const site = where.get(siteId);
      if (!provider || !site || effective > asOf || (terminated !== null && terminated < asOf)) continue;
      active.set(providerId, provider);
      if (provider.role === 'pcp' && this.#figures.primaryCare.value.includes(provider.specialty))
        add('pcp', site, providerId);
      if (provider.role === 'specialist') add(provider.specialty, site, providerId);
    }
    for (const site of network.sites) add(site.kind, site, site.siteId);
    this.#places = new Map(
      [...points].map(([kind, own]) => [kind, new Nearby(limitOf(kind, figures), own, minutes)]),
    );
    this.#active = active;
  }

  add({ town, latitude, longitude }: AccessMember): void {
    this.#members += 1;
    const home = { lat: latitude, lon: longitude, town };
    for (const [kind, nearby] of this.#places) {
      if (!nearby.enough(home)) this.#far.set(kind, (this.#far.get(kind) ?? 0) + 1);
    }
  }

  /** Claims of the year before, from which the five specialties of high volume follow. */
  claimed(specialty: string, count: number): void {
    this.#claims.set(specialty, (this.#claims.get(specialty) ?? 0) + count);
  }

  /** The five specialties with most claims, beside primary care and obstetrics; a tie at the fifth place counts. */
  highVolume(): string[] {
    const ranked = [...this.#claims].filter(([name]) => name !== OBGYN).sort((a, b) => b[1] - a[1]);
    const least = ranked[this.#figures.highVolumeSpecialties.value - 1]?.[1] ?? 0;
    return ranked.filter(([, count]) => count >= least).map(([name]) => name);
  }

  #ratio({ value: each, rules }: Figure<number>, title: string, found: number): AccessResult {
    const verdict = found * each >= this.#members ? 'met' : 'violated';
    return {
      rule: ruleOf(rules),
      verdict,
      says: `${found} ${title} for ${this.#members} members; one for each ${each} is asked`,
    };
  }

  #distance({ value, rules }: Figure<Distance>, places: readonly string[]): AccessResult {
    const missing = places.filter((place) => !this.#places.has(place));
    const far =
      places.reduce((sum, place) => sum + (this.#far.get(place) ?? 0), 0) + missing.length * this.#members;
    const says = `${far} members have to go farther than ${value.miles} miles and ${value.minutes} minutes`;
    return { rule: ruleOf(rules), verdict: far === 0 ? 'met' : 'violated', says };
  }

  #halfOpen(): AccessResult {
    const practices = new Map<string, { open: number; all: number }>();
    for (const { practiceId, state } of this.#network.panels) {
      const own = practices.get(practiceId) ?? { open: 0, all: 0 };
      practices.set(practiceId, { open: own.open + (state === 'open' ? 1 : 0), all: own.all + 1 });
    }
    const { value, rules } = this.#figures.closedPanels;
    const short = [...practices.values()].filter(({ open, all }) => value * (all - open) > all).length;
    const says = `${short} of ${practices.size} practices have less than half of their panels open`;
    return { rule: ruleOf(rules), verdict: short === 0 ? 'met' : 'violated', says };
  }

  results(): AccessResult[] {
    const figures = this.#figures;
    const having = (test: (one: { role: string; specialty: string }) => boolean): number =>
      [...this.#active.values()].filter(test).length;
    const specialist = (name: string): number =>
      having(({ role, specialty }) => role === 'specialist' && specialty === name);
    const primary = having(
      ({ role, specialty }) => role === 'pcp' && this.#figures.primaryCare.value.includes(specialty),
    );
    const top = this.highVolume();
    const fewest = top.reduce((a, b) => (specialist(b) < specialist(a) ? b : a), top[0] ?? '');
    return [
      this.#ratio(figures.pcpRatio, 'primary care providers', primary),
      this.#ratio(figures.obgynRatio, 'OB/GYN specialists', specialist(OBGYN)),
      this.#ratio(figures.highVolumeRatio, `in ${fewest}, the fewest of the five`, specialist(fewest)),
      this.#distance(figures.pcpDistance, ['pcp']),
      this.#distance(figures.obgynDistance, [OBGYN]),
      this.#distance(figures.highVolumeDistance, top),
      this.#distance(figures.urgentCareDistance, ['urgent-care']),
      this.#distance(figures.acuteHospitalDistance, ['acute-hospital']),
      this.#distance(figures.rehabilitationDistance, ['rehabilitation']),
      this.#halfOpen(),
    ];
  }
}
