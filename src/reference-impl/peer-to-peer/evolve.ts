import type { PortalState } from '../core/state.ts';
import type { DelegateDomainEvent, DelegateEventOf } from '../delegate/event.ts';
import type { Appointment } from '../delegate/state.ts';

function schedule(state: PortalState, event: DelegateEventOf<'consultation-scheduled'>): void {
  const { type: _type, at: _at, case: _case, appointment: id, cases, ...booked } = event;
  const known = state.delegate.appointments.get(id);
  if (known) {
    Object.assign(known, {
      ...booked,
      requestedAt: known.requestedAt,
      user: known.user,
      contact: known.contact,
    });
    return;
  }
  const made: Appointment = {
    id,
    ...booked,
    cases: cases.map((one) => ({ ...one, outcome: null })),
    state: 'scheduled',
    cancelReason: null,
  };
  state.delegate.appointments.set(id, made);
}

/** Applies what happened to peer-to-peer appointments. */
export function evolvePeerToPeer(state: PortalState, event: DelegateDomainEvent): void {
  const { delegate } = state;
  switch (event.type) {
    case 'consultation-scheduled':
      schedule(state, event);
      break;
    case 'consultation-changed': {
      const talk = delegate.appointments.get(event.appointment);
      if (talk)
        Object.assign(talk, {
          state: event.to,
          cancelReason: event.to === 'cancelled' ? event.reason : null,
        });
      break;
    }
    case 'consultation-became-consultative':
      for (const one of delegate.appointments.get(event.appointment)?.cases ?? [])
        if (one.caseNumber === event.case) one.level = 'consultative';
      break;
    case 'consultation-outcome':
      for (const one of delegate.appointments.get(event.appointment)?.cases ?? [])
        if (one.caseNumber === event.case) one.outcome = event.outcome;
      break;
    default:
      break;
  }
}
