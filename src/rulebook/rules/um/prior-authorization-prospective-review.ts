import { rules } from '../../rule.ts';

/** Prior authorization (prospective review). */
export const umPriorAuthorizationProspectiveReview = rules([
  {
    id: 'um.pa.listed-services',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'Services the plan has listed MUST have a prior medical-necessity review and approval (when the request must be in: um.pa.before-service).',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.pa.nurse-connects',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement:
      'Prior authorization SHOULD bring the UM nurse in contact with provider and member before the service.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'not judgeable', missing: 'purpose statement', door: 'none' },
  },
  {
    id: 'um.pa.before-service',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'provider',
    statement:
      'A request for a service that needs prior authorization MUST be submitted before the service is delivered.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.pa.failure-payment-denial',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'payment-consequence',
    binds: 'plan',
    statement: 'When required prior authorization is missing, payment to the provider MAY be denied.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review); Administrative Denials / Provider only issued',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.pa.not-payment-guarantee',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'payment-consequence',
    binds: 'plan',
    statement:
      'An approval MUST NOT by itself guarantee payment; eligibility and benefits are still checked at claim time.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.pa.elective-5bd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'provider',
    statement:
      'For elective services such as admissions and surgical day care, the request MUST arrive at least five business days before the admission.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.pa.elective-up-to-14cd',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'The decision on an elective service MAY take up to 14 calendar days.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: {
      is: 'not judgeable',
      missing: 'an act that could break a permission; the cap of row 1 is it',
      door: 'that clock',
    },
  },
  {
    id: 'um.pa.exempt-er',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'exception',
    binds: 'plan',
    statement: 'Emergency-room care MUST NOT need prior authorization.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.pa.exempt-observation',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'exception',
    binds: 'plan',
    statement: 'Observation MUST NOT need prior authorization.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.pa.exempt-emergent-inpatient',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'exception',
    binds: 'plan',
    statement: 'An emergent acute inpatient admission MUST NOT need prior authorization.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.pa.nurse-first-review',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'A prior-authorization request MUST be forwarded to a UM registered nurse, who checks whether the service meets the review criteria.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.pa.contact-on-question',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'When type of service or setting is in question, the UM nurse or designated support staff MUST contact the servicing provider or the PCP.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.pa.more-info-may-be-requested',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'process',
    binds: 'plan',
    statement: 'The plan MAY ask for additional clinical information.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'not judgeable', missing: 'an act that could break a permission', door: 'none' },
  },
  {
    id: 'um.pa.support-staff-no-decision',
    level: 'MAY',
    basis: 'derived',
    severity: 'info',
    kind: 'permission',
    binds: 'plan',
    statement: 'Support staff MAY contact providers but MUST NOT approve or medically deny.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.decide.approve-nurse',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      'Prior-authorization approvals MUST be made by plan UM registered nurses (or a physician reviewer), on medical-necessity criteria.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.decide.deny-physician-only',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      'A medical-necessity denial MUST be made only by a plan Medical Director or a designated physician reviewer.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review); Medical Necessity Denials',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.decide.denial-considerations',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      "A medical-necessity denial MUST be based on the criteria, the patient's own needs and the local availability of resources.",
    sources: [
      {
        document: 'utilization-section',
        heading: 'Utilization Management Methods / Prior Authorization (Prospective Review)',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
