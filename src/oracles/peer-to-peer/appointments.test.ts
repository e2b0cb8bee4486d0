import {
  APPOINTMENT,
  book,
  change,
  denied,
  group,
  NINE,
  offer,
  PREFERENCES,
  slotAt,
  withAppointment,
} from '../../../tests/checks/delegate.ts';
import { describeChecks, describeVerdicts } from '../../../tests/checks/describe-checks.ts';
import type { SmallHistory } from '../../../tests/checks/small-history.ts';
import { appointments } from './appointments.ts';

const NINE_30 = slotAt('nine-30', '2026-02-09T14:30:00.000Z', '9:30 AM EST');
const ROW = { id: APPOINTMENT, state: 'scheduled', slot: NINE, actions: ['reschedule', 'cancel'] };

const listing = (history: SmallHistory, ...rows: readonly object[]) =>
  history.call('practice', 'list-peer-to-peer', { answer: { appointments: rows } }).until();

const cancel = (history: SmallHistory, reason: string, status = 200, state = 'cancelled') =>
  history
    .call('practice', 'cancel-peer-to-peer', {
      path: { id: APPOINTMENT },
      body: { reason },
      status,
      answer: status < 300 ? { id: APPOINTMENT, state } : {},
    })
    .until();

const reschedule = (answer: object) =>
  withAppointment()
    .call('practice', 'reschedule-peer-to-peer', {
      path: { id: APPOINTMENT },
      body: { preferences: PREFERENCES, slot: 'nine-30' },
      answer: {
        id: APPOINTMENT,
        revision: 2,
        slot: NINE_30,
        requestedAt: '2026-02-03T16:00:00.000Z',
        ...answer,
      },
    })
    .until();

const canceled = () => change(withAppointment(), 'cancelled', 'No longer needed.');
const begun = () => withAppointment().at('2026-02-09T09:00:00.001-05:00');

describeChecks('appointments of a peer-to-peer', appointments, {
  'p2p.scheduled.only-after-submit': {
    kept: () => listing(offer(denied())),
    broken: () => listing(offer(denied()), ROW),
    observed: { ownAppointments: 1 },
  },
  'p2p.manage.my-requests-list': {
    kept: () => listing(withAppointment(), ROW),
    broken: () => listing(withAppointment()),
    observed: { scheduledAppointments: [] },
  },
  'p2p.manage.actions-menu': {
    kept: () => listing(withAppointment(), ROW),
    broken: () => listing(withAppointment(), { ...ROW, actions: ['cancel'] }),
    observed: { actions: [{ appointment: APPOINTMENT, actions: ['cancel'] }] },
  },
  'p2p.manage.reschedule-same-choice': {
    kept: () => reschedule({}),
    broken: () => reschedule({ id: 'appointment-2', revision: 1 }),
    observed: { appointment: 'appointment-2', revision: 1 },
  },
  'p2p.manage.cancel-needs-reason': {
    kept: () => cancel(withAppointment(), ' ', 422),
    broken: () => cancel(withAppointment(), ' '),
    observed: { answer: 200 },
  },
  'p2p.online.end-to-end': {
    kept: () => cancel(withAppointment(), 'No longer needed.'),
    broken: () => cancel(withAppointment(), 'No longer needed.', 200, 'scheduled'),
    observed: { state: 'scheduled' },
  },
  'p2p.manage.cancel-frees-and-terminal': {
    kept: () => cancel(canceled(), 'Once more.', 409),
    broken: () => cancel(canceled(), 'Once more.'),
    observed: { answer: 200 },
  },
  'p2p.manage.not-after-start': {
    kept: () => cancel(begun(), 'Too late.', 409),
    broken: () => cancel(begun(), 'Too late.'),
    observed: { answer: 200 },
  },
});

describeVerdicts('more on appointments', appointments, [
  {
    it: 'leaves it open whether a moved appointment counts as requested anew',
    rule: 'p2p.manage.reschedule-same-choice',
    history: () => reschedule({ requestedAt: '2026-02-03T17:00:00.000Z' }),
    verdicts: ['depends'],
  },
  {
    it: 'lets the slot of a canceled appointment be booked again',
    rule: 'p2p.manage.cancel-frees-and-terminal',
    history: () => book(offer(canceled(), [group([NINE])]), { id: 'appointment-2', status: 409 }).until(),
    verdicts: ['violated'],
  },
  {
    it: 'may be changed at the very start',
    rule: 'p2p.manage.not-after-start',
    history: () => cancel(withAppointment().at('2026-02-09T09:00:00-05:00'), 'At the start.', 409),
    verdicts: [],
  },
  {
    it: 'must offer no action once it was canceled',
    rule: 'p2p.manage.actions-menu',
    history: () => listing(canceled(), { ...ROW, state: 'cancelled' }),
    verdicts: ['violated'],
  },
]);
