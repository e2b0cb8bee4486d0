import type { Criteria, Delegate, Procedure, Requirement, World } from '../contract/index.ts';

type Finding = Pick<Procedure, 'review' | 'reconsideration'>;
const meets: Finding = { review: 'meets', reconsideration: 'uphold' };
const row = (
  code: string,
  description: string,
  needs: string[],
  finding: Finding,
  alternative?: string,
): Procedure => ({
  code,
  description,
  needs,
  criteria: 'plan-medical-necessity',
  ...finding,
  ...(alternative ? { alternative } : {}),
});

const visits = ['99201', '99202', '99203', '99204', '99205', '99211', '99212', '99213', '99214', '99215'];

type More = Omit<Procedure, 'code' | 'description' | 'needs' | 'review' | 'reconsideration'>;
const service = (
  code: string,
  description: string,
  needs: string[],
  more: More,
  finding = meets,
): Procedure => ({
  ...row(code, description, needs, finding),
  ...more,
});

const asks = (...kinds: readonly Requirement[]): More['grid'] =>
  kinds.map((kind) => ({ from: '2019-01-01', asks: kind }));
const denied: Finding = { review: 'fails', reconsideration: 'uphold' };
const notes = ['clinical-notes'];
const ownCriteria = { criteria: 'plan-medical-necessity' };
const listed = { grid: asks('prior-authorization'), ...ownCriteria };

/** Services that are asked for in ways of their own. */
const SERVICES: readonly Procedure[] = [
  service('66984', 'Cataract surgery', notes, { category: 'surgery', ...listed }),
  service('11402', 'Removal of a small skin lesion', [], { category: 'surgery', grid: asks('nothing') }),
  service('64561', 'Nerve stimulator trial', notes, {
    category: 'surgery',
    ...ownCriteria,
    grid: [
      { from: '2019-01-01', asks: 'nothing' },
      { from: '2026-04-01', asks: 'prior-authorization' },
    ],
  }),
  service('E1390', 'Oxygen concentrator', ['prescription', 'supporting-documentation'], {
    category: 'equipment',
    ...listed,
  }),
  service('E0110', 'Crutches', ['prescription'], { category: 'equipment', grid: asks('nothing') }),
  service('B4150', 'Enteral formula', ['prescription', 'enteral-review-form'], {
    category: 'enteral',
    ...listed,
  }),
  service('S9494', 'Home infusion therapy', ['prescription', 'clinical-notes'], {
    category: 'infusion',
    ...listed,
  }),
  service('70551', 'Magnetic resonance imaging of the brain', [], { category: 'imaging', ...listed }),
  service('95810', 'Overnight sleep study', [], { category: 'sleep', ...listed }),
  service('90837', 'Psychotherapy, one hour', [], { category: 'behavioral-health', grid: asks('referral') }),
  service('90870', 'Inpatient behavioral treatment', [], { category: 'behavioral-health', ...listed }),
  service('99395', 'Gynecological examination', [], { category: 'gynecology', grid: asks('referral') }),
  service('58300', 'Contraceptive device', [], { category: 'family-planning', grid: asks('referral') }),
  service('92014', 'Eye examination', [], { category: 'routine-vision', grid: asks('referral') }),
  service('J0135', 'Biologic drug', [], { category: 'drug', ...listed }),
  service('99284', 'Emergency visit', [], { category: 'emergency', grid: asks('requested-notification') }),
  service('99221', 'Inpatient care', notes, { category: 'inpatient', ...listed }),
  service(
    '99223',
    'Inpatient care, observation would do',
    notes,
    { category: 'inpatient', ...listed },
    denied,
  ),
  service('G0299', 'Skilled nursing at home', notes, {
    category: 'home-nursing',
    ...ownCriteria,
    grid: asks('prior-authorization'),
  }),
  service('63047', 'Decompression of the lumbar spine', notes, {
    category: 'spinal-surgery',
    ...listed,
    criteria: 'interqual-surgery',
  }),
  service('22857', 'Disc replacement', notes, { category: 'surgery', complex: true, ...listed }, denied),
  service('64999', 'Nerve procedure of unclear setting', notes, {
    category: 'surgery',
    questioned: true,
    ...listed,
  }),
  service('38129', 'Surgery that the criteria leave out', notes, {
    category: 'surgery',
    override: true,
    ...listed,
  }),
  service('C9757', 'Repair by a new technology', notes, { category: 'surgery', technology: {}, ...listed }),
  service('33361', 'Valve by catheter', notes, {
    category: 'surgery',
    technology: {
      recommendedBy: 'Technology Assessment Team',
      approvedBy: 'Clinical Policy and Quality Committee',
      approvedOn: '2021-05-04',
    },
    ...listed,
  }),
];

