import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { NUMBER, REFERRAL, received, signedIn, submit } from '../../../tests/checks/request-entry.ts';
import type { SmallHistory } from '../../../tests/checks/small-history.ts';
import type { History } from '../../history/index.ts';
import { deferrals } from './deferrals.ts';

const RECEIPT = 'R-1';

/** What a user is told where no answer can be given at once. */
const NOTICE =
  'Your request was received and will be processed later. Look again in 4 hours or the next morning. ' +
  'Fax documents with the date and time of the request on the cover, or upload them later.';

/** The receipt of a referral that was sent on Tuesday 02/03/2026 at nine. */
const ANSWER = {
  receipt: RECEIPT,
  notice: NOTICE,
  faxNumber: '617-586-1700',
  submitted: '02/03/2026 9:00 AM',
  receivedAt: '2026-02-03T14:00:00.000Z',
};

/** An outage on Tuesday from nine to ten, and a referral in it that gets a receipt. */
const deferred = (changes: object = {}, status = 202): SmallHistory =>
  submit(signedIn().inject({ kind: 'outage', until: '2026-02-03T10:00:00-05:00' }), REFERRAL, {
    status,
    answer: status === 202 ? { ...ANSWER, ...changes } : {},
  });

/** The request that a receipt became, received when it was sent. */
const entered = (history: SmallHistory): SmallHistory =>
  received(history, { receipt: RECEIPT, receivedAt: '2026-02-03T14:00:00.000Z' });

// 04/18/2026 is the Saturday of the third weekend of April by every interpretation; Monday is 04/20.
const SATURDAY = '2026-04-18T12:00:00-04:00';
const onTheWeekend = (status: number, changes: object = {}): SmallHistory =>
  submit(
    signedIn('pcp', SATURDAY),
    { ...REFERRAL, start: '2026-04-20', end: '2026-05-20' },
    {
      status,
      answer: status === 202 ? { ...ANSWER, ...changes } : { id: NUMBER, status: 'APPROVED' },
    },
  );

/** A look at the receipt at an instant, by which the portal has the request or not. */
const lookedAt = (history: () => SmallHistory, instant: string, request: string | null) => (): History =>
  history()
    .at(instant)
    .call('pcp', 'show-receipt', { case: 'A', path: { id: RECEIPT }, answer: { receipt: RECEIPT, request } })
    .until();

const uploaded = (status: number) => (): History =>
  entered(deferred())
    .at('2026-02-03T11:00:00-05:00')
    .call('pcp', 'attach-document', {
      case: 'A',
      path: { id: NUMBER },
      body: { name: 'notes.pdf', description: 'Clinic notes' },
      status,
      answer: status === 201 ? { id: 'document-1' } : { code: 'not-allowed' },
    })
    .until();

describeChecks('requests that get a receipt', deferrals, {
  'portal.response.realtime-screen': {
    kept: () => submit(signedIn(), REFERRAL).until(),
    broken: () => submit(signedIn(), REFERRAL, { status: 202, answer: ANSWER }).until(),
    observed: { answer: 202 },
  },
  'portal.response.deferred-notice': {
    kept: () => deferred().until(),
    broken: () => deferred({ notice: NOTICE.replace('Fax documents', 'Send documents') }).until(),
    observed: { lackingInNotice: ['the fax'] },
  },
  'portal.response.deferred-fax-number': {
    kept: () => deferred().until(),
    broken: () => deferred({ faxNumber: '617-772-5500' }).until(),
    observed: { faxNumber: '617-772-5500' },
  },
  'portal.response.deferred-datetime-for-cover': {
    kept: () => deferred().until(),
    broken: () => deferred({ submitted: '02/03/2026 2:00 PM' }).until(),
    observed: { time: null, dayOfMonth: 3, submitted: '02/03/2026 2:00 PM' },
  },
  'portal.response.deferred-upload-later': {
    kept: uploaded(201),
    broken: uploaded(409),
    observed: { answer: 409 },
  },
  // Four hours after nine is past eight in the morning, so it must be there by eight on the next day.
  'portal.response.deferred-eventually-visible': {
    kept: lookedAt(() => entered(deferred()), '2026-02-04T08:00:00-05:00', NUMBER),
    broken: lookedAt(() => entered(deferred()), '2026-02-04T08:00:00-05:00', null),
    observed: { statusShown: false },
  },
  'portal.response.deferred-not-lost': {
    kept: () => entered(deferred()).until('2026-02-04T09:00:00-05:00'),
    broken: () => deferred().until('2026-02-04T09:00:00-05:00'),
    observed: { requests: 0, receivedAt: null },
  },
  'portal.maintenance.window': {
    kept: () => onTheWeekend(202).until(),
    broken: () => onTheWeekend(201).until(),
    observed: { answer: 201 },
  },
  'portal.maintenance.entry-allowed': {
    kept: () => onTheWeekend(202).until(),
    broken: () => onTheWeekend(503).until(),
    observed: { answer: 503 },
  },
  'portal.maintenance.no-status-until-monday': {
    kept: lookedAt(() => onTheWeekend(202), '2026-04-20T07:59:00-04:00', null),
    broken: lookedAt(() => onTheWeekend(202), '2026-04-20T07:59:00-04:00', NUMBER),
    observed: { statusShown: true },
  },
  'portal.maintenance.deferred-notice-time-wording': {
    kept: () => onTheWeekend(202, { notice: 'Look again on Monday morning.' }).until(),
    broken: () => onTheWeekend(202, { notice: 'Look again in 4 hours.' }).until(),
    observed: { dayInNotice: null },
  },
});
