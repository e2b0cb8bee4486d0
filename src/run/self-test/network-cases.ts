import { type AccessNetwork, type AccessResult, NetworkAccess } from '../../oracles/index.ts';
import type { AccessFigures, RuleId } from '../../rulebook/index.ts';

/**
 * A small network and members who all live in one place, with the rules that it breaks, worked out by hand from the
 * words of the manual. A rule that it is about and does not break is kept.
 */
export type NetworkCase = {
  readonly id: string;
  /** The rules on whose figures it stands. */
  readonly rules: readonly [RuleId, ...RuleId[]];
  readonly breaks: readonly RuleId[];
  readonly network: AccessNetwork;
  readonly members: number;
  readonly claims: readonly (readonly [specialty: string, count: number])[];
};

type Doctor = { readonly role: 'pcp' | 'specialist'; readonly specialty: string };
/** How far away somebody works: miles to the north, and minutes by car. */
type Way = { readonly miles: number; readonly minutes: number };
type Placed = Doctor & Way;

/** Near by any reading, and far by any. */
const NEAR: Way = { miles: 1, minutes: 5 };
const FAR: Way = { miles: 100, minutes: 200 };
/** Miles and minutes by which a place is just within a limit, or just beyond it. */
const HAIR = 0.001;

const HOME = { town: 'Home', latitude: 42, longitude: -71 };
/** Degrees of latitude in a mile, on a sphere whose radius is 3,958.7613 miles. */
const DEGREES_IN_A_MILE = 180 / (Math.PI * 3958.7613);

const times = (count: number, one: Doctor, way: Way = NEAR): Placed[] =>
  Array.from({ length: count }, () => ({ ...one, ...way }));

const PCP: Doctor = { role: 'pcp', specialty: 'family-practice' };
const OBGYN: Doctor = { role: 'specialist', specialty: 'obstetrics-gynecology' };
const specialist = (specialty: string): Doctor => ({ role: 'specialist', specialty });

/** By claims the five specialties of high volume, and a sixth. */
const CLAIMS = [
  ['cardiology', 60],
  ['dermatology', 50],
  ['orthopedics', 40],
  ['neurology', 30],
  ['urology', 20],
  ['podiatry', 10],
] as const;
const FIVE: readonly Placed[] = CLAIMS.slice(0, 5).flatMap(([name]) => times(1, specialist(name)));

/** Enough for 1,000 members: 1,000 : 200 = 5 primary care providers, 1,000 : 500 = 2 OB/GYN, one of each of the five. */
const ENOUGH: readonly Placed[] = [...times(5, PCP), ...times(2, OBGYN), ...FIVE];

const FACILITIES = ['urgent-care', 'acute-hospital', 'rehabilitation'] as const;
type Facility = (typeof FACILITIES)[number];

type Ways = Partial<Readonly<Record<Facility, Way>>>;
type Panels = AccessNetwork['panels'];

function networkOf(doctors: readonly Placed[], facilities: Ways, panels: Panels): AccessNetwork {
  const offices = doctors.map((doctor, at) => ({ ...doctor, siteId: `office-${at}`, kind: 'office' }));
  const buildings = FACILITIES.map((kind) => ({ ...(facilities[kind] ?? NEAR), siteId: kind, kind }));
  const places = [...offices, ...buildings];
  return {
    asOf: '2026-01-01',
    practitioners: doctors.map(({ role, specialty }, at) => ({
      providerId: `doctor-${at}`,
      role,
      specialty,
    })),
    affiliations: doctors.map((_one, at) => ({
      providerId: `doctor-${at}`,
      siteId: `office-${at}`,
      effective: '2020-01-01',
      terminated: null,
    })),
    sites: places.map(({ siteId, kind, miles }) => ({
      siteId,
      kind,
      town: siteId,
      latitude: HOME.latitude + miles * DEGREES_IN_A_MILE,
      longitude: HOME.longitude,
    })),
    panels,
    driveTimes: places.map(({ siteId, minutes }) => ({ from: HOME.town, to: siteId, minutes })),
  };
}

