import { rules } from '../../rule.ts';

/** Time frames row 4: concurrent, non-urgent. */
export const umTimeFramesRow4ConcurrentNonUrgent = rules([
  {
    id: 'um.concurrent-nonurgent.decision-1bd-of-info',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'The decision MUST be made within one business day after all necessary information is in.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 4, column 1',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent-nonurgent.decision-cap-14cd',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'The decision MUST NOT be later than 14 calendar days after receipt, whether or not information is complete.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 4, column 1',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent-nonurgent.notification-cap-14cd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'Notification, too, MUST be given no later than day 14.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 4, column 1',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent-nonurgent.verbal-approval-1bd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'For an approval, the call MUST be within one business day of the decision, and inside the 14 days.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 4, column 2',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent-nonurgent.verbal-denial-24h',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'For a denial, the call MUST be within 24 hours of the decision, and inside the 14 days.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 4, column 2',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent-nonurgent.written-approval-1bd',
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
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 4, column 3',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.concurrent-nonurgent.written-denial-lesser',
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
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 4, column 4',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
