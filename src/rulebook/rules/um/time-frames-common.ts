import { rules } from '../../rule.ts';

/** Time frames: common. */
export const umTimeFramesCommon = rules([
  {
    id: 'um.time.no-later-than',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: "Decisions MUST come as fast as possible and in any case within the table's time frames.",
    sources: [
      { document: 'utilization-section', heading: 'UM Time Frame for Decision-Making and Notification' },
    ],
    disposition: {
      is: 'not judgeable',
      missing:
        'a fact of its own: every clock of the table is part of it; “as fast as possible” has no measure',
      door: 'those clocks',
    },
  },
  {
    id: 'um.time.scope-commercial-qhp',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'The table MUST be applied to commercial and qualified health plans.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans',
      },
    ],
    disposition: {
      is: 'not judgeable',
      missing: 'an act of a portal: it binds whoever judges, and other lines of business are out of scope',
      door: 'none',
    },
  },
  {
    id: 'um.time.notice-order',
    level: 'MUST NOT',
    basis: 'derived',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'A notice MUST NOT be earlier than the decision that it reports.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.time.written-to-both-on-approval',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'Written approval notice MUST go to both the provider and the member; each copy has the same deadline.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.time.partial-both-columns',
    level: 'MUST',
    basis: 'derived',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'A partial approval MUST meet the approval deadlines for the granted part and the denial deadlines for the refused part.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans; Medical Necessity Denials',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.time.pending-no-tolling',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'Asking for information MUST NOT stop or extend the 14-day cap, and never the 72-hour or 24-hour limits.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.time.urgent-flag',
    level: 'MUST',
    basis: 'derived',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'Each pre-service and concurrent request MUST carry an urgency class, because it selects the row.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
