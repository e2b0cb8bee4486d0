import { describeChecks, type KeptAndBroken } from '../../../tests/checks/describe-checks.ts';
import { changed, NUMBER } from '../../../tests/checks/request-entry.ts';
import { authorization, inFeed, referral, revise, revised, view } from '../../../tests/checks/revisions.ts';
import type { History } from '../../history/index.ts';
import { revisions } from './revisions.ts';

type Body = Readonly<Record<string, unknown>>;
type Status = Parameters<typeof referral>[0];

const MORE = { units: 2, remarks: 'Two more visits' };

const mayRevise = (status: Status): KeptAndBroken => ({
  kept: () => revised(referral(status), MORE, 201),
  broken: () => revised(referral(status), MORE, 409),
  observed: { answer: 409 },
});
const mayNotRevise = (status: Status): KeptAndBroken => ({
  kept: () => revised(referral(status), MORE, 409),
  broken: () => revised(referral(status), MORE, 201),
  observed: { answer: 201 },
});
const mustRefuse = (body: Body): KeptAndBroken => ({
  kept: () => revised(referral(), body, 422),
  broken: () => revised(referral(), body, 201),
  observed: { answer: 201 },
});

/** Opened while it was approved, and sent after it had been closed. */
const sentTooLate = (status: number) => (): History =>
  revised(
    changed(view(referral(), { status: 'APPROVED' }), 'CLOSED', 'closure').at('2026-02-03T12:00:00-05:00'),
    MORE,
    status,
  );

const filedUnder = (request: string) => (): History =>
  referral()
    .call('pcp', 'revise-request', {
      case: 'A',
      path: { id: NUMBER },
      body: MORE,
      status: 201,
      answer: { request, revision: 1 },
    })
    .until();

/** A revision that names another procedure, and the record as it stands afterwards. */
const recordShows = (code: string) => (): History =>
  view(revise(referral(), { ...MORE, procedure: '99204' }, 201), {
    referredTo: { affiliation: 'aff-spec' },
    lines: [{ code }],
  }).until();

const LATER = { ...MORE, end: '2026-04-03' };
const ADDING = { units: 0, add: [{ procedure: '97110', units: 4 }], information: ['clinical-notes'] };

describeChecks('revisions', revisions, {
  'portal.status.approved-editable': mayRevise('APPROVED'),
  'portal.status.medreview-editable': mayRevise('MEDREVIEW'),
  'portal.status.closed-not-editable': mayNotRevise('CLOSED'),
  'portal.status.pend-not-editable': mayNotRevise('PEND'),
  'portal.status.denied-not-editable': mayNotRevise('DENIED'),
  'portal.status.server-side-enforced': {
    kept: sentTooLate(409),
    broken: sentTooLate(201),
    observed: { answer: 201 },
  },
  'portal.revise.permission': {
    kept: () => revised(referral(), MORE, 403, 'specialist'),
    broken: () => revised(referral(), MORE, 201, 'specialist'),
    observed: { answer: 201 },
  },
  'portal.revise.submit': {
    kept: filedUnder(NUMBER),
    broken: filedUnder('26034R00002'),
    observed: { request: '26034R00002' },
  },
  'portal.revise.referral-fields-only-units-remarks': {
    kept: recordShows('99203'),
    broken: recordShows('99204'),
    observed: { procedure: '99204' },
  },
  'portal.referral.outside-dates-new-request': {
    kept: () => revised(referral(), LATER, 422),
    broken: () => inFeed(revise(referral(), LATER, 201), 2, '2026-04-03').until(),
    observed: { movedTo: ['2026-04-03'] },
  },
  'portal.revise.add-procedure': {
    kept: () => revised(authorization(), ADDING, 201),
    broken: () => revised(authorization(), ADDING, 409),
    observed: { answer: 409 },
  },
  'portal.revise.no-change-refused': mustRefuse({ units: 0, remarks: ' ' }),
  'portal.revise.units-valid': mustRefuse({ units: 1.5, remarks: 'More visits' }),
  'portal.revise.remarks-limit': {
    kept: () => revised(referral(), { units: 1, remarks: 'a'.repeat(255) }, 201),
    broken: () => revised(referral(), { units: 1, remarks: 'a'.repeat(256) }, 201),
    observed: { answer: 201 },
  },
});
