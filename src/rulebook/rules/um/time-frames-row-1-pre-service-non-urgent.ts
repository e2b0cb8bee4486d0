import { rules } from '../../rule.ts';

/** Time frames row 1: pre-service, non-urgent. */
export const umTimeFramesRow1PreServiceNonUrgent = rules([
  {
    id: 'um.preservice-nonurgent.decision-2bd-of-info',
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
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 1, column 1',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.preservice-nonurgent.decision-cap-14cd',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'The decision MUST NOT come later than 14 calendar days after receipt of the request, whether or not the information is complete.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 1, column 1',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.preservice-nonurgent.notification-cap-14cd',
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
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 1, column 1',
      },
    ],
    disposition: {
      is: 'not judgeable',
      missing: 'a violation that stands under every reading; the cells of row 1 judge call and denial letter',
      door: 'those clocks',
    },
  },
  {
    id: 'um.preservice-nonurgent.verbal-24h-of-decision',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'The provider MUST be told by phone within 24 hours of the decision, for approvals and denials.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 1, column 2',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.preservice-nonurgent.verbal-cap-14cd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'That call MUST also stay inside the 14 calendar days after receipt.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 1, column 2',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.preservice-nonurgent.written-approval-2bd',
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
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 1, column 3',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.preservice-nonurgent.written-denial-1bd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'Written denial MUST follow within one business day after the verbal notice.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 1, column 4',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.preservice-nonurgent.written-denial-cap-14cd',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'The denial letter MUST NOT be later than 14 calendar days after receipt.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 1, column 4',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
