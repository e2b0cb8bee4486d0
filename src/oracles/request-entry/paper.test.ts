import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { decided, NUMBER, OUTPATIENT, received, signedIn } from '../../../tests/checks/request-entry.ts';
import { type SmallHistory, withChanges } from '../../../tests/checks/small-history.ts';
import type { Injection } from '../../contract/index.ts';
import { paper } from './paper.ts';

type Body = Readonly<Record<string, unknown>>;

/** An authorization that came by fax, with a form that is complete or not. */
function faxed(changes: Body, complete: boolean, status = 202): SmallHistory {
  const body = {
    kind: 'paper-request',
    channel: 'fax',
    site: 'site-pcp',
    form: { name: 'Prior Authorization Request Form', complete },
    draft: withChanges(OUTPATIENT, changes),
  } as Injection;
  return signedIn().inject(body, {
    case: 'A',
    status,
    answer: status === 202 ? { request: NUMBER } : {},
  });
}

const taken = (changes: Body, complete: boolean): SmallHistory =>
  received(faxed(changes, complete), { requestType: 'outpatient', setting: 'surgical', channel: 'fax' });

describeChecks('requests on paper', paper, {
  'um.valid.paper-form': {
    kept: () =>
      decided(
        taken({}, false).feed(
          { type: 'information-received', request: NUMBER, items: ['authorization-form'] },
          'A',
        ),
      ).until(),
    broken: () => decided(taken({}, false)).until(),
    observed: { approval: 'approved' },
  },
  'um.delegate.evicore-direct': {
    kept: () => taken({ procedure: '70551' }, true).until(),
    broken: () => decided(taken({ procedure: '70551' }, true)).until(),
    observed: { decisionOfPlan: 'approved' },
  },
  'um.submit.fax-fallback': {
    kept: () => taken({}, true).until(),
    broken: () => faxed({}, true, 404).until(),
    observed: { answer: 404, request: null },
  },
});
