import { changingAnswers } from '../makers/answers.ts';
import { changingEvents } from '../makers/events.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in how a peer-to-peer is booked. */
export const booking: readonly Mutant[] = [
  changingEvents({
    id: 'no-talk-without-effect',
    breaks: 'p2p.eligibility.request-consultative-allowed',
    summary: 'What can change nothing is not worth a physician’s time.',
    change: (event) =>
      event.type === 'consultation-scheduled' && event.cases.every(({ level }) => level === 'consultative')
        ? null
        : event,
  }),
  changingAnswers({
    id: 'appointment-without-state',
    breaks: 'p2p.scheduled.on-submit',
    summary: 'The summary shows what the calendar had before.',
    operations: ['schedule-peer-to-peer'],
    change: (body) => {
      body.state = 'missed';
    },
  }),
  changingEvents({
    id: 'first-priority-only',
    breaks: 'p2p.slots.any-listed-selectable',
    summary: 'Who can take a slot of the first priority must.',
    change: (event, { world }) => {
      if (event.type !== 'consultation-scheduled' || event.revision > 1) return event;
      const reviewer = world.delegation?.reviewers.find(({ id }) => id === event.reviewer);
      const decides = event.cases.some(({ level }) => level !== 'consultative');
      return decides && (reviewer?.priority ?? 1) > 1 ? null : event;
    },
  }),
  changingEvents({
    id: 'asked-an-hour-ago',
    breaks: 'p2p.request.time-is-submit',
    summary: 'A request counts from when the page was opened.',
    change: (event) =>
      event.type === 'consultation-scheduled' && event.revision === 1
        ? { ...event, requestedAt: event.requestedAt - 3_600_000 }
        : event,
  }),
  changingEvents({
    id: 'level-of-the-look-up',
    breaks: 'p2p.scheduled.recheck-eligibility',
    summary: 'The level is the one that the page was opened with.',
    change: (event, { delegate }) => {
      if (event.type !== 'consultation-scheduled') return event;
      const cases = event.cases.map((one) => {
        const last = delegate.cases.get(one.caseNumber)?.determinations.at(-1);
        const fresh = last !== undefined && event.at - last.at < 900_000;
        const medicare = delegate.cases.get(one.caseNumber)?.line === 'medicare';
        return fresh && medicare ? { ...one, level: 'pre-decision' as const } : one;
      });
      return { ...event, cases };
    },
  }),
  changingDelegateGate({
    id: 'slot-sold-twice',
    breaks: 'p2p.slots.no-double-booking',
    summary: 'Whoever comes second is sorted out by hand.',
    gate: 'slotFree',
    change: () => () => true,
  }),
  changingEvents({
    id: 'location-lost',
    breaks: 'p2p.contact.fields',
    summary: 'The calendar has no room for a location.',
    change: (event) => {
      if (event.type !== 'consultation-scheduled') return event;
      const { location: _location, ...contact } = event.contact;
      return { ...event, contact };
    },
  }),
  changingDelegateGate({
    id: 'nobody-to-call',
    breaks: 'p2p.contact.must-update-three',
    summary: 'The name is on file.',
    gate: 'talkContact',
    change: (gate) => (contact) =>
      gate({ ...contact, requestingProvider: contact.requestingProvider.trim() || 'on file' }),
  }),
  changingDelegateGate({
    id: 'nine-digits-will-do',
    breaks: 'p2p.contact.phone-format',
    summary: 'A number is what somebody types.',
    gate: 'talkContact',
    change: (gate) => (contact) => (contact.requestingProvider.trim() === '' ? gate(contact) : null),
  }),
];