export const CRITERIA: readonly Criteria[] = [
  {
    id: 'plan-medical-necessity',
    title: 'Medical necessity guideline of the plan',
    source: 'plan',
    reviewedOn: ['2024-11-04', '2025-11-03', '2026-11-02'],
    summary: 'Covered where conservative care has failed and the findings support the service.',
  },
  {
    id: 'interqual-surgery',
    title: 'InterQual surgical criteria',
    source: 'interqual',
    reviewedOn: ['2025-09-15', '2026-09-14'],
    summary: 'Proprietary.',
  },
  {
    id: 'retired-guideline',
    title: 'Guideline of an earlier year',
    source: 'plan',
    reviewedOn: ['2023-10-02'],
    summary: 'No longer reviewed.',
  },
  {
    id: 'consultant-rules',
    title: 'Rules of thumb of a consultant',
    source: 'other',
    reviewedOn: ['2025-12-01'],
    summary: 'Neither InterQual nor the plan’s own.',
  },
];

export const DELEGATES: readonly Delegate[] = [
  {
    id: 'evicore',
    name: 'eviCore Healthcare',
    role: 'decides',
    categories: ['imaging'],
    reach: 'online after registration, or by telephone',
  },
  {
    id: 'sleep-management',
    name: 'Sleep Management Solutions',
    role: 'decides',
    categories: ['sleep'],
    reach: 'its web portal, or by telephone',
  },
  {
    id: 'optum',
    name: 'Optum',
    role: 'decides',
    categories: ['behavioral-health'],
    reach: 'its provider line',
  },
  {
    id: 'cvs',
    name: 'CVS Caremark',
    role: 'approves-only',
    categories: ['drug'],
    reach: 'its prior authorization line',
  },
  {
    id: 'focus',
    name: 'Focus Health',
    role: 'consults',
    categories: ['spinal-surgery'],
    reach: 'asked by the plan',
  },
  {
    id: 'mrioa',
    name: 'MRIoA',
    role: 'supports',
    categories: [],
    reach: 'asked by the plan',
  },
];

/** A small table of procedures, described in our own words, one for each way that a review can go. */
export const PROCEDURES: readonly Procedure[] = [
  ...visits.map(
    (code): Procedure => ({
      ...row(code, `Office consultation, level ${code.slice(-1)}`, [], meets),
      category: 'consultation',
    }),
  ),
  row('99200', 'Retired visit code below the consultation range', [], meets),
  row('99216', 'Visit code above the consultation range', [], meets),
  row('99241', 'Consultation code outside the range', [], meets),
  { ...row('97110', 'Therapeutic exercise', [], meets), category: 'therapy' },
  row('29881', 'Knee arthroscopy with meniscus repair', ['clinical-notes'], meets),
  row(
    '27447',
    'Total knee replacement',
    ['clinical-notes'],
    { review: 'fails', reconsideration: 'uphold' },
    'a course of physical therapy',
  ),
  row('22612', 'Lumbar fusion', ['clinical-notes'], { review: 'fails', reconsideration: 'overturn' }),
  row('62322', 'Lumbar injection series', ['clinical-notes'], {
    review: 'partly',
    reconsideration: 'uphold',
  }),
  row('15830', 'Cosmetic skin removal', [], { review: 'excluded', reconsideration: 'uphold' }),
  ...SERVICES,
];

export const DIAGNOSES: World['diagnoses'] = [
  { code: 'M17.11', description: 'Osteoarthritis of the right knee' },
  { code: 'M54.50', description: 'Low back pain' },
  { code: 'E11.9', description: 'Type 2 diabetes without complications' },
  { code: 'I10', description: 'Essential hypertension' },
  { code: 'J45.909', description: 'Asthma, uncomplicated' },
  { code: 'S82.891B', description: 'Open fracture of the right lower leg, first visit' },
  { code: 'G43.909', description: 'Migraine' },
  { code: 'K21.9', description: 'Reflux disease' },
];
