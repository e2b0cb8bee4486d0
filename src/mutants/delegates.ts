import { changing, laxOn, preparing, strictOn, withGate } from './makers.ts';
import { categoryOf, type Mutant } from './mutant.ts';

/** A portal that takes what a delegate should be asked for. */
const takes = (id: string, breaks: string, summary: string, category: string, medicaid?: boolean): Mutant =>
  laxOn(id, breaks, summary, 'not-delegated', (draft, { state }) => {
    const line = state.members.get(String(draft.member))?.lineOfBusiness;
    return (
      categoryOf(state, draft.procedure) === category &&
      (medicaid === undefined || (line === 'medicaid') === medicaid)
    );
  });

/** Faults in who is asked and who decides where a delegate is involved. */
export const delegateMutants: readonly Mutant[] = [
  takes('imaging-in-house', 'um.delegate.evicore-services', 'Imaging is reviewed in house.', 'imaging'),
  takes('sleep-in-house', 'um.delegate.sleep-direct', 'Sleep studies are a kind of visit.', 'sleep', false),
  takes(
    'sleep-of-medicaid-in-house',
    'um.delegate.sleep-all-lines',
    'The sleep vendor was set up for the commercial lines.',
    'sleep',
    true,
  ),
  takes(
    'therapy-in-house',
    'um.delegate.bh-optum',
    'Psychotherapy is a visit like any other.',
    'behavioral-health',
  ),
  takes('drugs-in-house', 'um.delegate.cvs-scope', 'Infused drugs are thought to be medical.', 'drug'),
  strictOn(
    'imaging-always-delegated',
    'um.delegate.evicore-exempt-settings',
    'The code alone decides where to ask.',
    ({ procedure, setting }, { state }) =>
      categoryOf(state, procedure) === 'imaging' && setting === 'surgical'
        ? [{ path: 'procedure', code: 'delegated', detail: 'ask the delegate' }]
        : [],
  ),
  withGate(
    'delegate-denies-drugs',
    'um.delegate.cvs-no-medical-denial',
    'What the drug manager says is taken over.',
    'delegateDecides',
    () => () => true,
  ),
  preparing(
    'consultant-for-everything',
    'um.delegate.focus-consultative',
    'The spine consultant is asked about every operation.',
    (event, { accepted }, state) =>
      event.type === 'consulted' && categoryOf(state, accepted.procedure) === 'surgery'
        ? { ...event, organization: 'focus' }
        : event,
  ),
  preparing(
    'outside-reviewers-by-default',
    'um.delegate.mrioa-fallback',
    'Complex cases go to the outside reviewers.',
    (event) =>
      event.type === 'consulted' && event.because === 'complex' ? { ...event, organization: 'mrioa' } : event,
  ),
  preparing(
    'outside-reviewers-call-unasked',
    'um.delegate.mrioa-contact',
    'Outside reviewers have the telephone list.',
    (event) => (event.type === 'consulted' && event.because === 'reviewers-unavailable' ? null : event),
  ),
  withGate(
    'delegate-number-not-loaded',
    'um.delegate.evicore-auth-visible',
    'Numbers of the delegate stay in the delegate’s portal.',
    'see',
    (gate) => (state, request, site) =>
      request.accepted.delegate === null ? gate(state, request, site) : 'nothing',
  ),
  withGate(
    'study-changed-on-the-number',
    'um.delegate.evicore-change-new-auth',
    'A change of study is an edit.',
    'revise',
    (gate) => (request, revision, today, pack) =>
      request.accepted.delegate === null ? gate(request, revision, today, pack) : null,
  ),
  changing(
    'behavioral-health-in-house',
    'um.delegate.bh-oon-optum',
    'What comes by fax is decided by the plan’s own reviewers.',
    (event) => {
      if (event.type !== 'decided' || event.by.organization !== 'optum') return event;
      return { ...event, by: { role: event.by.role, user: event.by.user } };
    },
  ),
];
