import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { NUMBER, OUTPATIENT, signedIn, submit } from '../../../tests/checks/request-entry.ts';
import { SmallHistory } from '../../../tests/checks/small-history.ts';
import { delegated } from './delegated.ts';

/** The number that a delegate gave to a request that was made to it. */
const DELEGATES_NUMBER = 'D-1';

/** A request that a delegate decided, as the plan takes it in on Monday, 02/09/2026. */
const decidedBy = (
  delegate: string,
  outcome: 'approved' | 'denied',
  organization: string | null = delegate,
) =>
  new SmallHistory('2026-02-09T08:00:00-05:00')
    .at('2026-02-09T10:00:00-05:00')
    .inject(
      {
        kind: 'delegate-decision',
        delegate,
        number: DELEGATES_NUMBER,
        site: 'site-pcp',
        member: 'M1000001',
        provider: 'dr-spec',
        affiliation: 'aff-spec',
        procedure: delegate === 'cvs' ? 'J0135' : '70551',
        units: 1,
        start: '2026-02-09',
        end: '2026-04-30',
        outcome,
        receivedAt: '2026-02-06T10:00:00-05:00',
        role: 'physician',
      },
      { case: 'A', answer: { request: DELEGATES_NUMBER } },
    )
    .feed(
      {
        type: 'received',
        request: DELEGATES_NUMBER,
        requestType: 'outpatient',
        reviewType: 'preservice',
        urgency: 'standard',
        setting: 'outpatient',
        channel: 'delegate',
      },
      'A',
    )
    .feed(
      {
        type: 'decided',
        request: DELEGATES_NUMBER,
        decision: 1,
        reconsideration: false,
        outcome,
        basis: 'medical-necessity',
        reason: 'Decided.',
        by: { role: 'physician', user: null, ...(organization === null ? {} : { organization }) },
        unitsGranted: outcome === 'approved' ? 1 : 0,
      },
      'A',
    );

const imaging = () =>
  decidedBy('evicore', 'approved').call('pcp', 'sign-in', { status: 201, answer: { token: 'masked' } });

const view = (status: number) =>
  imaging()
    .call('pcp', 'view-request', { case: 'A', path: { id: DELEGATES_NUMBER }, status })
    .until();

const revise = (status: number) =>
  imaging()
    .call('pcp', 'revise-request', {
      case: 'A',
      path: { id: DELEGATES_NUMBER },
      body: { procedure: '70553' },
      status,
    })
    .until();

type Reason = 'spinal-surgery' | 'reviewers-unavailable' | 'other';

/** A request to the plan, about which another organization was then asked. */
const consulting = (organization: string, because: Reason, procedure: string, isUnavailable = false) => {
  const history = submit(signedIn(), { ...OUTPATIENT, procedure });
  if (isUnavailable)
    history.inject({ kind: 'care-event', what: 'reviewers-unavailable', request: NUMBER }, { case: 'A' });
  return history.feed({ type: 'consulted', request: NUMBER, organization, because }, 'A').until();
};

describeChecks('delegation', delegated, {
  'um.delegate.cvs-no-medical-denial': {
    kept: () => decidedBy('cvs', 'denied', null).until(),
    broken: () => decidedBy('cvs', 'denied').until(),
    observed: { decidedBy: 'cvs' },
  },
  // 63047 is spinal surgery, the one category on which Focus Health is asked; 29881 is a knee.
  'um.delegate.focus-consultative': {
    kept: () => consulting('focus', 'spinal-surgery', '63047'),
    broken: () => consulting('focus', 'other', '29881'),
  },
  'um.delegate.mrioa-fallback': {
    kept: () => consulting('mrioa', 'reviewers-unavailable', '29881', true),
    broken: () => consulting('mrioa', 'other', '29881'),
    observed: { reviewersOfPlan: 'available' },
  },
  'um.delegate.evicore-auth-visible': {
    kept: () => view(200),
    broken: () => view(404),
    observed: { answer: 404 },
  },
  'um.delegate.evicore-change-new-auth': {
    kept: () => revise(422),
    broken: () => revise(201),
    observed: { answer: 201 },
  },
});
