import { PROCEDURES } from '../codes.ts';
import { claim } from './claims/claim.ts';
import { known } from './known.ts';
import { type Move, writeOne } from './moves.ts';
import type { Pen } from './pen.ts';
import type { Submitted } from './request-entry/submissions.ts';
import { MEMBERS } from './request-entry/unusual-entries.ts';
import { revision } from './revisions/revision.ts';

const CARE = [
  'discharged',
  'emergency-stabilized',
  'primary-care-provider-told',
  'treatment-plan-agreed',
  'treatment-plan-refused',
  'specialist-reported',
  'reviewers-unavailable',
  'quality-concern',
  'suited-to-care-management',
  'aftercare-asked',
];

const FILES: readonly (readonly [string, string])[] = [
  ['notes.pdf', 'pdf:2000'],
  ['SCAN.PDF', 'pdf:120000'],
  ['whole.pdf', 'pdf:4999999'],
  ['limit.pdf', 'pdf:5000000'],
  ['too-much.pdf', 'pdf:5242881'],
  ['nothing.pdf', 'pdf:0'],
  ['notes.txt', 'text:500'],
];
const VIEWERS = [
  'pcp',
  'pcp',
  'specialist',
  'other',
  'pcp-sister',
  'specialist-north',
  'referrals-only',
  'hospital',
  'viewer',
  'outsider',
  'nobody',
];

/** A request that a move is about. */
type About = {
  readonly name: string;
  readonly by: string;
  readonly member: string;
  readonly procedure: string;
};

/** What people of the office may do with a request that they or others sent. */
const OFFICE_MOVES: readonly Move<About>[] = [
  {
    name: 'view the request',
    subject: 'viewer',
    weight: 10,
    after: ['um.visibility.own-requests-only', 'portal.search.by-authorization-id'],
    write: (pen, { name }) => pen.act(pen.draws.pick(VIEWERS), 'view-request', { case: name }),
  },
  {
    name: 'submit additional information',
    subject: 'time-frames',
    weight: 7,
    after: ['um.time.pending-no-tolling', 'um.valid.clinical-docs', 'um.valid.prescription'],
    write: (pen, { name, by }) =>
      pen.act(by, 'supply-information', {
        case: name,
        with: {
          items: pen.draws.pick([
            ['clinical-notes'],
            ['clinical-notes'],
            ['prescription'],
            ['clinical-notes', 'prescription', 'supporting-documentation', 'enteral-review-form'],
          ]),
        },
      }),
  },
  {
    name: 'revise the request',
    subject: 'revisions',
    weight: 9,
    after: ['portal.revise.permission', 'portal.revise.units-valid', 'portal.status.server-side-enforced'],
    write: (pen, { name, by }) =>
      pen.act(
        pen.draws.pick([by, by, 'specialist', 'other', 'referrals-only', 'pcp-sister']),
        'revise-request',
        { case: name, with: revision(pen) },
      ),
  },
  {
    name: 'attach a document',
    subject: 'documents',
    weight: 7,
    after: ['portal.docs.max-5mb', 'portal.docs.file-types', 'portal.docs.description-required'],
    write: (pen, { name, by }) => {
      const [file, content] = pen.draws.pick(FILES);
      pen.act(pen.draws.pick([by, by, by, 'specialist', 'referrals-only', 'other']), 'attach-document', {
        case: name,
        name: `${name}-file`,
        with: {
          name: file,
          description: pen.draws.pick(['Notes', 'Late notes', '   ', 'x'.repeat(256)]),
          content,
        },
      });
    },
  },
  {
    name: 'list the documents',
    subject: 'documents',
    weight: 3,
    after: ['portal.docs.order-newest-first', 'portal.docs.table-columns'],
    write: (pen, { name, by }) =>
      pen.act(pen.draws.pick([by, 'specialist', 'other']), 'list-documents', { case: name }),
  },
  {
    name: 'download a document',
    subject: 'documents',
    weight: 3,
    after: ['portal.docs.download-identical'],
    write: (pen, { name, by }) =>
      pen.act(pen.draws.pick([by, 'specialist', 'other']), 'download-document', {
        case: name,
        path: { id: known(`case.${name}`), document: known(`case.${name}-file`) },
      }),
  },
  {
    name: 'print a fax cover sheet',
    subject: 'documents',
    weight: 2,
    after: ['portal.docs.fax-cover-fields', 'portal.docs.fax-cover-no-member-phi'],
    write: (pen, { name, by }) => pen.act(by, 'show-fax-cover', { case: name }),
  },
  {
    name: 'send a fax',
    subject: 'documents',
    weight: 3,
    after: ['portal.docs.fax-auto-name', 'portal.docs.fax-description'],
    write: (pen, { name }) =>
      pen.inject('fax', {
        request: known(`case.${name}`),
        text: pen.draws.pick(['Notes, page 1', 'Notes, page 2']),
      }),
  },
  {
    name: 'list requests',
    subject: 'access',
    weight: 5,
    after: ['portal.search.filters', 'portal.search.by-member', 'portal.search.by-site'],
    write: (pen, { member }) =>
      pen.act(
        pen.draws.pick(['pcp', 'specialist', 'other', 'two-sites', 'biller', 'nobody']),
        'list-requests',
        pen.draws.chance(0.5)
          ? {}
          : {
              query: pen.draws.pick<Record<string, string>>([
                { member },
                { diagnosis: 'E11.9' },
                { status: 'APPROVED' },
                { member: 'M1000002' },
              ]),
            },
      ),
  },
  {
    name: 'ask for a reconsideration',
    subject: 'reconsideration',
    weight: 9,
    after: ['um.reconsideration.eligible-denials', 'um.reconsideration.provider-only'],
    write: (pen, { name, by }) =>
      pen.act(pen.draws.chance(0.9) ? by : 'other', 'reconsider', {
        case: name,
        with: { reason: 'New findings.' },
      }),
  },
  {
    name: 'file an appeal',
    subject: 'reconsideration',
    weight: 3,
    after: ['um.reconsideration.informal-not-appeal', 'um.reconsideration.not-precondition'],
    write: (pen, { name, by }) =>
      pen.act(pen.draws.pick([by, 'specialist']), 'file-appeal', {
        case: name,
        with: { decision: 1, reason: 'We do not agree.' },
      }),
  },
];

