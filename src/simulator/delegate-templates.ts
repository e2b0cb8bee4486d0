import type { CaseBuild, CaseDecision, Scheduling } from '../contract/index.ts';

const build = (member: string): CaseBuild => ({
  program: 'radiation-therapy',
  practitioner: 'onc-boston',
  healthPlan: 'harbor-plan',
  providerAddress: 'onc-boston-main',
  contact: {
    providerName: 'Boston Oncology',
    whoToContact: 'Front desk',
    fax: '617-555-0162',
    phone: '617-555-0161',
  },
  member: {
    id: member,
    birthDate: `\${member.${member}.birthDate}`,
    lastName: `\${member.${member}.lastName}`,
  },
  cancerType: 'RCBONE',
  primaryDiagnosis: 'M17.11',
  treatmentStart: '2026-03-16',
  setting: 'outpatient',
  emergent: false,
  site: 'rt-boston',
  plan: {
    phases: [{ name: 'phase 1', technique: 'intensity-modulated', fractions: 10 }],
    imageGuidance: false,
  },
});

const decision: CaseDecision = {
  outcome: 'approved',
  approved: [{ name: 'phase 1', technique: 'intensity-modulated', fractions: 10 }],
  denied: [],
  rationale: '',
  imageGuidance: null,
  guideline: 'guideline-bone',
  coverageRule: null,
  alternative: null,
  urgencyMet: null,
  necessityMet: null,
};

const scheduling: Omit<Scheduling, 'cases' | 'slot'> = {
  preferences: {
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    blocks: [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
    timeZone: 'America/New_York',
  },
  contact: {
    requestingProvider: 'Dr. Ordering',
    phone: '617-555-0161',
    instructions: 'Ask the front desk for the doctor.',
  },
};

/** Bodies of calls to the delegate that conform in the standard world; a step changes what it is about. */
export const DELEGATE_TEMPLATES: Readonly<Record<string, object>> = {
  case: build('M8000001'),
  'case-medicare': build('M9000001'),
  approval: decision,
  denial: {
    ...decision,
    outcome: 'denied',
    approved: [],
    denied: decision.approved,
    rationale: 'The technique is more than the guideline supports.',
  },
  'pre-decision': {
    items: ['clinical-notes'],
    phone: 'reached',
    written: true,
    instructions: 'Send the notes, or request a peer-to-peer.',
  },
  talk: scheduling,
  offer: { preferences: scheduling.preferences },
  registration: {
    defaultPortal: 'CareCore National',
    email: 'newcomer@practice.example',
    confirmEmail: 'newcomer@practice.example',
    firstName: 'Alex',
    lastName: 'Newcomer',
    address: 'Main Street',
    city: 'Boston',
    state: 'MA',
    zip: '02110',
    phone: '617-555-0150',
    fax: '617-555-0151',
  },
};
