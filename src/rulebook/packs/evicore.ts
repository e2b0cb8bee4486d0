import type { DelegateFigures } from '../figures.ts';
import { FEDERAL_HOLIDAYS } from '../holidays.ts';
import type { Pack } from '../pack.ts';
import { READINGS } from '../reading.ts';
import type { RuleId } from '../rule-ids.ts';
import { NEW_YORK } from '../zones.ts';
import { MEDICAID_DELEGATE, MEDICARE_DELEGATE } from './delegate-figures.ts';
import { PLAN_FIGURES } from './plan-figures.ts';

/** What no run against a delegate may lack, whatever the line of business. */
const CORE: readonly RuleId[] = [
  'case.submit.explicit-submit-required',
  'case.lock.no-edit-after-clinical-gate',
  'case.urgent.only-with-successful-upload',
  'clinical.notmet.never-auto-denied',
  'decision.summary.partition-invariant',
  'appeal.not-processed-by-delegate',
  'p2p.eligibility.system-decides',
  'p2p.eligibility.consultative-never-changes',
  'p2p.slots.no-double-booking',
  'p2p.slots.respect-preferences',
];

/** The delegate names no calendar; the federal one is taken (`calendar.holidays`). Its hours are those of its call centre. */
const pack = (
  id: string,
  title: string,
  line: string,
  delegate: DelegateFigures,
  core: readonly RuleId[],
): Pack => ({
  id,
  title,
  zone: 'America/New_York',
  transitions: NEW_YORK,
  opens: '07:00',
  closes: '19:00',
  holidays: { fed: FEDERAL_HOLIDAYS },
  readings: {
    default: { ...READINGS.default, holidays: 'fed' },
    strict: { ...READINGS.strict, holidays: 'fed' },
    lenient: { ...READINGS.lenient, holidays: 'fed' },
  },
  linesOfBusiness: [line],
  clocks: [],
  misreadings: [],
  core: [...CORE, ...core],
  figures: PLAN_FIGURES,
  delegate,
});

export const EVICORE_MEDICAID: Pack = pack(
  'evicore-medicaid',
  'Radiation therapy by a delegate, Medicaid',
  'medicaid',
  MEDICAID_DELEGATE,
  ['postdecision.medicaid.recon-2bd', 'postdecision.medicaid.after-window-consultative'],
);

export const EVICORE_MEDICARE: Pack = pack(
  'evicore-medicare',
  'Radiation therapy by a delegate, Medicare',
  'medicare',
  MEDICARE_DELEGATE,
  [
    'predecision.medicare.notify-before-denial',
    'postdecision.medicare.no-reconsideration',
    'postdecision.medicare.consult-cannot-overturn',
  ],
);