type More = { readonly members?: number; readonly facilities?: Ways; readonly panels?: Panels };

const networkCase = (
  id: string,
  rules: NetworkCase['rules'],
  breaks: readonly RuleId[],
  doctors: readonly Placed[],
  { members = 1000, facilities = {}, panels = [] }: More = {},
): NetworkCase => ({
  id: `network/${id}`,
  rules,
  breaks,
  network: networkOf(doctors, facilities, panels),
  members,
  claims: CLAIMS,
});

const PCP_RATIO = 'network.access.pcp-ratio-1-200';
const OBGYN_RATIO = 'network.access.obgyn-ratio-1-500';
const VOLUME_RATIO = 'network.access.high-volume-ratio-1-1500';
const PCP_DISTANCE = 'network.access.pcp-distance-two-in-15mi-30min';
const OBGYN_DISTANCE = 'network.access.obgyn-distance-15mi-30min';
const VOLUME_DISTANCE = 'network.access.high-volume-distance-15mi-30min';
const TOP_FIVE = 'network.access.high-volume-top-five-by-claims';
const ELIGIBLE = 'pcp.eligible.specialties';
const HALF_OPEN = 'panel.practice.half-open';

/** 1,501 : 200 = 7.5, so 8 primary care providers; 1,501 : 500 = 3.002, so 4 OB/GYN. */
const ENOUGH_BUT_OF_FIVE: readonly Placed[] = [...times(8, PCP), ...times(4, OBGYN), ...FIVE];

/** One for 200, for 500, for 1,500 members: the last member for whom they are enough, and the next. */
const RATIOS: readonly NetworkCase[] = [
  networkCase('enough-for-1000', [PCP_RATIO, OBGYN_RATIO, VOLUME_RATIO, TOP_FIVE], [], ENOUGH),
  networkCase('member-1001', [PCP_RATIO, OBGYN_RATIO], [PCP_RATIO, OBGYN_RATIO], ENOUGH, { members: 1001 }),
  networkCase('enough-for-1500', [VOLUME_RATIO], [], ENOUGH_BUT_OF_FIVE, { members: 1500 }),
  networkCase('member-1501', [VOLUME_RATIO], [VOLUME_RATIO], ENOUGH_BUT_OF_FIVE, { members: 1501 }),
];

/** A network in which all of a kind are as far away as given. */
type Kind = readonly [
  name: string,
  rule: RuleId,
  miles: number,
  minutes: number,
  all: (way: Way) => readonly [doctors: readonly Placed[], facilities: Ways],
];

const moved =
  ({ specialty }: Doctor) =>
  (way: Way): readonly [readonly Placed[], Ways] => [
    ENOUGH.map((one) => (one.specialty === specialty ? { ...one, ...way } : one)),
    {},
  ];
const movedTo =
  (kind: Facility) =>
  (way: Way): readonly [readonly Placed[], Ways] => [ENOUGH, { [kind]: way }];

/** "Within 15 miles or 30 minutes" of each member's residence, "20 miles or 40 minutes", "30 miles or 60 minutes". */
const KINDS: readonly Kind[] = [
  ['pcp', PCP_DISTANCE, 15, 30, moved(PCP)],
  ['obgyn', OBGYN_DISTANCE, 15, 30, moved(OBGYN)],
  ['cardiology', VOLUME_DISTANCE, 15, 30, moved(specialist('cardiology'))],
  ['urgent-care', 'network.access.urgent-care-distance-15mi-30min', 15, 30, movedTo('urgent-care')],
  ['acute-hospital', 'network.access.acute-distance-20mi-40min', 20, 40, movedTo('acute-hospital')],
  ['rehabilitation', 'network.access.rehab-distance-30mi-60min', 30, 60, movedTo('rehabilitation')],
];

