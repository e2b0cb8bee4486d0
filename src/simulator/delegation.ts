import type { CancerType, Delegation, Reviewer } from '../contract/index.ts';
import type { people } from './people.ts';
import { QUESTIONNAIRES } from './questionnaires.ts';

type People = ReturnType<typeof people>;

const type = (
  code: string,
  description: string,
  review: CancerType['review'] = 'approve',
  more: Partial<CancerType> = {},
): CancerType => ({
  code,
  description,
  questionnaire: 'general',
  guideline: `guideline-${code.slice(2).toLowerCase()}`,
  review,
  reconsideration: 'uphold',
  ...more,
});

/** The coded list; what a review would find is made up, so that every outcome has a type. */
const CANCER_TYPES: readonly CancerType[] = [
  type('RCADRE', 'Adrenal cancer'),
  type('RCANAL', 'Anal cancer'),
  type('RCBILE', 'Bile duct cancer'),
  type('RCBLAD', 'Bladder cancer'),
  type('RCBONE', 'Bone metastases', 'approve', { questionnaire: null }),
  type('RCBRAI', 'Brain metastases', 'deny', { reconsideration: 'overturn' }),
  type('RCBREA', 'Breast cancer', 'deny', {
    questionnaire: 'breast',
    alternative: 'three-dimensional conformal, 16 fractions',
  }),
  type('RCCERV', 'Cervical cancer', 'partial', { reconsideration: 'partly' }),
  type('RCCNSL', 'Central nervous system lymphoma'),
  type('RCCNSN', 'Central nervous system neoplasm', 'ask'),
  type('RCENDO', 'Endometrial cancer'),
  type('RCESOP', 'Esophageal cancer'),
  type('RCGACA', 'Gastric cancer'),
  type('RCGALL', 'Gallbladder cancer'),
  type('RCHDKL', 'Hodgkin lymphoma'),
  type('RCHENE', 'Head and neck cancer'),
  type('RCHEPA', 'Hepatobiliary cancer'),
  type('RCKIDN', 'Kidney cancer'),
  type('RCLIVE', 'Liver metastases'),
  type('RCMETS', 'Other metastases'),
  type('RCMUMY', 'Multiple myeloma'),
  type('RCNHDL', 'Non-Hodgkin lymphoma'),
  type('RCNONC', 'Non-cancerous condition'),
  type('RCOTHR', 'Other cancer'),
];

const DAYS = [1, 2, 3, 4, 5];
/** Reviewers of two zones; the calendars leave a Friday and the evenings to one of them alone. */
const reviewersOf = (generate: People): Reviewer[] => {
  const doctor = (): string => `Dr. ${generate.firstName()} ${generate.lastName()}`;
  return [
    {
      id: 'reviewer-east',
      name: doctor(),
      skills: ['radiation-therapy'],
      priority: 1,
      zone: 'America/New_York',
      shifts: DAYS.map((weekday) => ({ weekday, from: '09:00', until: '11:00' })),
      away: ['2026-02-06'],
    },
    {
      id: 'reviewer-west',
      name: doctor(),
      skills: ['radiation-therapy', 'medical-oncology-pathways'],
      priority: 2,
      zone: 'America/Los_Angeles',
      shifts: DAYS.map((weekday) => ({ weekday, from: '13:00', until: '16:00' })),
      away: [],
    },
    {
      id: 'reviewer-sleep',
      name: doctor(),
      skills: ['sleep'],
      priority: 1,
      zone: 'America/New_York',
      shifts: DAYS.map((weekday) => ({ weekday, from: '08:00', until: '12:00' })),
      away: [],
    },
    {
      id: 'reviewer-weekend',
      name: doctor(),
      skills: ['radiation-therapy'],
      priority: 1,
      zone: 'America/Chicago',
      shifts: [6, 7].map((weekday) => ({ weekday, from: '09:00', until: '12:00' })),
      away: [],
    },
  ];
};

/** The delegate of the standard world: two practices, its staff, and the lists that cases are built from. */
export function delegationOf(generate: People): Delegation {
  const account = (id: string, practitioners: string[], timeZone?: string) => ({
    id,
    name: `${generate.firstName()} ${generate.lastName()}`,
    password: generate.password(),
    email: `${id}@practice.example`,
    phone: '617-555-0161',
    fax: '617-555-0162',
    practitioners,
    ...(timeZone ? { timeZone } : {}),
  });
  const practitioner = (id: string, zip: string, state = 'MA') => ({
    id,
    name: `${generate.lastName()}, ${generate.firstName()}`,
    npi: generate.npi(),
    kind: 'practitioner' as const,
    state,
    zip,
    phone: generate.phone(),
    fax: generate.phone(),
    addresses: [{ id: `${id}-main`, line: 'Main Street' }],
  });
  const staff = (id: string, role: Delegation['staff'][number]['role']) => ({
    id,
    name: `${generate.firstName()} ${generate.lastName()}`,
    password: generate.password(),
    role,
  });
  const site = (id: string, name: string, tin: string, zip: string, city: string) => ({
    id,
    name,
    npi: generate.npi(),
    tin,
    zip,
    city,
  });
  return {
    name: 'Harbor Oncology Review',
    plans: [{ id: 'harbor-plan', name: 'Harbor Health Plan' }],
    appeals: 'Harbor Health Plan, Appeals, Harbor Street; fax 617-555-0170; voice 617-555-0171',
    practitioners: [
      practitioner('onc-boston', '02110'),
      practitioner('onc-salem', '01970'),
      {
        ...practitioner('gene-lab', '02139'),
        kind: 'laboratory',
        renderingNpi: generate.npi(),
      },
    ],
    sites: [
      site('rt-boston', 'Boston Radiation Center', '041234567', '02110', 'Boston'),
      site('rt-boston-east', 'Boston Radiation Center East', '041234567', '02128', 'Boston'),
      site('rt-salem', 'Salem Oncology', '042345678', '01970', 'Salem'),
    ],
    accounts: [
      account('practice', ['onc-boston', 'onc-salem'], 'America/New_York'),
      account('practice-two', ['onc-boston'], 'America/Chicago'),
      account('practice-empty', []),
      account('practice-new', ['onc-salem']),
    ],
    staff: [staff('d-intake', 'intake'), staff('d-nurse', 'nurse'), staff('d-physician', 'physician')],
    cancerTypes: [...CANCER_TYPES],
    questionnaires: [...QUESTIONNAIRES],
    coverageRules: [
      { id: 'lcd-proton-head-and-neck', cancerType: 'RCHENE', technique: 'proton', covers: true },
      { id: 'ncd-proton-kidney', cancerType: 'RCKIDN', technique: 'proton', covers: false },
    ],
    legacy: [
      {
        member: 'M8000002',
        cancerType: 'RCBREA',
        technique: 'three-dimensional conformal',
        fractions: 25,
        until: '2026-12-31',
      },
    ],
    reviewers: reviewersOf(generate),
  };
}
