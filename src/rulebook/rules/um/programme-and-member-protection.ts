import { rules } from '../../rule.ts';

/** Programme and member protection. */
export const umProgrammeAndMemberProtection = rules([
  {
    id: 'um.program.review-types',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'The UM system MUST cover referrals, prior authorization, notification, concurrent review, retrospective review and discharge planning (reconsideration follows from the later headings).',
    sources: [{ document: 'utilization-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.program.decision-basis',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'Every UM decision MUST rest only on appropriateness of care and service and on existence of coverage.',
    sources: [{ document: 'utilization-section', heading: 'Overview; Medical Necessity Decision-Making' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.program.no-denial-incentive',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'The plan MUST NOT reward reviewers for denials or give decision-makers incentives toward underutilization.',
    sources: [{ document: 'utilization-section', heading: 'Overview; Medical Necessity Decision-Making' }],
    disposition: {
      is: 'not judgeable',
      missing: 'pay arrangements leave no trace in portal events',
      door: 'none',
    },
  },
  {
    id: 'um.program.treating-provider-owns-care',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      "Clinical care decisions MUST stay with the treating provider together with the member or the member's designee.",
    sources: [{ document: 'utilization-section', heading: 'Overview' }],
    disposition: { is: 'not judgeable', missing: 'division of responsibility, not an event', door: 'none' },
  },
  {
    id: 'um.program.clinical-dept-decides',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      "Utilization decisions MUST be made by the plan's Clinical Department (or a delegate listed under Delegation), against the member's covered benefits and established medical-necessity criteria; a provider-side user MUST NOT be able to decide.",
    sources: [{ document: 'utilization-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.holdharmless.missing-pa-or-notification',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'payment-consequence',
    binds: 'plan',
    statement:
      'A network provider MUST NOT hold a member financially liable for a service administratively denied because the provider failed to obtain required prior authorization or to give required notification.',
    sources: [{ document: 'utilization-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.holdharmless.missing-clinical-docs',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'payment-consequence',
    binds: 'plan',
    statement:
      'The same protection MUST apply where the denial is because the provider did not send supporting clinical documentation with the request.',
    sources: [{ document: 'utilization-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.holdharmless.late-notification',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'payment-consequence',
    binds: 'plan',
    statement:
      'A network provider MUST NOT bill the member for a service administratively denied because notification was late.',
    sources: [{ document: 'utilization-section', heading: 'Notification / Required Notification' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.holdharmless.um-process-failure',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'payment-consequence',
    binds: 'plan',
    statement:
      'The protection MUST cover every administrative denial caused by the provider not following established utilization processes, not only the named ones.',
    sources: [{ document: 'utilization-section', heading: 'Administrative Denials / Provider only issued' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.holdharmless.scope-network-only',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'exception',
    binds: 'plan',
    statement:
      'The hold-harmless duty binds network providers by contract; it MUST NOT be assumed for out-of-network providers or for member-issued administrative denials, where the text states none.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Overview; Notification / Required Notification; Administrative Denials / Provider only issued',
      },
    ],
    disposition: {
      is: 'not judgeable',
      missing:
        'an act of a portal: it binds whoever judges, and the four rules on liability leave other providers out',
      door: 'none',
    },
  },
  {
    id: 'um.program.pa-list-reviewed',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement: 'The plan MUST review from time to time which services need prior authorization.',
    sources: [{ document: 'utilization-section', heading: 'Overview' }],
    disposition: { is: 'not judgeable', missing: '"periodically", no period given', door: 'none' },
  },
  {
    id: 'um.program.pa-change-notice',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'A change in prior-authorization requirements MUST be announced to providers by newsletter, website and/or written notice.',
    sources: [{ document: 'utilization-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.program.quality-activities',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement:
      'The plan SHOULD analyse utilization, keep medical policies current and evidence-based, promote continuity of care and guard against underutilization.',
    sources: [{ document: 'utilization-section', heading: 'Overview' }],
    disposition: { is: 'not judgeable', missing: 'organizational activity', door: 'none' },
  },
]);
