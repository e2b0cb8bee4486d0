import { rules } from '../../rule.ts';

/** Time frames row 2: pre-service, urgent. */
export const umTimeFramesRow2PreServiceUrgent = rules([
  {
    id: 'um.preservice-urgent.decision-72h',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'The decision MUST be made within 72 hours (three calendar days) of receipt.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 2, column 1',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.preservice-urgent.no-info-dependency',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'Missing information MUST NOT move the urgent deadline.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 2, column 1',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.preservice-urgent.verbal-24h-of-decision',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'The provider MUST be told by phone within 24 hours of the decision.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 2, column 2',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.preservice-urgent.verbal-cap-72h',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'That call MUST also stay inside 72 hours (three calendar days) from receipt.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 2, column 2',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.preservice-urgent.written-approval-2bd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'Written approval MUST go to provider and member within two business days after the verbal notice.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 2, column 3',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.preservice-urgent.written-denial-lesser',
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
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 2, column 4',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