/** What happens around a request, and what its office or a stranger looks up beside it. */
const SURROUNDING_MOVES: readonly Move<About>[] = [
  {
    name: 'an event of care',
    subject: 'reviews',
    weight: 8,
    after: ['um.concurrent.discharge-needs', 'um.concurrent.quality-referral', 'um.discharge.starts-early'],
    write: (pen, { name }) =>
      pen.inject('care-event', { request: known(`case.${name}`), what: pen.draws.pick(CARE) }),
  },
  {
    name: 'a claim for the care',
    subject: 'claims',
    weight: 12,
    after: ['um.pa.failure-payment-denial', 'um.referral.required-for-specialist'],
    write: (pen, { member, procedure }) =>
      claim(pen, member, pen.draws.chance(0.8) ? procedure : pen.draws.pick(PROCEDURES).code),
  },
  {
    name: 'report on authorizations',
    subject: 'practice-office',
    weight: 3,
    after: ['um.confirm.report-scopes', 'um.visibility.own-aggregate'],
    write: (pen, { name, by, member }) =>
      pen.act(by, 'report-authorizations', {
        query: pen.draws.pick<Record<string, string>>([
          { scope: 'member', id: member },
          { scope: 'authorization', id: known(`case.${name}`) },
          { scope: 'aggregate' },
        ]),
      }),
  },
  {
    name: 'a change of coverage',
    subject: 'practice-office',
    weight: 3,
    after: ['portal.eligibility.refreshed-3x-daily', 'um.valid.member-active-at-service'],
    write: (pen, { member }) =>
      pen.inject('eligibility-feed', {
        member: pen.draws.pick([member, ...MEMBERS]),
        coverage: [
          {
            from: '2019-01-01',
            ...(pen.draws.chance(0.8) ? { to: pen.date(pen.draws.pick([-2, -1, 0, 1, 20])) } : {}),
          },
        ],
      }),
  },
  {
    name: 'look up what is required',
    subject: 'request-entry',
    weight: 3,
    after: ['um.lookup.grid-current', 'um.lookup.guidelines-online'],
    write: (pen) =>
      pen.act('pcp', 'show-requirements', {
        query: {
          procedure: pen.draws.chance(0.5)
            ? pen.draws.pick(['64561', '66984', '11402', 'E1390', 'E0110', '99284', 'S9494'])
            : pen.draws.pick(PROCEDURES).code,
          date: pen.draws.pick([pen.date(), '2026-03-31', '2026-04-01']),
          ...(pen.draws.chance(0.5) ? { setting: 'surgical' } : {}),
        },
      }),
  },
  {
    name: 'read or request criteria',
    subject: 'reviews',
    weight: 2,
    after: ['um.criteria.internal-on-portal', 'um.criteria.proprietary-on-request'],
    write: (pen) =>
      pen.act('pcp', pen.draws.pick(['show-criteria', 'request-criteria']), {
        path: { id: pen.draws.pick(['plan-medical-necessity', 'interqual-surgery', 'retired-guideline']) },
      }),
  },
  {
    name: 'leave a message',
    subject: 'reviews',
    weight: 1,
    after: ['um.contact.after-hours-next-bd'],
    write: (pen) =>
      pen.inject('message', {
        id: pen.number('MSG'),
        line: 'utilization-management',
        text: 'Please call back about an authorization.',
      }),
  },
  {
    name: 'decide without being asked',
    subject: 'access',
    weight: 2,
    after: ['portal.access.permission-per-feature', 'um.pa.support-staff-no-decision'],
    write: (pen, { name }) =>
      pen.act(pen.draws.pick(['pcp', 'nurse', 'specialist']), 'decide', {
        case: name,
        with: { outcome: 'approved', basis: 'medical-necessity', reason: 'Criteria met.' },
      }),
  },
];

/** Everything that may follow a request. */
export const AFTER_REQUEST: readonly Move<About>[] = [...OFFICE_MOVES, ...SURROUNDING_MOVES];

/** One more thing that an office, the world or a stranger does about a request. */
export function afterRequest(pen: Pen, { name, by, use, fields }: Submitted): void {
  const entered = String(fields.member ?? 'M1000001');
  writeOne(pen, AFTER_REQUEST, {
    name,
    by,
    member: MEMBERS.includes(entered) ? entered : 'M1000001',
    procedure: String(fields.procedure ?? (use === 'referral' ? '99203' : '29881')),
  });
}
