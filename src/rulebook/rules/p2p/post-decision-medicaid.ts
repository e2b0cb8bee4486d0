import { rules } from '../../rule.ts';

/** Post-decision: Medicaid. */
export const p2pPostDecisionMedicaid = rules([
  {
    id: 'postdecision.medicaid.recon-available',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'delegate',
    statement: 'On a denied Medicaid case providers and their staff MUST be able to ask for reconsideration.',
    sources: [{ document: 'delegate-training', heading: 'Post-Decision Options: Medicaid Members' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'postdecision.medicaid.recon-2bd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'delegate',
    statement:
      'The reconsideration request MUST be made no later than the end of the second business day after the determination date.',
    sources: [{ document: 'delegate-training', heading: 'Post-Decision Options: Medicaid Members' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'postdecision.medicaid.recon-anchor-determination',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'delegate',
    statement:
      'The window MUST run from the determination date, not from the date the notice was sent or received.',
    sources: [{ document: 'delegate-training', heading: 'Post-Decision Options: Medicaid Members' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'postdecision.medicaid.recon-channels',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'delegate',
    statement:
      'Reconsideration MUST be possible through the web portal and verbally through a consultation with a delegate physician.',
    sources: [{ document: 'delegate-training', heading: 'Post-Decision Options: Medicaid Members' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'postdecision.medicaid.p2p-can-change-decision',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'state-transition',
    binds: 'delegate',
    statement: 'A consultation requested inside the window MUST be able to alter the denial.',
    sources: [{ document: 'delegate-training', heading: 'Post-Decision Options: Medicaid Members' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'postdecision.medicaid.after-window-consultative',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'exception',
    binds: 'delegate',
    statement:
      'After the window a Medicaid consultation MAY still be held but the decision MUST NOT change by it.',
    sources: [
      {
        document: 'delegate-training',
        heading: 'Post-Decision Options: Medicaid Members; How to schedule a Peer to Peer Request',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'postdecision.medicaid.recon-once',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'state-transition',
    binds: 'delegate',
    statement: 'A case SHOULD have at most one reconsideration; afterwards options count as exhausted.',
    sources: [{ document: 'delegate-training', heading: 'How to schedule a Peer to Peer Request' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'appeal.not-processed-by-delegate',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'delegate',
    statement: 'For this plan the delegate MUST NOT process appeals, Medicaid or Medicare.',
    sources: [
      {
        document: 'delegate-training',
        heading: 'Post-Decision Options: Medicaid Members; Post-Decision Options: Medicare Members',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'appeal.60-calendar-days',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'delegate',
    statement: 'An appeal MUST reach the plan no later than 60 calendar days after the notice of denial.',
    sources: [
      {
        document: 'delegate-training',
        heading: 'Post-Decision Options: Medicaid Members; Post-Decision Options: Medicare Members',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'appeal.channels',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'delegate',
    statement: 'Appeals MUST be accepted in writing by mail or fax, or orally, at the plan.',
    sources: [
      {
        document: 'delegate-training',
        heading: 'Post-Decision Options: Medicaid Members; Post-Decision Options: Medicare Members',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
