import { rules } from '../../rule.ts';

/** Administrative denials. */
export const umAdministrativeDenials = rules([
  {
    id: 'um.admin-denial.reasons',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'validation',
    binds: 'plan',
    statement:
      'An administrative denial MAY be made for: excluded benefit, exhausted benefit, no required prior authorization, late required notification, missing clinical documentation.',
    sources: [{ document: 'utilization-section', heading: 'Administrative Denials' }],
    disposition: {
      is: 'not judgeable',
      missing: 'a fact of its own: um.program.decision-basis judges the reasons that are given',
      door: 'that rule',
    },
  },
  {
    id: 'um.admin-denial.excluded-benefit',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement: "Excluded benefit MUST mean that the member's plan expressly excludes the service.",
    sources: [{ document: 'utilization-section', heading: 'Administrative Denials / Member issued' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.admin-denial.benefit-exhausted',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement: 'Exhausted benefit MUST mean that the limit was used up.',
    sources: [{ document: 'utilization-section', heading: 'Administrative Denials / Member issued' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.admin-denial.member-issued',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement: 'Denials for excluded or exhausted benefits MUST be issued to the member.',
    sources: [{ document: 'utilization-section', heading: 'Administrative Denials / Member issued' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.admin-denial.provider-only',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'Denials for no authorization, late notification or missing documentation MUST be issued to the provider only.',
    sources: [{ document: 'utilization-section', heading: 'Administrative Denials / Provider only issued' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.admin-denial.no-pa',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'The no-authorization reason MUST be used only when the service was given without a required authorization.',
    sources: [{ document: 'utilization-section', heading: 'Administrative Denials / Provider only issued' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.admin-denial.late-notification',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'The late-notification reason MUST be used only when required notification missed its deadline.',
    sources: [{ document: 'utilization-section', heading: 'Administrative Denials / Provider only issued' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.admin-denial.missing-docs',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'The missing-documentation reason MUST be used only when clinical documents needed for a determination were not submitted.',
    sources: [{ document: 'utilization-section', heading: 'Administrative Denials / Provider only issued' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.admin-denial.who',
    level: 'MAY',
    basis: 'derived',
    severity: 'info',
    kind: 'permission',
    binds: 'plan',
    statement:
      'The physician-only rule covers medical-necessity denials; administrative denials MAY be issued by other UM staff.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Administrative Denials; Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: {
      is: 'not judgeable',
      missing:
        'an act that could break a permission; um.denial.definition judges what is booked as administrative',
      door: 'that rule',
    },
  },
]);