const DISTANCES: readonly NetworkCase[] = KINDS.flatMap(([name, rule, miles, minutes, all]) => {
  const at = (place: string, breaks: readonly RuleId[], way: Way): NetworkCase => {
    const [doctors, facilities] = all(way);
    return networkCase(`${name}-${place}`, [rule], breaks, doctors, { facilities });
  };
  return [
    at(`at-${miles}-miles`, [], { ...FAR, miles: miles - HAIR }),
    at(`beyond-${miles}-miles`, [rule], { ...FAR, miles: miles + HAIR }),
    at(`at-${minutes}-minutes`, [], { ...FAR, minutes }),
    at(`beyond-${minutes}-minutes`, [rule], { ...FAR, minutes: minutes + HAIR }),
  ];
});

const near = (count: number, one: Doctor): readonly Placed[] => {
  let left = count;
  return ENOUGH.map((other) => {
    if (other.specialty !== one.specialty) return other;
    left -= 1;
    return left >= 0 ? other : { ...other, ...FAR };
  });
};

/** "From each member's residence two PCPs", and one of everything else. */
const CHOICES: readonly NetworkCase[] = [
  networkCase('two-pcps-near', [PCP_DISTANCE], [], near(2, PCP)),
  networkCase('one-pcp-near', [PCP_DISTANCE], [PCP_DISTANCE], near(1, PCP)),
  networkCase('one-obgyn-near', [OBGYN_DISTANCE], [], near(1, OBGYN)),
];

/** The five specialties with most claims: without the fifth the plan falls short, and the sixth is not asked for. */
const SPECIALTIES: readonly NetworkCase[] = [
  networkCase(
    'no-urologist',
    [TOP_FIVE],
    [VOLUME_RATIO, VOLUME_DISTANCE],
    ENOUGH.filter(({ specialty }) => specialty !== 'urology'),
  ),
];

/** Five for 1,000 members, of every specialty that may practice primary care: none of them may be left out. */
const PRIMARY_CARE: readonly NetworkCase[] = [
  networkCase(
    'pcps-of-four-specialties',
    [ELIGIBLE],
    [],
    [
      ...times(2, PCP),
      ...['internal-medicine', 'pediatrics', 'obstetrics-gynecology'].flatMap((specialty) =>
        times(1, { role: 'pcp', specialty }),
      ),
      ...times(2, OBGYN),
      ...FIVE,
    ],
  ),
];

const panel = (state: 'open' | 'closed'): Panels[number] => ({ practiceId: 'practice', state });

/** "At least 50 percent of its PCP panels open": one of two is half, one of three is not. */
const PANELS: readonly NetworkCase[] = [
  networkCase('one-of-two-panels-open', [HALF_OPEN], [], ENOUGH, {
    panels: [panel('open'), panel('closed')],
  }),
  networkCase('one-of-three-panels-open', [HALF_OPEN], [HALF_OPEN], ENOUGH, {
    panels: [panel('open'), panel('closed'), panel('closed')],
  }),
];

/** The networks on which the figures of access are tried: on both sides of each. */
export const NETWORK_CASES: readonly NetworkCase[] = [
  ...RATIOS,
  ...DISTANCES,
  ...CHOICES,
  ...SPECIALTIES,
  ...PRIMARY_CARE,
  ...PANELS,
];

/** Whether the check of networks, by some figures, finds in a case just what was worked out by hand. */
export function bearsOut({ network, members, claims, breaks }: NetworkCase, figures: AccessFigures): boolean {
  const access = new NetworkAccess(network, figures);
  for (let count = 0; count < members; count += 1) access.add(HOME);
  for (const [specialty, count] of claims) access.claimed(specialty, count);
  const broken = access.results().filter(({ verdict }: AccessResult) => verdict === 'violated');
  return broken.length === breaks.length && broken.every(({ rule }) => breaks.includes(rule));
}
