import { rules } from '../../rule.ts';

/** Time frames row 3: concurrent, urgent (all inpatient). */
export const umTimeFramesRow3ConcurrentUrgentAllInpatient = rules([
  {
    id: 'um.concurrent-urgent.inpatient-always-urgent',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'A concurrent review of an inpatient stay MUST always be handled as urgent, whatever the requester marked.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 3, label',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent-urgent.decision-24h',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'The decision MUST be made within 24 hours (one calendar day) of receipt.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 3, column 1',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent-urgent.verbal-24h-of-receipt',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'The call, for approvals and denials, MUST be within 24 hours (one calendar day) of receipt, not of the decision.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 3, column 2',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent-urgent.written-approval-1bd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'Written approval MUST go to provider and member within one business day after the verbal notice.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 3, column 3',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent-urgent.written-denial-lesser',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'The denial letter MUST go out by the earlier of one business day and three calendar days after the verbal notice.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 3, column 4',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
