import { overturnedAtConsultation } from '../makers/consultation.ts';
import { changingEvents } from '../makers/events.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in what is open to a provider after a determination of the delegate, by line of business. */
export const afterDetermination: readonly Mutant[] = [
  changingEvents({
    id: 'talk-is-no-reconsideration',
    breaks: 'postdecision.medicaid.recon-channels',
    summary: 'Only the web can ask for a reconsideration.',
    change: (event) =>
      event.type === 'case-reconsideration-requested' && event.by === 'consultation' ? null : event,
  }),
  changingEvents({
    id: 'talks-never-overturn',
    breaks: 'postdecision.medicaid.p2p-can-change-decision',
    summary: 'What was agreed on the phone is not entered.',
    change: (event) => {
      if (event.type === 'case-determined' && event.cause === 'consultation' && event.outcome !== 'denied')
        return null;
      return event;
    },
  }),
  changingDelegateGate({
    id: 'denied-without-warning',
    breaks: 'predecision.medicare.notify-before-denial',
    summary: 'Medicare is handled as Medicaid is.',
    gate: 'decideAnnounced',
    change: () => () => null,
  }),
  changingEvents({
    id: 'due-some-day',
    breaks: 'predecision.medicare.notice-states-due-date',
    summary: 'The notice asks for an early answer.',
    change: (event) =>
      event.type === 'case-notice-sent' && event.about === 'pre-decision' ? { ...event, dueAt: null } : event,
  }),
  changingDelegateGate({
    id: 'due-date-not-awaited',
    breaks: 'predecision.medicare.info-before-due',
    summary: 'Who has not answered by the morning is denied.',
    gate: 'decideDue',
    change: (gate) => (context) =>
      [...context.state.delegate.appointments.values()].some(({ cases }) =>
        cases.some(({ caseNumber }) => caseNumber === context.file.id),
      )
        ? gate(context)
        : null,
  }),
  changingDelegateGate({
    id: 'talk-not-awaited',
    breaks: 'predecision.medicare.hold-when-only-consult',
    summary: 'A decision does not wait for a scheduled peer-to-peer.',
    gate: 'decideDue',
    change: (gate) => (context) =>
      [...context.state.delegate.appointments.values()].some(
        ({ cases, state }) =>
          state === 'scheduled' && cases.some(({ caseNumber }) => caseNumber === context.file.id),
      )
        ? null
        : gate(context),
  }),
  changingEvents({
    id: 'booked-talk-left-as-it-was',
    breaks: 'predecision.medicare.info-received-no-hold',
    summary: 'Nobody looks at the calendar when a case is decided.',
    change: (event) => (event.type === 'consultation-became-consultative' ? null : event),
  }),
  changingEvents({
    id: 'medicare-overturned-in-a-talk',
    breaks: 'postdecision.medicare.consult-cannot-overturn',
    summary: 'A physician who is convinced approves.',
    change: overturnedAtConsultation('medicare'),
  }),
];
