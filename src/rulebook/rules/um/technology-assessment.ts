import { rules } from '../../rule.ts';

/** Technology assessment. */
export const umTechnologyAssessment = rules([
  {
    id: 'um.tech.urgent-medical-director',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      'An urgent request for a new technology not yet evaluated and approved MUST be decided by a Medical Director, whether approved or denied.',
    sources: [{ document: 'utilization-section', heading: 'Technology Assessment' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.tech.committee',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      "New and emerging technologies MUST be approved by the Clinical Policy and Quality Committee on the Technology Assessment Team's recommendation.",
    sources: [{ document: 'utilization-section', heading: 'Technology Assessment' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.tech.evaluation-sources',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement: 'Technologies SHOULD be evaluated for safety and effectiveness from several sources.',
    sources: [{ document: 'utilization-section', heading: 'Technology Assessment' }],
    disposition: { is: 'not judgeable', missing: 'evaluation method', door: 'none' },
  },
]);
