import type { DomainEvent } from '../reference-impl/index.ts';
import { refuse } from '../reference-impl/index.ts';
import { atTheDoor, rowsOf } from './door.ts';
import { changing, preparing, strictOn, withGate } from './makers.ts';
import type { Mutant } from './mutant.ts';

/** A plan that leaves out something that it owes around a stay. */
const omitting = (
  id: string,
  breaks: string,
  summary: string,
  fits: (event: DomainEvent) => boolean,
): Mutant => changing(id, breaks, summary, (event) => (fits(event) ? null : event));

/** Faults around a stay, in appeals, criteria, messages, reports and revisions. */
export const aroundCareMutants: readonly Mutant[] = [
  omitting(
    'concerns-are-filed',
    'um.concurrent.quality-referral',
    'A quality concern is noted and goes nowhere.',
    (event) => event.type === 'referred-on' && event.to === 'quality-review',
  ),
  omitting(
    'programmes-forgotten',
    'um.concurrent.care-management-referral',
    'Care management finds its members by itself.',
    (event) => event.type === 'referred-on' && event.to === 'care-management',
  ),
  omitting(
    'aftercare-unanswered',
    'um.discharge.oon-aftercare',
    'Questions about aftercare go to a mailbox.',
    (event) => event.type === 'aftercare-answered',
  ),
  omitting(
    'record-not-requested',
    'um.retro.record-request',
    'Who has gone home is decided on the notes of the first day.',
    (event) => event.type === 'record-requested',
  ),
  preparing(
    'discharge-planned-at-discharge',
    'um.concurrent.discharge-needs',
    'Discharge is planned when the bed is needed.',
    (event, { accepted }) =>
      event.type === 'discharge-planned' && accepted.notification === null ? null : event,
  ),
  preparing(
    'admissions-planned-late',
    'um.discharge.starts-early',
    'Planning starts with the first review of a planned stay only.',
    (event, { accepted }) =>
      event.type === 'discharge-planned' && accepted.notification !== null ? null : event,
  ),
  changing(
    'finished-care-is-preservice',
    'um.retro.classification',
    'The review type is what the form says.',
    (event) =>
      event.type === 'received' && event.accepted.reviewType === 'retrospective'
        ? { ...event, accepted: { ...event.accepted, reviewType: 'preservice' } }
        : event,
  ),
  withGate(
    'appeal-after-reconsideration',
    'um.reconsideration.not-precondition',
    'An appeal asks for a reconsideration first.',
    'appeal',
    (gate) => (request, made) =>
      request.reconsideration || made.reconsideration
        ? gate(request, made)
        : refuse('conflict', 'Ask for reconsideration first.'),
  ),
  atTheDoor(
    'own-criteria-hidden',
    'um.criteria.internal-on-portal',
    'Criteria are for reviewers.',
    ['show-criteria'],
    (body) => {
      delete body.text;
    },
  ),
  omitting(
    'grid-changes-without-a-word',
    'um.program.pa-change-notice',
    'A new grid is loaded overnight.',
    (event) => event.type === 'announced',
  ),
  omitting(
    'criteria-never-sent',
    'um.criteria.proprietary-on-request',
    'A request for proprietary criteria is noted.',
    (event) => event.type === 'criteria-sent',
  ),
  {
    id: 'messages-a-day-later',
    breaks: 'um.contact.after-hours-next-bd',
    summary: 'Messages of the night are heard with the next night’s.',
    make: (parts) => ({
      ...parts,
      desk: { ...parts.desk, retrieveAt: (left, pack) => parts.desk.retrieveAt(left, pack) + 86_400_000 },
    }),
  },
  atTheDoor(
    'member-report-lacks-a-row',
    'um.confirm.report-scopes',
    'The report by member shows the newest only.',
    ['report-authorizations'],
    (body) => {
      if (body.scope === 'member') body.rows = rowsOf(body, 'rows').slice(1);
    },
  ),
  {
    id: 'aggregate-of-everybody',
    breaks: 'um.visibility.own-aggregate',
    summary: 'The aggregate report counts what was referred to the site as its own.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) => {
        const body = answer.body as { scope?: unknown; rows?: unknown[] } | null;
        if (context.operation !== 'report-authorizations' || body?.scope !== 'aggregate') return answer;
        const rows = [...(context.state?.requests.keys() ?? [])].map((id) => ({
          id,
          member: 'M0',
          procedure: '',
          status: 'M',
          units: 0,
          start: '2026-01-01',
          end: '2026-01-01',
        }));
        return { ...answer, body: { ...body, rows } };
      },
    }),
  },
  withGate(
    'documents-with-the-request-only',
    'um.submit.docs-upload-supported',
    'What comes later goes by fax.',
    'supply',
    () => () => refuse('conflict', 'Please fax what you want to add.'),
  ),
  withGate(
    'approved-is-final',
    'um.concurrent.revise-existing',
    'An approved authorization cannot be changed; one asks anew.',
    'revise',
    (gate) => (request, revision, today, pack) =>
      request.status === 'APPROVED' &&
      request.accepted.type !== 'referral' &&
      request.accepted.delegate === null
        ? refuse('conflict', 'Please submit a new request.')
        : gate(request, revision, today, pack),
  ),
  withGate(
    'more-care-without-documents',
    'um.concurrent.docs',
    'More of the same needs no new documents.',
    'revise',
    (gate) => (request, revision, today, pack) =>
      gate(request, { ...revision, information: ['clinical-notes'] }, today, pack),
  ),
  strictOn(
    'nothing-after-the-fact',
    'um.program.review-types',
    'The form takes future dates only.',
    ({ end, type }, { today }) =>
      type !== 'referral' && typeof end === 'string' && end < today
        ? [{ path: 'reviewType', code: 'not-allowed', detail: 'this service is over' }]
        : [],
  ),
  strictOn(
    'outpatient-courses-not-continued',
    'um.concurrent.scope',
    'Concurrent review is for hospitals.',
    ({ reviewType, setting }) =>
      reviewType === 'concurrent' && setting !== 'inpatient'
        ? [{ path: 'reviewType', code: 'not-allowed', detail: 'for stays only' }]
        : [],
  ),
];
