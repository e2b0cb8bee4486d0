import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { SmallHistory } from '../../../tests/checks/small-history.ts';
import { documents } from './documents.ts';

const REQUEST = '26034R00001';
const BODY = {
  type: 'referral',
  member: 'M1000001',
  requestingSite: 'site-pcp',
  start: '2026-02-03',
  end: '2026-03-03',
};

/** A referral of the office of the PCP, received at nine in the morning. */
const referral = (): SmallHistory =>
  new SmallHistory('2026-02-03T08:00:00-05:00')
    .at('2026-02-03T09:00:00-05:00')
    .call('pcp', 'sign-in', { status: 201, answer: { token: 'masked', currentSite: 'site-pcp' } })
    .call('pcp', 'submit-request', { case: 'A', body: BODY, status: 201, answer: { id: REQUEST } })
    .feed(
      {
        type: 'received',
        request: REQUEST,
        requestType: 'referral',
        reviewType: 'preservice',
        urgency: 'standard',
        setting: 'outpatient',
      },
      'A',
    );

type File = { name: string; description: string; bytes: number; kind: string; sha256: string };
const NOTES: File = {
  name: 'notes.pdf',
  description: 'Clinic notes',
  bytes: 2000,
  kind: 'pdf',
  sha256: 'a'.repeat(64),
};

const attach = (
  history: SmallHistory,
  status: number,
  file: Partial<File> = {},
  id = 'document-1',
): SmallHistory =>
  history.call('pcp', 'attach-document', {
    case: 'A',
    path: { id: REQUEST },
    body: { ...NOTES, ...file },
    status,
    answer: status === 201 ? { id } : { code: 'refused' },
  });

const row = (id: string, uploadedAt: string, changes: object = {}): object => ({
  id,
  name: NOTES.name,
  description: NOTES.description,
  bytes: NOTES.bytes,
  uploadedAt,
  ...changes,
});

const list = (history: SmallHistory, ...documents: object[]): SmallHistory =>
  history.call('pcp', 'list-documents', { case: 'A', path: { id: REQUEST }, answer: { documents } });

/** Two documents, the second an hour after the first. */
const two = (): SmallHistory =>
  attach(attach(referral(), 201).at('2026-02-03T10:00:00-05:00'), 201, {}, 'document-2');
const FIRST = row('document-1', '2026-02-03T14:00:00.000Z');
const SECOND = row('document-2', '2026-02-03T15:00:00.000Z');

const download = (history: SmallHistory, actor: string, status: number, file: object = {}): SmallHistory =>
  history.call(actor, 'download-document', {
    case: 'A',
    path: { id: REQUEST, document: 'document-1' },
    status,
    answer: status === 200 ? { file } : {},
  });

describeChecks('documents of requests', documents, {
  'portal.docs.upload-steps': {
    kept: () => attach(referral(), 201).until(),
    broken: () => attach(referral(), 422).until(),
    observed: { answer: 422 },
  },
  'portal.docs.file-types': {
    kept: () => attach(referral(), 201, { name: 'SCAN.PDF' }).until(),
    broken: () => attach(referral(), 415, { name: 'SCAN.PDF' }).until(),
  },
  'portal.docs.description-required': {
    kept: () => attach(referral(), 422, { description: ' ' }).until(),
    broken: () => attach(referral(), 201, { description: ' ' }).until(),
  },
  'portal.docs.file-required': {
    kept: () => attach(referral(), 422, { bytes: 0 }).until(),
    broken: () => attach(referral(), 201, { bytes: 0 }).until(),
  },
  // 5 MB is 5,242,880 bytes or 5,000,000: only what is more than both must be refused.
  'portal.docs.max-5mb': {
    kept: () => attach(referral(), 413, { bytes: 5_242_881 }).until(),
    broken: () => attach(referral(), 201, { bytes: 5_242_881 }).until(),
    observed: { answer: 201 },
  },
  'portal.docs.more-any-time': {
    kept: () => attach(referral().at('2026-03-04T09:00:00-05:00'), 201).until(),
    broken: () => attach(referral().at('2026-03-04T09:00:00-05:00'), 409).until(),
  },
  'portal.docs.appears-at-bottom': {
    kept: () =>
      attach(referral(), 201)
        .call('pcp', 'view-request', { case: 'A', path: { id: REQUEST }, answer: { documents: [FIRST] } })
        .until(),
    broken: () =>
      attach(referral(), 201)
        .call('pcp', 'view-request', { case: 'A', path: { id: REQUEST }, answer: { documents: [] } })
        .until(),
    observed: { documents: [] },
  },
  'portal.docs.multiple-per-request': {
    kept: () => list(two(), SECOND, FIRST).until(),
    broken: () => list(two(), SECOND).until(),
    observed: { documents: ['document-2'] },
  },
  'portal.docs.table-columns': {
    kept: () => list(attach(referral(), 201), FIRST).until(),
    broken: () => list(attach(referral(), 201), { ...FIRST, bytes: 1999 }).until(),
  },
  'portal.docs.order-newest-first': {
    kept: () => list(two(), SECOND, FIRST).until(),
    broken: () => list(two(), FIRST, SECOND).until(),
  },
  'portal.docs.download-identical': {
    kept: () =>
      download(attach(referral(), 201), 'pcp', 200, {
        sha256: NOTES.sha256,
        disposition: 'attachment; filename="notes.pdf"',
      }).until(),
    broken: () =>
      download(attach(referral(), 201), 'pcp', 200, {
        sha256: 'b'.repeat(64),
        disposition: 'attachment',
      }).until(),
    observed: { sha256: 'b'.repeat(64) },
  },
  // 04/18/2026 is the Saturday after the third Friday and before the third Sunday: the third weekend by every interpretation.
  'portal.maintenance.edit-and-upload': {
    kept: () =>
      list(
        attach(referral().at('2026-04-18T12:00:00-04:00'), 201),
        row('document-1', '2026-04-18T16:00:00.000Z'),
      ).until(),
    broken: () => list(attach(referral().at('2026-04-18T12:00:00-04:00'), 201)).until(),
  },
});
