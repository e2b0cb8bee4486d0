import { rules } from '../../rule.ts';

/** Concurrent review. */
export const umConcurrentReview = rules([
  {
    id: 'um.concurrent.required-beyond-initial',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'Days, visits or services beyond the initial authorization or required notification MUST have concurrent review.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.channel',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'provider',
    statement:
      'Concurrent review MUST be done through the portal where it supports the service; other services MUST go by fax or mail.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.revise-existing',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'state-transition',
    binds: 'plan',
    statement: 'A concurrent request on the portal MUST be made by revising the existing authorization.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.docs',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement: 'Every concurrent request MUST be supported by clinical documentation.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.failure-admin-denial',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'payment-consequence',
    binds: 'plan',
    statement:
      'No authorization, or no documentation of necessity, MAY lead to an administrative denial to the provider.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.scope',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'Concurrent review MUST cover inpatient stays and ongoing outpatient or home-care courses (acute hospital, skilled nursing facility, skilled home care, continuous DME).',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.review-record',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement:
      'The review SHOULD record certified days, estimated length of stay, criteria applied, level of care and benefit review.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.criteria-not-absolute',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement: "Criteria MUST be weighed together with the member's needs and local resources.",
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.request-source',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      'The concurrent request MUST come from the appropriate facility staff, practitioners or providers.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.benefit-check',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement: 'Benefit coverage MUST be determined for the service.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.communicate',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'The plan MUST communicate with the care team, the member and/or the representative, and the provider.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: {
      is: 'not judgeable',
      missing: 'a fact of its own: the calls and letters of rows 3 and 4 are it',
      door: 'their clocks',
    },
  },
  {
    id: 'um.concurrent.notify-in-time',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'provider',
    statement:
      'Facility staff, practitioners and providers MUST be told of coverage decisions in the proper manner and time.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: {
      is: 'not judgeable',
      missing: 'a fact of its own: the calls and letters of rows 3 and 4 are it',
      door: 'their clocks',
    },
  },
  {
    id: 'um.concurrent.discharge-needs',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement: 'Discharge needs SHOULD be identified and planned early.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.quality-referral',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'Possible quality concerns, serious reportable events and hospital-acquired conditions MUST be referred for further review.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.care-management-referral',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement: 'Suitable members SHOULD be referred to care-management programmes.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.continue-until-member-notified',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'payment-consequence',
    binds: 'plan',
    statement:
      'Existing services MUST continue without member liability until the member has been told of the adverse determination.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent.payment-denial-unsupported',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'payment-consequence',
    binds: 'plan',
    statement:
      'Payment to the facility or attending physician MAY still be denied for days or visits that were not medically necessary.',
    sources: [
      { document: 'utilization-section', heading: 'Utilization Management Methods / Concurrent Review' },
    ],
    disposition: { is: 'judged' },
  },
]);
