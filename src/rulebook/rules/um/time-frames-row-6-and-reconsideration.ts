import { rules } from '../../rule.ts';

/** Time frames row 6 and reconsideration. */
export const umTimeFramesRow6AndReconsideration = rules([
  {
    id: 'um.reconsideration.decision-1bd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'A reconsideration MUST be decided within one business day of receipt of its request.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 6, column 1; Medical Necessity Denials',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.reconsideration.verbal-1bd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'The provider MUST be told by phone within one business day of receipt of the reconsideration request (not of its decision).',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 6, column 2',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.reconsideration.written-approval-by-type',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      "If overturned, written approval MUST follow the cell of the original request's type (rows 1-4), counted from the reconsideration's verbal notice.",
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 6, column 3',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.reconsideration.written-denial-by-type',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      "If upheld, the denial letter MUST follow the cell of the original request's type, counted from the reconsideration's verbal notice.",
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 6, column 4',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.reconsideration.eligible-denials',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'validation',
    binds: 'plan',
    statement:
      'Reconsideration MAY be asked only for prospective and concurrent denials based on medical necessity.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'UM Time Frame for Decision-Making and Notification / Commercial and Qualified Health Plans / row 6; Medical Necessity Denials',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.reconsideration.informal-not-appeal',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'Reconsideration is an informal provider process and MUST NOT be recorded, counted or labelled as an appeal.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.reconsideration.not-precondition',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement: 'A formal appeal MUST be possible without a prior reconsideration.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.reconsideration.provider-only',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement: 'Reconsideration MUST be offered to providers.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.reconsideration.physician-conducts',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement: 'A physician reviewer MUST conduct the reconsideration, whatever the result.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.reconsideration.no-window',
    level: 'MUST NOT',
    basis: 'derived',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'The text sets no last day for asking for reconsideration; an implementation MUST NOT be failed for accepting a late one.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: {
      is: 'not judgeable',
      missing: 'an act of a portal: it binds whoever judges, and no clock ends the time for asking',
      door: 'none',
    },
  },
]);
