import {
  type Member,
  type Permission,
  type Provider,
  permission,
  type Site,
  type User,
  type World,
} from '../contract/index.ts';
import { CRITERIA, DELEGATES, DIAGNOSES, PROCEDURES } from './codes.ts';
import { delegationOf } from './delegation.ts';
import { OFFICE } from './office.ts';
import { people } from './people.ts';

/** What an ordinary user of an office has; data on the health of a whole panel is granted by role. */
const ALL: Permission[] = permission.options.filter((one) => one !== 'clinical-reports');
const EVERYTHING: Permission[] = [...permission.options];

type People = ReturnType<typeof people>;

function sitesOf(generate: People): Site[] {
  const site = (id: string, name: string, kind: Site['kind'], network = true): Site => ({
    id,
    name,
    npi: generate.npi(),
    kind,
    network,
    phone: generate.phone(),
  });
  return [
    site('site-pcp', 'Harbor Family Medicine', 'primary-care'),
    site('site-pcp-sister', 'Harbor Family Medicine West', 'primary-care'),
    site('site-spec', 'Bay Orthopedics', 'specialist'),
    site('site-spec-north', 'North Bay Orthopedics', 'specialist'),
    site('site-hosp', 'Harbor General Hospital', 'facility'),
    site('site-other', 'Hilltop Dermatology', 'specialist'),
    site('site-out', 'Lakeside Surgical Partners', 'specialist', false),
    site('site-vendor', 'Bay State Medical Equipment', 'vendor'),
    site('site-left', 'Old Mill Family Medicine', 'primary-care'),
    site('site-hosp-north', 'North Shore Hospital', 'facility'),
    { ...site('site-ended', 'Elm Street Podiatry', 'specialist'), contractUntil: '2025-12-31' },
  ];
}

function providersOf(generate: People): Provider[] {
  const doctor = (): string => `${generate.lastName()}, ${generate.firstName()}`;
  return [
    {
      id: 'dr-pcp',
      name: doctor(),
      npi: generate.npi(),
      affiliations: [{ id: 'aff-pcp', site: 'site-pcp', group: 'Harbor Medical Group', network: true }],
      panel: 'open',
    },
    {
      id: 'dr-spec',
      name: doctor(),
      npi: generate.npi(),
      affiliations: [
        { id: 'aff-spec', site: 'site-spec', group: 'Bay Orthopedics', network: true },
        { id: 'aff-spec-north', site: 'site-spec-north', group: 'North Bay Orthopedics', network: true },
      ],
    },
    {
      id: 'hospital',
      name: 'Harbor General Hospital',
      npi: generate.npi(),
      affiliations: [{ id: 'aff-hosp', site: 'site-hosp', group: 'Harbor General Hospital', network: true }],
    },
    {
      id: 'hospital-north',
      name: 'North Shore Hospital',
      npi: generate.npi(),
      affiliations: [
        { id: 'aff-hosp-north', site: 'site-hosp-north', group: 'North Shore Hospital', network: true },
      ],
    },
    {
      id: 'vendor',
      name: 'Bay State Medical Equipment',
      npi: generate.npi(),
      affiliations: [
        { id: 'aff-vendor', site: 'site-vendor', group: 'Bay State Medical Equipment', network: true },
      ],
    },
    {
      id: 'dr-left',
      name: doctor(),
      npi: generate.npi(),
      affiliations: [
        {
          id: 'aff-left',
          site: 'site-left',
          group: 'Old Mill Family Medicine',
          network: true,
          networkUntil: '2026-01-31',
        },
      ],
    },
    {
      id: 'dr-out',
      name: doctor(),
      npi: generate.npi(),
      affiliations: [
        { id: 'aff-out', site: 'site-out', group: 'Lakeside Surgical Partners', network: false },
      ],
    },
    ...panelOf(generate),
  ];
}

/** More doctors of the PCP's site: with an open and a closed panel, one who left and one who is yet to come. */
function panelOf(generate: People): Provider[] {
  const doctor = (
    id: string,
    panel: 'open' | 'closed',
    enrolled: { enrolledFrom?: string; enrolledUntil?: string },
    site = 'site-pcp',
  ): Provider => ({
    id,
    name: `${generate.lastName()}, ${generate.firstName()}`,
    npi: generate.npi(),
    panel,
    affiliations: [{ id: `aff-${id}`, site, group: 'Harbor Medical Group', network: true, ...enrolled }],
  });
  return [
    doctor('dr-pcp-open', 'open', { enrolledFrom: '2022-03-01' }),
    doctor('dr-pcp-closed', 'closed', { enrolledFrom: '2020-09-01' }),
    doctor('dr-pcp-gone', 'closed', { enrolledFrom: '2019-05-01', enrolledUntil: '2025-12-31' }),
    doctor('dr-pcp-coming', 'closed', { enrolledFrom: '2027-01-01' }),
    doctor('dr-sister', 'open', { enrolledFrom: '2021-01-01' }, 'site-pcp-sister'),
  ];
}

