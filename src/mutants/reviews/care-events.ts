import { changingPreparation } from '../makers/desk.ts';
import { changingEvents, omittingEvents } from '../makers/events.ts';
import type { Mutant } from '../mutant.ts';

/** Faults around a stay and in care management. */
export const careEvents: readonly Mutant[] = [
  omittingEvents({
    id: 'concerns-are-filed',
    breaks: 'um.concurrent.quality-referral',
    summary: 'A quality concern is noted and goes nowhere.',
    when: (event) => event.type === 'referred-on' && event.to === 'quality-review',
  }),
  omittingEvents({
    id: 'programmes-forgotten',
    breaks: 'um.concurrent.care-management-referral',
    summary: 'Care management finds its members by itself.',
    when: (event) => event.type === 'referred-on' && event.to === 'care-management',
  }),
  omittingEvents({
    id: 'aftercare-unanswered',
    breaks: 'um.discharge.oon-aftercare',
    summary: 'Questions about discharge needs go to a mailbox.',
    when: (event) => event.type === 'aftercare-answered',
  }),
  omittingEvents({
    id: 'record-not-requested',
    breaks: 'um.retro.record-request',
    summary: 'Who has gone home is decided on the notes of the first day.',
    when: (event) => event.type === 'record-requested',
  }),
  changingPreparation({
    id: 'discharge-planned-at-discharge',
    breaks: 'um.concurrent.discharge-needs',
    summary: 'Discharge is planned when the bed is needed.',
    change: (event, { accepted }) =>
      event.type === 'discharge-planned' && accepted.notification === null ? null : event,
  }),
  changingPreparation({
    id: 'admissions-planned-late',
    breaks: 'um.discharge.starts-early',
    summary: 'Planning starts with the first review of a planned stay only.',
    change: (event, { accepted }) =>
      event.type === 'discharge-planned' && accepted.notification !== null ? null : event,
  }),
  changingEvents({
    id: 'finished-care-is-preservice',
    breaks: 'um.retro.classification',
    summary: 'The review type is what the form says.',
    change: (event) =>
      event.type === 'received' && event.accepted.reviewType === 'retrospective'
        ? { ...event, accepted: { ...event.accepted, reviewType: 'preservice' } }
        : event,
  }),
];
