import { rules } from '../../rule.ts';

/** Retrospective review. */
export const umRetrospectiveReview = rules([
  {
    id: 'um.retro.focused',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'process',
    binds: 'plan',
    statement:
      'Focused retrospective review MAY be started by cost, quality scores, utilization trends, profiling or audits.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Retrospective Review' },
    ],
    disposition: { is: 'not judgeable', missing: 'discretionary triggers', door: 'none' },
  },
  {
    id: 'um.retro.case-by-case-imaging',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'process',
    binds: 'plan',
    statement:
      'Retrospective review MAY also be done case by case, and SHOULD be routine for high-tech radiology.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Retrospective Review' },
    ],
    disposition: {
      is: 'not judgeable',
      missing: 'a share of imaging cases that would be enough',
      door: 'none',
    },
  },
  {
    id: 'um.retro.fallback-for-concurrent',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'process',
    binds: 'plan',
    statement: 'When the nurse cannot do concurrent review, the case MAY be reviewed retrospectively.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Retrospective Review' },
    ],
    disposition: {
      is: 'not judgeable',
      missing: 'an act that could break a permission; the clock of the concurrent request stays',
      door: 'that clock',
    },
  },
  {
    id: 'um.retro.record-request',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'A copy of the medical record MUST be requested for such a review, under confidentiality rules.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Retrospective Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.retro.classification',
    level: 'MUST',
    basis: 'derived',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'A review whose request arrives after the service was completed MUST be classed as retrospective (row 5).',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Retrospective Review; UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
