import { rules } from '../../rule.ts';

/** Out-of-network requests and exceptions. */
export const umOutOfNetworkRequestsAndExceptions = rules([
  {
    id: 'um.oon.in-network-first',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'provider',
    statement: 'PCPs SHOULD always refer to network providers.',
    sources: [
      { document: 'utilization-section', heading: 'Out-of-Network Authorization Request Exceptions' },
      { document: 'provider-section', heading: 'Role of the Primary Care Provider' },
    ],
    sameAs: ['pcp.referral.in-network-when-possible'],
    disposition: {
      is: 'not judgeable',
      missing: 'whether a network provider was available to the PCP',
      door: 'a directory with capacity over time',
    },
  },
  {
    id: 'um.oon.pcp-approved-pa',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'A PCP who refers to a non-contracted provider MUST have an approved prior authorization to confirm coverage.',
    sources: [
      { document: 'utilization-section', heading: 'Out-of-Network Authorization Request Exceptions' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.all-nonemergent-auth',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement: 'Every non-emergent out-of-network service MUST be authorized before.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Out-of-Network Authorization Request Exceptions; Out-of-Network Authorization Request Exceptions / All Members',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.mn-review',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement: 'Out-of-network specialist requests MUST have a medical-necessity review.',
    sources: [
      { document: 'utilization-section', heading: 'Out-of-Network Authorization Request Exceptions' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.prior-relationship-not-enough',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement: 'A prior relationship with the provider MUST NOT by itself justify approval, in most cases.',
    sources: [
      { document: 'utilization-section', heading: 'Out-of-Network Authorization Request Exceptions' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.member-advised',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement: 'Members SHOULD be advised to speak with the plan before going out of network.',
    sources: [
      { document: 'utilization-section', heading: 'Out-of-Network Authorization Request Exceptions' },
    ],
    disposition: { is: 'not judgeable', missing: 'conversation outside the portal', door: 'none' },
  },
  {
    id: 'um.oon.continuity-purpose',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement: 'The plan SHOULD work for continuity of care for current and new members.',
    sources: [
      { document: 'utilization-section', heading: 'Out-of-Network Authorization Request Exceptions' },
    ],
    disposition: { is: 'not judgeable', missing: 'purpose statement', door: 'none' },
  },
  {
    id: 'um.oon.pcp-termination-30d',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'exception',
    binds: 'plan',
    statement: 'A member MAY stay with a terminated PCP for up to 30 days after the termination.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Out-of-Network Authorization Request Exceptions / Conditions for Accessing Out-of-Network Providers',
      },
      { document: 'provider-section', heading: 'Provider Terminations' },
    ],
    sameAs: ['termination.pcp.continuity-30d'],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.active-treatment-90d',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'exception',
    binds: 'plan',
    statement:
      'A member in active treatment for a chronic or acute condition MAY stay with the provider for up to 90 days after termination.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Out-of-Network Authorization Request Exceptions / Conditions for Accessing Out-of-Network Providers',
      },
      { document: 'provider-section', heading: 'Provider Terminations' },
    ],
    sameAs: ['termination.active-treatment.continuity-90d'],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.pregnancy-postpartum',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'exception',
    binds: 'plan',
    statement:
      'A member in the second or third trimester MAY stay with her provider through the first post-partum visit.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Out-of-Network Authorization Request Exceptions / Conditions for Accessing Out-of-Network Providers',
      },
      { document: 'provider-section', heading: 'Provider Terminations' },
    ],
    sameAs: ['termination.pregnancy.continuity-postpartum'],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.terminal-illness',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'exception',
    binds: 'plan',
    statement:
      'Care directly related to a terminal illness MAY continue with the treating provider until death.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Out-of-Network Authorization Request Exceptions / Conditions for Accessing Out-of-Network Providers',
      },
      { document: 'provider-section', heading: 'Provider Terminations' },
    ],
    sameAs: ['termination.terminal.until-death'],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.new-member-30d',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'exception',
    binds: 'plan',
    statement:
      "For a newly enrolled member, the provider of an ongoing course of treatment or the member's PCP MAY be used for up to 30 days.",
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Out-of-Network Authorization Request Exceptions / Transition of Care for Newly Enrolled Members',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.new-member-pregnancy',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'exception',
    binds: 'plan',
    statement:
      'A newly enrolled member in the second or third trimester MAY stay with her provider through the first post-partum visit.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Out-of-Network Authorization Request Exceptions / Transition of Care for Newly Enrolled Members',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.new-member-terminal',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'exception',
    binds: 'plan',
    statement:
      'A newly enrolled member with a terminal illness MAY stay with the provider who treats it until death.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Out-of-Network Authorization Request Exceptions / Transition of Care for Newly Enrolled Members',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.distance',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'exception',
    binds: 'plan',
    statement:
      'Out-of-network care MAY be covered when a network provider is unavailable because of distance and travel.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Out-of-Network Authorization Request Exceptions / Other Coverage Conditions',
      },
    ],
    disposition: {
      is: 'not judgeable',
      missing: 'how far is too far: the text gives no distance',
      door: 'a plan’s own setting',
    },
  },
  {
    id: 'um.oon.delay',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'exception',
    binds: 'plan',
    statement:
      'Out-of-network care MAY be covered when delay in reaching a network provider, not caused by the member, would interrupt medically necessary care.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Out-of-Network Authorization Request Exceptions / Other Coverage Conditions',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.expertise',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'exception',
    binds: 'plan',
    statement:
      'Out-of-network care MAY be covered when no network provider has the needed qualifications, for as long as the network cannot provide it.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Out-of-Network Authorization Request Exceptions / Other Coverage Conditions',
      },
    ],
    disposition: {
      is: 'not judgeable',
      missing: 'what the network could do at each time',
      door: 'a directory with capacity over time',
    },
  },
  {
    id: 'um.oon.unnecessary-risk',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'exception',
    binds: 'plan',
    statement:
      'Out-of-network care MAY be covered when the PCP finds that related services given separately would put the member at needless risk and not all are available in network.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Out-of-Network Authorization Request Exceptions / Other Coverage Conditions',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.exception-still-needs-pa',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'The listed circumstances are grounds for approval; authorization MUST still be requested and approved.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Out-of-Network Authorization Request Exceptions; Out-of-Network Authorization Request Exceptions / All Members',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.shortest-travel',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement:
      'The plan SHOULD help members, as needed, to find a network provider with the shortest travel time, considering public transport.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Out-of-Network Authorization Request Exceptions / All Members',
      },
    ],
    disposition: { is: 'not judgeable', missing: 'help on request, travel data', door: 'none' },
  },
  {
    id: 'um.oon.profile-check',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement: "The plan SHOULD check the out-of-network physician's profile with the state medical board.",
    sources: [
      {
        document: 'utilization-section',
        heading: 'Out-of-Network Authorization Request Exceptions / All Members',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.contracting-cost-parity',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'payment-consequence',
    binds: 'plan',
    statement:
      "The out-of-network provider MUST arrange payment with Contracting so that the member's cost is not greater than in network.",
    sources: [
      {
        document: 'utilization-section',
        heading: 'Out-of-Network Authorization Request Exceptions / All Members',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.language-duty',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      "The plan MUST tell the out-of-network provider of the duty to communicate in the member's primary language, directly or by interpreter.",
    sources: [
      {
        document: 'utilization-section',
        heading: 'Out-of-Network Authorization Request Exceptions / All Members',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.oon.moral-objection',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement:
      'Where only one provider is available, the plan SHOULD see to it that covered services are not declined on moral or religious grounds.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Out-of-Network Authorization Request Exceptions / All Members',
      },
    ],
    disposition: { is: 'not judgeable', missing: '"to the extent possible"', door: 'none' },
  },
  {
    id: 'um.oon.letter-of-agreement',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement: 'Each out-of-network authorization MUST have its own letter of agreement with agreed terms.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Out-of-Network Authorization Request Exceptions / All Members',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
