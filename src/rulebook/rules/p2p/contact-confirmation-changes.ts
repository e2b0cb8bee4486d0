import { rules } from '../../rule.ts';

/** Contact, confirmation, changes. */
export const p2pContactConfirmationChanges = rules([
  {
    id: 'p2p.contact.autofill',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'ui',
    binds: 'delegate',
    statement: "Contact person name and e-mail MUST be filled from the signed-in user's profile.",
    sources: [{ document: 'delegate-training', heading: 'How to Schedule a Peer to Peer' }],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'p2p.contact.fields',
    level: 'MUST',
    basis: 'observed',
    severity: 'warn',
    kind: 'ui',
    binds: 'delegate',
    statement:
      'The page MUST offer provider requesting, contact person, location, phone + extension, alternate phone + extension, e-mail and contact instructions.',
    sources: [{ document: 'delegate-training', heading: 'How to Schedule a Peer to Peer' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'p2p.contact.must-update-three',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'validation',
    binds: 'delegate',
    statement:
      "Requesting provider's name, phone and contact instructions MUST be open for updating so that the right person is reached; name and phone MUST be required.",
    sources: [{ document: 'delegate-training', heading: 'How to Schedule a Peer to Peer' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'p2p.contact.phone-format',
    level: 'MUST',
    basis: 'observed',
    severity: 'warn',
    kind: 'validation',
    binds: 'delegate',
    statement: 'Phones MUST be ten-digit US numbers shown as (xxx) xxx-xxxx.',
    sources: [{ document: 'delegate-training', heading: 'How to Schedule a Peer to Peer' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'p2p.scheduled.on-submit',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'state-transition',
    binds: 'delegate',
    statement:
      'Submitting MUST book the slot at once and show a summary with state scheduled, date, time and zone.',
    sources: [{ document: 'delegate-training', heading: 'How to Schedule a Peer to Peer' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'p2p.scheduled.only-after-submit',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'state-transition',
    binds: 'delegate',
    statement: 'Choosing a slot without submitting the contact page MUST NOT book it.',
    sources: [{ document: 'delegate-training', heading: 'How to Schedule a Peer to Peer' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'p2p.scheduled.recheck-eligibility',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'validation',
    binds: 'delegate',
    statement:
      'Eligibility and level SHOULD be worked out again at submit, since the case may have moved on while the form was open.',
    sources: [
      {
        document: 'delegate-training',
        heading: 'Providers have the ability to schedule Peer to Peer requests entirely online',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'p2p.manage.my-requests-list',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'visibility',
    binds: 'delegate',
    statement:
      "The user's appointments MUST be listed under a my-requests entry in the left navigation and be selectable for change.",
    sources: [
      { document: 'delegate-training', heading: 'Canceling or Rescheduling a Peer to Peer Appointment' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'p2p.manage.actions-menu',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'ui',
    binds: 'delegate',
    statement: 'The appointment window MUST have an actions menu with reschedule and cancel.',
    sources: [
      { document: 'delegate-training', heading: 'Canceling or Rescheduling a Peer to Peer Appointment' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'p2p.manage.reschedule-same-choice',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'state-transition',
    binds: 'delegate',
    statement:
      'Rescheduling MUST let the user pick a new date or time with the same options as the first booking.',
    sources: [
      { document: 'delegate-training', heading: 'Canceling or Rescheduling a Peer to Peer Appointment' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'p2p.manage.cancel-needs-reason',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'delegate',
    statement: 'Cancelling MUST require a reason.',
    sources: [
      { document: 'delegate-training', heading: 'Canceling or Rescheduling a Peer to Peer Appointment' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'p2p.manage.cancel-frees-and-terminal',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'state-transition',
    binds: 'delegate',
    statement:
      'A cancelled appointment MUST release its slot and MUST NOT be revived; a new request goes through eligibility again.',
    sources: [
      { document: 'delegate-training', heading: 'Canceling or Rescheduling a Peer to Peer Appointment' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'p2p.manage.not-after-start',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'validation',
    binds: 'delegate',
    statement: 'Change or cancel SHOULD be refused once the appointment start has passed.',
    sources: [
      { document: 'delegate-training', heading: 'Canceling or Rescheduling a Peer to Peer Appointment' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'p2p.manage.close-browser',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'ui',
    binds: 'delegate',
    statement:
      'The user is told to close the browser after a change; no action beyond confirmation MUST be needed to make the change stick.',
    sources: [
      { document: 'delegate-training', heading: 'Canceling or Rescheduling a Peer to Peer Appointment' },
    ],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'p2p.outcome.recorded',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'state-transition',
    binds: 'delegate',
    statement:
      'After the talk an outcome MUST be recorded and the case status MUST follow it only when the talk could modify the decision.',
    sources: [
      {
        document: 'delegate-training',
        heading: 'Post-Decision Options; How to schedule a Peer to Peer Request',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