function membersOf(generate: People): Member[] {
  const shared = { lastName: generate.lastName(), firstName: generate.firstName() };
  const member = (id: string, name: Partial<Member> = {}): Member => ({
    id,
    firstName: generate.firstName(),
    lastName: generate.lastName(),
    birthDate: generate.birthDate(),
    gender: generate.gender(),
    product: 'Choice HMO',
    lineOfBusiness: 'commercial',
    pcp: { provider: 'dr-pcp', site: 'site-pcp' },
    coverage: [{ from: '2019-01-01' }],
    ...name,
  });
  return [
    member('M1000001'),
    member('M1000002'),
    member('M2000001', shared),
    member('M2000002', shared),
    member('M3000001', { coverage: [{ from: '2019-01-01', to: '2020-12-31' }] }),
    member('M3000002', { lineOfBusiness: 'qhp' }),
    member('M4000001', { lineOfBusiness: 'medicaid' }),
    member('M5000001', { product: 'Choice PPO' }),
    member('M5000002', {
      benefits: {
        excluded: ['66984', '99205'],
        limits: [
          { category: 'therapy', limit: 20, used: 20 },
          { category: 'home-nursing', limit: 60, used: 59 },
        ],
      },
    }),
    member('M6000001', { pcp: { provider: 'dr-left', site: 'site-left' } }),
    member('M6000002', { care: { activeTreatment: { site: 'site-left', until: '2026-12-31' } } }),
    member('M6000003', {
      care: { pregnancy: { site: 'site-left', due: '2026-05-15', firstVisitAfterBirth: '2026-06-24' } },
    }),
    member('M6000004', { care: { terminalIllness: { site: 'site-left' } } }),
    member('M6000005', {
      coverage: [{ from: '2026-02-01' }],
      care: { treatingSites: ['site-out'] },
    }),
    member('M6000006', {
      coverage: [{ from: '2026-02-01' }],
      care: { pregnancy: { site: 'site-out', due: '2026-05-15', firstVisitAfterBirth: '2026-06-24' } },
    }),
    member('M6000007', {
      coverage: [{ from: '2026-02-01' }],
      care: { terminalIllness: { site: 'site-out' } },
    }),
    member('M7000001', {
      pcp: { provider: 'dr-sister', site: 'site-pcp-sister' },
      lineOfBusiness: 'medicaid',
      redetermination: { program: 'medicaid', date: '2026-02-20' },
    }),
    member('M7000002', {
      lineOfBusiness: 'medicaid',
      redetermination: { program: 'medicaid', date: '2026-02-20' },
    }),
    member('M7000003', {
      lineOfBusiness: 'qhp',
      redetermination: { program: 'connector', date: '2024-06-01' },
    }),
  ];
}

function usersOf(generate: People): User[] {
  const at = (id: string, ...sites: [string, Permission[]][]): Extract<User, { kind: 'provider' }> => ({
    kind: 'provider',
    id,
    name: `${generate.firstName()} ${generate.lastName()}`,
    password: generate.password(),
    email: `${id}@office.example`,
    sites: sites.map(([site, permissions]) => ({ site, permissions })),
  });
  const administrator = (id: string, site: string): User => ({
    ...at(id),
    sites: [{ site, permissions: EVERYTHING, administrator: true }],
  });
  const staff = (id: string, role: Extract<User, { kind: 'staff' }>['role']): User => ({
    kind: 'staff',
    id,
    name: `${generate.firstName()} ${generate.lastName()}`,
    password: generate.password(),
    role,
  });
  return [
    at('pcp', ['site-pcp', ALL]),
    at('pcp-sister', ['site-pcp-sister', ALL]),
    at('specialist', ['site-spec', ALL]),
    at('specialist-north', ['site-spec-north', ALL]),
    at('hospital', ['site-hosp', ALL]),
    at('other', ['site-other', ALL]),
    at('outsider', ['site-out', ALL]),
    at('vendor', ['site-vendor', ALL]),
    at('hospital-north', ['site-hosp-north', ALL]),
    at('two-sites', ['site-pcp', ALL], ['site-spec', ALL]),
    at('viewer', ['site-pcp', ['view']]),
    at('referrals-only', ['site-pcp', ['submit-referral', 'view']]),
    staff('nurse', 'nurse'),
    staff('physician', 'physician'),
    staff('administrator', 'administrative'),
    staff('support', 'support'),
    staff('director', 'medical-director'),
    administrator('pcp-admin', 'site-pcp'),
    administrator('spec-admin', 'site-spec'),
    { ...at('biller', ['site-pcp', ['claims', 'payments', 'eligibility']]), class: 'third-party-biller' },
    at('former', ['site-ended', ALL]),
  ];
}

/** Members whose radiation therapy the delegate reviews. */
function treatedMembers(generate: People): Member[] {
  const member = (id: string, lineOfBusiness: string): Member => ({
    id,
    firstName: generate.firstName(),
    lastName: generate.lastName(),
    birthDate: generate.birthDate(),
    gender: generate.gender(),
    product: 'Care HMO',
    lineOfBusiness,
    pcp: { provider: 'dr-pcp', site: 'site-pcp' },
    coverage: [{ from: '2019-01-01' }],
  });
  return [
    member('M8000001', 'medicaid'),
    member('M8000002', 'medicaid'),
    member('M9000001', 'medicare'),
    member('M9000002', 'medicare'),
  ];
}

/**
 * The world in which the shipped scenarios play: a few sites, members and users with fixed ids, whose
 * names, numbers and passwords come from the seed.
 */
export function standardWorld(seed: string, pack: string, zone: string): World {
  const generate = people(seed);
  const sites = sitesOf(generate);
  const providers = providersOf(generate);
  const members = [...membersOf(generate), ...treatedMembers(people(`${seed}/treated`))];
  return {
    formatVersion: 1,
    name: 'standard',
    seed,
    pack,
    zone,
    desk: 'portal',
    sites,
    providers,
    members,
    users: usersOf(generate),
    diagnoses: [...DIAGNOSES],
    procedures: [...PROCEDURES],
    criteria: [...CRITERIA],
    delegates: [...DELEGATES],
    office: OFFICE,
    delegation: delegationOf(people(`${seed}/delegate`)),
  };
}
