import { rules } from '../../rule.ts';

/** Time frames row 5: retrospective. */
export const umTimeFramesRow5Retrospective = rules([
  {
    id: 'um.retrospective.decision-2bd-of-info',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'The decision MUST be made within two business days after all necessary information is in.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 5, column 1',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.retrospective.decision-cap-14cd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'Decision and notification MUST be no later than 14 calendar days after receipt, whether or not information is complete.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 5, column 1',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.retrospective.verbal-na',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'exception',
    binds: 'plan',
    statement:
      'No verbal notice is demanded for retrospective decisions; its absence MUST NOT be reported as a finding.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 5, column 2',
      },
    ],
    disposition: {
      is: 'not judgeable',
      missing: 'an act of a portal: it binds whoever judges, and row 5 has no clock for a call',
      door: 'none',
    },
  },
  {
    id: 'um.retrospective.written-approval-14cd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'Written approval MUST go to provider and member within 14 calendar days after receipt.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 5, column 3',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.retrospective.written-denial-14cd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'The denial letter MUST go out within 14 calendar days after receipt.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 5, column 4',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
