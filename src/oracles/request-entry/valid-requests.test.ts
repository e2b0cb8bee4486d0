import { describeChecks, type KeptAndBroken } from '../../../tests/checks/describe-checks.ts';
import {
  ADMISSION,
  decided,
  NUMBER,
  OUTPATIENT,
  received,
  servicing,
  signedIn,
  submit,
} from '../../../tests/checks/request-entry.ts';
import { type SmallHistory, withChanges } from '../../../tests/checks/small-history.ts';
import type { History } from '../../history/index.ts';
import { validRequests } from './valid-requests.ts';

type Body = Readonly<Record<string, unknown>>;

/** An authorization with these entries, of which the portal said that these documents are missing. */
const asked = (changes: Body, missing: readonly string[] = []): SmallHistory =>
  received(
    submit(signedIn(), withChanges(OUTPATIENT, changes), {
      answer: { id: NUMBER, status: 'PEND', missing },
    }),
    { requestType: 'outpatient', setting: 'surgical' },
  );

/** Approved with all of its documents, and approved without one of them. */
const approvedWith = (changes: Body, all: readonly string[], lacking: string): KeptAndBroken => ({
  kept: () => decided(asked({ ...changes, information: all })).until(),
  broken: () => decided(asked({ ...changes, information: all.filter((item) => item !== lacking) })).until(),
  observed: { approval: 'approved' },
});

const OXYGEN = { procedure: 'E1390', ...servicing('vendor', 'aff-vendor') };
const FORMULA = { procedure: 'B4150', enteral: { product: 'Formula', quantity: '30 cans' } };
const WITH_FORM = ['prescription', 'enteral-review-form'];

/** What the portal names as missing of an authorization that came with these documents. */
const named = (changes: Body, information: readonly string[], missing: readonly string[]) => (): History =>
  asked({ ...changes, information }, missing).until();

/** An observation that became an admission of the same member at the same site. */
function observed(closed: boolean): History {
  const observation = { kind: 'observation', startedAt: '2026-02-03T08:00:00-05:00' };
  const admission = { kind: 'emergency-admission', startedAt: '2026-02-03T20:00:00-05:00', from: NUMBER };
  const first = received(
    submit(
      signedIn('hospital'),
      withChanges(ADMISSION, { type: 'outpatient', setting: 'observation', notification: observation }),
      { by: 'hospital' },
    ),
    { requestType: 'outpatient', setting: 'observation' },
  ).at('2026-02-03T21:00:00-05:00');
  const second = submit(first, withChanges(ADMISSION, { notification: admission }), {
    by: 'hospital',
    case: 'B',
    answer: { id: '26034R00002', status: 'PEND' },
  });
  if (closed) second.feed({ type: 'closed', request: NUMBER, reason: 'level-of-care-change' }, 'A');
  return second.until();
}

describeChecks('valid requests', validRequests, {
  'um.valid.prescription': approvedWith(
    { procedure: 'S9494' },
    ['prescription', 'clinical-notes'],
    'prescription',
  ),
  'um.enteral.prescription': approvedWith(FORMULA, WITH_FORM, 'prescription'),
  'um.dme.approval-precondition': approvedWith(
    OXYGEN,
    ['prescription', 'supporting-documentation'],
    'supporting-documentation',
  ),
  'um.dme.attachments': {
    kept: named(OXYGEN, ['prescription'], ['supporting-documentation']),
    broken: named(OXYGEN, ['prescription'], []),
    observed: { overlooked: ['supporting-documentation'] },
  },
  'um.enteral.form': {
    kept: () => decided(asked({ ...FORMULA, information: WITH_FORM })).until(),
    broken: () =>
      decided(asked({ ...FORMULA, enteral: { product: 'Formula' }, information: WITH_FORM })).until(),
    observed: { approval: 'approved' },
  },
  'um.valid.clinical-docs': {
    kept: named({}, [], ['clinical-notes']),
    broken: named({}, [], []),
    observed: { overlookedAtReceipt: ['clinical-notes'] },
  },
  'um.valid.all-conditions': {
    kept: named({}, ['clinical-notes'], []),
    broken: named({}, ['clinical-notes'], ['operative-report']),
    observed: { namedAsMissing: ['operative-report'] },
  },
  'um.status.obs-to-inpatient-closes': {
    kept: () => observed(true),
    broken: () => observed(false),
    observed: { closedFor: null, admission: '26034R00002' },
  },
});
