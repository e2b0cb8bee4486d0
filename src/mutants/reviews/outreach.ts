import { refuse } from '../../reference-impl/index.ts';
import { changingPreparation } from '../makers/desk.ts';
import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in requests for additional information and in discussions before a denial. */
export const outreach: readonly Mutant[] = [
  changingPreparation({
    id: 'no-outreach',
    breaks: 'um.info.outreach-before-denial',
    summary: 'Denials go out on the file as it is.',
    change: (event) => (event.type === 'reached-out' && event.about === 'potential-denial' ? null : event),
  }),
  changingPreparation({
    id: 'no-peer-offered',
    breaks: 'um.denial.pre-denial-discussion',
    summary: 'The offer of a discussion stands in the denial letter only.',
    change: (event) => (event.type === 'discussion-offered' ? null : event),
  }),
  {
    id: 'waits-for-an-answer',
    breaks: 'um.info.decide-without-response',
    summary: 'A request rests until the provider calls back.',
    make: (parts) => ({
      ...parts,
      desk: {
        ...parts.desk,
        actAt: (open) =>
          open.duty === 'decision' &&
          open.request.notes.some((note) => note.type === 'reached-out' && note.respondBy !== null)
            ? null
            : parts.desk.actAt(open),
      },
    }),
  },
  changingGate({
    id: 'nurse-discusses',
    breaks: 'um.denial.discussion-with-physician',
    summary: 'The nurse who knows the file holds the discussion.',
    gate: 'discuss',
    change: (gate) => (role) => (role === 'nurse' ? null : gate(role)),
  }),
  changingGate({
    id: 'appeal-after-reconsideration',
    breaks: 'um.reconsideration.not-precondition',
    summary: 'An appeal asks for a reconsideration first.',
    gate: 'appeal',
    change: (gate) => (request, made) =>
      request.reconsideration || made.reconsideration
        ? gate(request, made)
        : refuse('conflict', 'Ask for reconsideration first.'),
  }),
  changingPreparation({
    id: 'outside-reviewers-call-unasked',
    breaks: 'um.delegate.mrioa-contact',
    summary: 'Outside reviewers have the telephone list.',
    change: (event) =>
      event.type === 'consulted' && event.because === 'reviewers-unavailable' ? null : event,
  }),
];
