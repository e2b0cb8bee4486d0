import type { Mutant } from '../mutant.ts';
import { misreadingLimit } from './makers.ts';
import { both, LETTERS, neverComplete, type When } from './when.ts';

const informedLater: When = ({ request }) => (request.informationCompleteAt ?? 0) > request.receivedAt;

/** A stay that is asked about on a Friday, when a business day is longer than 24 hours. */
const beforeWeekend: When = ({ request }) =>
  request.accepted.setting === 'inpatient' && new Date(request.receivedAt).getUTCDay() === 5;

/** So late that the cap of fourteen days is what binds. */
const informedLate: When = ({ request }) =>
  (request.informationCompleteAt ?? 0) - request.receivedAt > 10 * 86_400_000;

const rowIs =
  (review: string, urgency: string): When =>
  ({ request }) =>
    request.accepted.reviewType === review &&
    request.accepted.urgency === urgency &&
    request.reconsideration === null;

/** Misreadings of the time table that have rules of their own. */
export const misreadings: readonly Mutant[] = [
  misreadingLimit({
    id: 'urgent-clock-waits-for-information',
    breaks: 'um.preservice-urgent.no-info-dependency',
    summary: 'A work queue that starts the urgent clock once the file is complete.',
    duties: ['decision'],
    when: both(rowIs('preservice', 'urgent'), informedLater),
    waits: both(rowIs('preservice', 'urgent'), neverComplete),
  }),
  misreadingLimit({
    id: 'pending-stops-the-clock',
    breaks: 'um.time.pending-no-tolling',
    summary: 'A queue whose clock stands still while a request is pended.',
    duties: ['decision'],
    when: both(rowIs('preservice', 'standard'), informedLate),
  }),
  misreadingLimit({
    id: 'stay-flagged-standard-is-standard',
    breaks: 'um.concurrent-urgent.inpatient-always-urgent',
    summary: 'UM staff relies on the requester’s flag for a continued stay.',
    duties: ['decision'],
    when: both(rowIs('concurrent', 'standard'), beforeWeekend),
  }),
  misreadingLimit({
    id: 'partial-counts-as-approval',
    breaks: 'um.time.partial-both-columns',
    summary: 'A letter run that files partial approvals with the approvals.',
    duties: LETTERS,
    when: ({ determination, parts }) => parts.length > 1 && determination?.outcome === 'partial',
  }),
];
