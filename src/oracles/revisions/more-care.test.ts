import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import {
  decided,
  NUMBER,
  OUTPATIENT,
  received,
  signedIn,
  submit,
} from '../../../tests/checks/request-entry.ts';
import { authorization, inFeed, revise, revised } from '../../../tests/checks/revisions.ts';
import type { History } from '../../history/index.ts';
import { moreCare } from './more-care.ts';

const supplied = (status: number) => (): History =>
  received(submit(signedIn(), OUTPATIENT), { requestType: 'outpatient', setting: 'surgical' })
    .at('2026-02-03T10:00:00-05:00')
    .call('pcp', 'supply-information', {
      case: 'A',
      path: { id: NUMBER },
      body: { items: ['clinical-notes'] },
      status,
    })
    .until();

const DOCUMENTED = { units: 1, information: ['clinical-notes'] };

/** More care was asked for without documents, taken, and approved or not. */
const bare = (outcome: 'approved' | 'denied') => (): History =>
  decided(inFeed(revise(authorization(), { units: 1 }, 201), 1), {
    decision: 2,
    revision: 1,
    outcome,
    unitsGranted: outcome === 'approved' ? 1 : 0,
  }).until();

describeChecks('more care', moreCare, {
  'um.submit.docs-upload-supported': {
    kept: supplied(201),
    broken: supplied(409),
    observed: { answer: 409 },
  },
  'um.concurrent.revise-existing': {
    kept: () => revised(authorization(), DOCUMENTED, 201),
    broken: () => revised(authorization(), DOCUMENTED, 409),
    observed: { answer: 409 },
  },
  'um.concurrent.docs': {
    kept: bare('denied'),
    broken: bare('approved'),
    observed: { approval: 'approved' },
  },
});
