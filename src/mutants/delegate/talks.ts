import { atTheDoor, instead, problem, rowsOf } from '../door.ts';
import { changing } from '../makers.ts';
import type { Mutant } from '../mutant.ts';
import { DAY, withDelegate } from './makers.ts';
import { casesOf, offered } from './offer.ts';

/** Faults in booking, changing and holding a talk. */
export const talkMutants: readonly Mutant[] = [
  atTheDoor(
    'appointment-without-state',
    'p2p.scheduled.on-submit',
    'The summary shows what the calendar had before.',
    ['schedule-peer-to-peer'],
    (body) => {
      body.state = 'missed';
    },
  ),
  changing(
    'first-priority-only',
    'p2p.slots.any-listed-selectable',
    'Who can take a slot of the first priority must.',
    (event, { world }) => {
      if (event.type !== 'consultation-scheduled' || event.revision > 1) return event;
      const reviewer = world.delegation?.reviewers.find(({ id }) => id === event.reviewer);
      const decides = event.cases.some(({ level }) => level !== 'consultative');
      return decides && (reviewer?.priority ?? 1) > 1 ? null : event;
    },
  ),
  changing(
    'asked-an-hour-ago',
    'p2p.request.time-is-submit',
    'A request counts from when the page was opened.',
    (event) =>
      event.type === 'consultation-scheduled' && event.revision === 1
        ? { ...event, requestedAt: event.requestedAt - 3_600_000 }
        : event,
  ),
  changing(
    'level-of-the-look-up',
    'p2p.scheduled.recheck-eligibility',
    'The level is the one that the page was opened with.',
    (event, { delegate }) => {
      if (event.type !== 'consultation-scheduled') return event;
      const cases = event.cases.map((one) => {
        const last = delegate.cases.get(one.caseNumber)?.determinations.at(-1);
        const fresh = last !== undefined && event.at - last.at < 900_000;
        const medicare = delegate.cases.get(one.caseNumber)?.line === 'medicare';
        return fresh && medicare ? { ...one, level: 'pre-decision' as const } : one;
      });
      return { ...event, cases };
    },
  ),
  withDelegate(
    'slot-sold-twice',
    'p2p.slots.no-double-booking',
    'Whoever comes second is sorted out by hand.',
    'slotFree',
    () => () => true,
  ),
  withDelegate(
    'same-case-twice',
    'p2p.request.no-duplicate-case',
    'Lines are not compared.',
    'talkDuplicate',
    () => () => null,
  ),
  withDelegate(
    'two-talks-about-one-case',
    'p2p.request.no-duplicate-case',
    'A second appointment is made like the first one.',
    'talkOnce',
    () => () => null,
  ),
  instead(
    'one-case-at-a-time',
    'p2p.request.add-another-case',
    'Each talk is about one case.',
    (context, { status }) =>
      context.operation === 'look-up-peer-cases' && status === 200 && casesOf(context.body).length > 1,
    () => problem(422, 'invalid', 'Look up one case at a time.'),
  ),
  instead(
    'nothing-to-discuss-and-offered',
    'p2p.request.each-case-needs-eligibility',
    'One case that can be discussed carries the other.',
    (context, { status, body }) =>
      context.operation === 'offer-slots' &&
      status === 422 &&
      (body as { code?: unknown } | null)?.code === 'not-eligible',
    (context) => offered(context),
  ),
  instead(
    'offer-without-a-case',
    'p2p.request.remove-case',
    'With every case removed the page goes on.',
    (context, { status }) =>
      context.operation === 'offer-slots' && status === 400 && casesOf(context.body).length === 0,
    (context) => offered(context),
  ),
  withDelegate(
    'zone-is-assumed',
    'p2p.request.first-login-timezone',
    'Everybody is thought to live where the plan is.',
    'zoneConfirmed',
    () => () => null,
  ),
  changing('location-lost', 'p2p.contact.fields', 'The calendar has no room for a location.', (event) => {
    if (event.type !== 'consultation-scheduled') return event;
    const { location: _location, ...contact } = event.contact;
    return { ...event, contact };
  }),
  withDelegate(
    'nobody-to-call',
    'p2p.contact.must-update-three',
    'The name is on file.',
    'talkContact',
    (gate) => (contact) =>
      gate({ ...contact, requestingProvider: contact.requestingProvider.trim() || 'on file' }),
  ),
  withDelegate(
    'nine-digits-will-do',
    'p2p.contact.phone-format',
    'A number is what somebody types.',
    'talkContact',
    (gate) => (contact) => (contact.requestingProvider.trim() === '' ? gate(contact) : null),
  ),
  atTheDoor(
    'offer-is-a-booking',
    'p2p.scheduled.only-after-submit',
    'A slot that was looked at is held for good.',
    ['list-peer-to-peer'],
    (body) => {
      const rows = rowsOf(body, 'appointments');
      if (rows.length === 0)
        rows.push({ id: 'talk-0', state: 'scheduled', actions: ['reschedule', 'cancel'] });
    },
  ),
  atTheDoor(
    'no-list-of-talks',
    'p2p.manage.my-requests-list',
    'Appointments are in the mail.',
    ['list-peer-to-peer'],
    (body) => {
      body.appointments = [];
    },
  ),
  atTheDoor(
    'no-actions',
    'p2p.manage.actions-menu',
    'Changes are made by phone.',
    ['list-peer-to-peer'],
    (body) => {
      for (const one of rowsOf(body, 'appointments')) one.actions = [];
    },
  ),
  changing(
    'move-without-a-trace',
    'p2p.manage.reschedule-same-choice',
    'A moved appointment looks like the first one.',
    (event) =>
      event.type === 'consultation-scheduled' && event.revision > 1
        ? { ...event, revision: event.revision - 1 }
        : event,
  ),
  withDelegate(
    'cancelled-without-a-reason',
    'p2p.manage.cancel-needs-reason',
    'The reason is optional.',
    'cancelReason',
    () => () => null,
  ),
  instead(
    'cancel-by-phone',
    'p2p.online.end-to-end',
    'Only a person can cancel.',
    ({ operation }, { status }) => operation === 'cancel-peer-to-peer' && status === 200,
    () => problem(403, 'forbidden', 'Call us to cancel.'),
  ),
  withDelegate(
    'cancelled-comes-back',
    'p2p.manage.cancel-frees-and-terminal',
    'A cancelled appointment can be moved.',
    'talkLive',
    (gate) => (talk) => (talk.state === 'cancelled' ? null : gate(talk)),
  ),
  withDelegate(
    'moved-while-it-runs',
    'p2p.manage.not-after-start',
    'An appointment can be changed on its day.',
    'talkNotStarted',
    () => () => null,
  ),
  withDelegate(
    'outcome-next-week',
    'p2p.outcome.recorded',
    'Outcomes are entered once a week.',
    'deskAt',
    (at) => (what, since) => at(what, since) + (what === 'outcome' ? 5 * DAY : 0),
  ),
];
