import { describe, expect, it } from 'vitest';
import { type AccessNetwork, NetworkAccess } from '../../src/oracles/index.ts';
import { packOf } from '../../src/rulebook/index.ts';

const HOME = { town: 'Here', latitude: 42, longitude: -71 };
/** Degrees of latitude of a mile on a sphere of 3,958.7613 miles. */
const DEGREES_A_MILE = 180 / (Math.PI * 3958.7613);
const SPECIALTIES = ['a', 'b', 'c', 'd', 'e'];

type Doctor = {
  role: string;
  specialty: string;
  miles?: number;
  town?: string;
  effective?: string;
  terminated?: string;
};

const doctors = (count: number, one: Doctor): Doctor[] => Array.from({ length: count }, () => one);
const ENOUGH: readonly Doctor[] = [
  ...doctors(5, { role: 'pcp', specialty: 'family-practice' }),
  ...doctors(2, { role: 'specialist', specialty: 'obstetrics-gynecology' }),
  ...SPECIALTIES.map((specialty) => ({ role: 'specialist', specialty })),
];
const FACILITIES = ['acute-hospital', 'rehabilitation', 'urgent-care'] as const;

/** The rules that a network of some doctors breaks for so many members who live in one place. */
function broken(
  all: readonly Doctor[],
  more: Partial<AccessNetwork> & {
    members?: number;
    facilities?: Partial<Record<(typeof FACILITIES)[number], number>>;
  } = {},
): string[] {
  const { members = 1000, facilities = {}, ...network } = more;
  const place = (miles: number) => ({ latitude: 42 + miles * DEGREES_A_MILE, longitude: -71 });
  const access = new NetworkAccess(
    {
      asOf: '2026-01-01',
      practitioners: all.map(({ role, specialty }, index) => ({ providerId: `p${index}`, role, specialty })),
      affiliations: all.map(({ effective = '2020-01-01', terminated = null }, index) => ({
        providerId: `p${index}`,
        siteId: `s${index}`,
        effective,
        terminated,
      })),
      sites: [
        ...all.map(({ miles = 1, town = 'There' }, index) => ({
          siteId: `s${index}`,
          kind: 'office',
          town,
          ...place(miles),
        })),
        ...FACILITIES.map((kind) => ({ siteId: kind, kind, town: 'There', ...place(facilities[kind] ?? 1) })),
      ],
      panels: [],
      driveTimes: [{ from: 'Here', to: 'There', minutes: 90 }],
      ...network,
    },
    packOf('allways-commercial').figures,
  );
  for (let index = 0; index < members; index += 1) access.add(HOME);
  for (const [place_, specialty] of SPECIALTIES.entries()) access.claimed(specialty, 100 - place_);
  access.claimed('f', 1);
  return access.results().flatMap(({ rule, verdict }) => (verdict === 'violated' ? [rule] : []));
}

const without = (role: string, specialty: string): Doctor[] => {
  const place = ENOUGH.findIndex((one) => one.role === role && one.specialty === specialty);
  return ENOUGH.filter((_, own) => own !== place);
};

describe('the check of a network', () => {
  it('finds nothing wrong where just enough are near', () => {
    expect(broken(ENOUGH)).toEqual([]);
  });

  it('asks for a sixth primary care provider from the thousand-and-first member on', () => {
    expect(broken(ENOUGH, { members: 1001 })).toEqual([
      'network.access.pcp-ratio-1-200',
      'network.access.obgyn-ratio-1-500',
    ]);
    expect(broken(without('pcp', 'family-practice'))).toEqual(['network.access.pcp-ratio-1-200']);
  });

  it('asks for one of each specialty of high volume for 1,500 members, and not of the sixth', () => {
    const many = [
      ...ENOUGH,
      ...ENOUGH.filter(({ role, specialty }) => role === 'pcp' || specialty.startsWith('obs')),
    ];
    expect(broken(many, { members: 1500 })).toEqual([]);
    expect(broken(many, { members: 1501 })).toEqual(['network.access.high-volume-ratio-1-1500']);
    expect(broken(without('specialist', 'e'))).toEqual([
      'network.access.high-volume-ratio-1-1500',
      'network.access.high-volume-distance-15mi-30min',
    ]);
  });

  it('takes 15 miles to be near, and a hundredth more not', () => {
    const at = (miles: number): Doctor[] =>
      ENOUGH.map((one) => (one.role === 'pcp' ? { ...one, miles } : one));
    expect(broken(at(14.9999))).toEqual([]);
    expect(broken(at(15.01))).toEqual(['network.access.pcp-distance-two-in-15mi-30min']);
  });

  it('asks for two primary care providers near, of whom one is not enough', () => {
    const near = (count: number): Doctor[] => {
      let left = count;
      return ENOUGH.map((one) => (one.role === 'pcp' && left-- <= 0 ? { ...one, miles: 40 } : one));
    };
    expect(broken(near(2))).toEqual([]);
    expect(broken(near(1))).toEqual(['network.access.pcp-distance-two-in-15mi-30min']);
  });

  it('takes 30 minutes by car for near, however many miles, and 31 not', () => {
    const far = ENOUGH.map((one) =>
      one.specialty === 'obstetrics-gynecology' ? { ...one, miles: 20, town: 'Over' } : one,
    );
    const drive = (minutes: number) => ({ driveTimes: [{ from: 'Here', to: 'Over', minutes }] });
    expect(broken(far, drive(30))).toEqual([]);
    expect(broken(far, drive(31))).toEqual(['network.access.obgyn-distance-15mi-30min']);
  });

  it.each([
    ['urgent-care', 15, 'network.access.urgent-care-distance-15mi-30min'],
    ['acute-hospital', 20, 'network.access.acute-distance-20mi-40min'],
    ['rehabilitation', 30, 'network.access.rehab-distance-30mi-60min'],
  ] as const)('asks for %s within %d miles', (kind, miles, rule) => {
    expect(broken(ENOUGH, { facilities: { [kind]: miles - 0.01 } })).toEqual([]);
    expect(broken(ENOUGH, { facilities: { [kind]: miles + 0.01 } })).toEqual([rule]);
  });

  it('counts a contract on its first and its last day, not a day before or after', () => {
    const first = (more: Partial<Doctor>): Doctor[] =>
      ENOUGH.map((one, place) => (place === 0 ? { ...one, ...more } : one));
    expect(broken(first({ effective: '2026-01-01', terminated: '2026-01-01' }))).toEqual([]);
    expect(broken(first({ effective: '2026-01-02' }))).toEqual(['network.access.pcp-ratio-1-200']);
    expect(broken(first({ terminated: '2025-12-31' }))).toEqual(['network.access.pcp-ratio-1-200']);
  });

  it('counts an obstetrician who practises primary care for one of the two only', () => {
    const moved = [
      ...without('specialist', 'obstetrics-gynecology'),
      { role: 'pcp', specialty: 'obstetrics-gynecology' },
    ];
    expect(broken(moved)).toEqual(['network.access.obgyn-ratio-1-500']);
  });

  it('asks that half of the panels of a practice be open', () => {
    const panels = (...states: ('open' | 'closed')[]) => ({
      panels: states.map((state) => ({ practiceId: 'g', state })),
    });
    expect(broken(ENOUGH, panels('open', 'closed'))).toEqual([]);
    expect(broken(ENOUGH, panels('open', 'closed', 'closed'))).toEqual(['panel.practice.half-open']);
  });
});
