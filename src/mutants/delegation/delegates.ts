import { changingPreparation } from '../makers/desk.ts';
import { changingGate } from '../makers/gates.ts';
import { categoryOf, type Mutant } from '../mutant.ts';

/** Faults in who decides and who shows what where a delegate is involved. */
export const delegates: readonly Mutant[] = [
  changingGate({
    id: 'delegate-denies-drugs',
    breaks: 'um.delegate.cvs-no-medical-denial',
    summary: 'What the drug manager says is taken over.',
    gate: 'delegateDecides',
    change: () => () => true,
  }),
  changingPreparation({
    id: 'consultant-for-everything',
    breaks: 'um.delegate.focus-consultative',
    summary: 'The spine consultant is asked about every operation.',
    change: (event, { accepted }, state) =>
      event.type === 'consulted' && categoryOf(state, accepted.procedure) === 'surgery'
        ? { ...event, organization: 'focus' }
        : event,
  }),
  changingPreparation({
    id: 'outside-reviewers-by-default',
    breaks: 'um.delegate.mrioa-fallback',
    summary: 'Complex cases go to the outside reviewers.',
    change: (event) =>
      event.type === 'consulted' && event.because === 'complex' ? { ...event, organization: 'mrioa' } : event,
  }),
  changingGate({
    id: 'delegate-number-not-loaded',
    breaks: 'um.delegate.evicore-auth-visible',
    summary: 'Numbers of the delegate stay in the delegate’s portal.',
    gate: 'see',
    change: (gate) => (state, request, site) =>
      request.accepted.delegate === null ? gate(state, request, site) : 'nothing',
  }),
  changingGate({
    id: 'study-changed-on-the-number',
    breaks: 'um.delegate.evicore-change-new-auth',
    summary: 'A change of study is an edit.',
    gate: 'revise',
    change: (gate) => (request, revision, today, pack) =>
      request.accepted.delegate === null ? gate(request, revision, today, pack) : null,
  }),
];
