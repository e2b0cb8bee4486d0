import { changingAnswers, problem, replacingAnswers, rowsOf } from '../makers/answers.ts';
import { changingEvents } from '../makers/events.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in how a peer-to-peer is changed, moved and canceled. */
export const rescheduling: readonly Mutant[] = [
  changingAnswers({
    id: 'offer-is-a-booking',
    breaks: 'p2p.scheduled.only-after-submit',
    summary: 'A slot that was looked at is held for good.',
    operations: ['list-peer-to-peer'],
    change: (body) => {
      const rows = rowsOf(body, 'appointments');
      if (rows.length === 0)
        rows.push({ id: 'talk-0', state: 'scheduled', actions: ['reschedule', 'cancel'] });
    },
  }),
  changingAnswers({
    id: 'no-list-of-talks',
    breaks: 'p2p.manage.my-requests-list',
    summary: 'Appointments are in the mail.',
    operations: ['list-peer-to-peer'],
    change: (body) => {
      body.appointments = [];
    },
  }),
  changingAnswers({
    id: 'no-actions',
    breaks: 'p2p.manage.actions-menu',
    summary: 'Changes are made by phone.',
    operations: ['list-peer-to-peer'],
    change: (body) => {
      for (const one of rowsOf(body, 'appointments')) one.actions = [];
    },
  }),
  changingEvents({
    id: 'move-without-a-trace',
    breaks: 'p2p.manage.reschedule-same-choice',
    summary: 'A moved appointment looks like the first one.',
    change: (event) =>
      event.type === 'consultation-scheduled' && event.revision > 1
        ? { ...event, revision: event.revision - 1 }
        : event,
  }),
  changingDelegateGate({
    id: 'cancelled-without-a-reason',
    breaks: 'p2p.manage.cancel-needs-reason',
    summary: 'The reason is optional.',
    gate: 'cancelReason',
    change: () => () => null,
  }),
  replacingAnswers({
    id: 'cancel-by-phone',
    breaks: 'p2p.online.end-to-end',
    summary: 'Only a person can cancel.',
    when: ({ operation }, { status }) => operation === 'cancel-peer-to-peer' && status === 200,
    answer: () => problem(403, 'forbidden', 'Call us to cancel.'),
  }),
  changingDelegateGate({
    id: 'cancelled-comes-back',
    breaks: 'p2p.manage.cancel-frees-and-terminal',
    summary: 'A canceled appointment can be rescheduled.',
    gate: 'talkLive',
    change: (gate) => (talk) => (talk.state === 'cancelled' ? null : gate(talk)),
  }),
  changingDelegateGate({
    id: 'moved-while-it-runs',
    breaks: 'p2p.manage.not-after-start',
    summary: 'An appointment can be changed on its day.',
    gate: 'talkNotStarted',
    change: () => () => null,
  }),
];
