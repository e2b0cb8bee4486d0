import type { Permission, PortalOperationId } from '../../src/contract/index.ts';

/** One operation as somebody might try it. `about` says what its path names; `needs` is the permission at the site. */
export type Row = {
  readonly op: PortalOperationId;
  readonly about?: 'request' | 'document';
  /** `newcomer` as an id stands for the request for access to site-pcp that waits. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly needs?: Permission;
  /** Who may do it at all: users of a site, its administrator, staff of the plan, or anybody who is signed in. */
  readonly who: 'site' | 'administrator' | 'staff' | 'administrative' | 'anybody';
  /** Whether staff of the plan does it too. */
  readonly plan?: true;
  /** The roles of staff that do it, where not all do. */
  readonly roles?: readonly string[];
  /** Whether the site that is named to render the service may do it too, and see what it needs to verify. */
  readonly verifies?: true;
};

const ITEMS = { items: ['clinical-notes'] };
const NEWCOMER = {
  user: 'matrix-newcomer',
  name: 'A Newcomer',
  email: 'newcomer@office.example',
  phone: '617-555-0101',
  password: 'a long enough password',
  permissions: [],
};

/** Every operation of the portal's own interface that needs a session; the one that ends it comes last. */
export const ROWS: readonly Row[] = [
  { op: 'show-session', who: 'anybody' },
  { op: 'list-request-types', who: 'anybody' },
  { op: 'find-members', who: 'anybody', query: { query: 'M1000001' } },
  { op: 'find-providers', who: 'anybody', query: { query: 'harbor' } },
  { op: 'find-diagnoses', who: 'anybody', query: { query: 'knee' } },
  { op: 'find-procedures', who: 'anybody', query: { query: 'visit' } },
  { op: 'show-requirements', who: 'anybody', query: { procedure: '29881', date: '2026-02-03' } },
  { op: 'show-criteria', who: 'anybody', path: { id: 'none' } },
  { op: 'request-criteria', who: 'anybody', path: { id: 'none' } },
  { op: 'view-request', who: 'site', plan: true, about: 'request', needs: 'view', verifies: true },
  { op: 'list-requests', who: 'site', plan: true, needs: 'view' },
  { op: 'list-requests', who: 'site', plan: true, needs: 'view', query: { member: 'M1000001' } },
  { op: 'report-authorizations', who: 'site', plan: true, needs: 'view', query: { scope: 'aggregate' } },
  { op: 'list-documents', who: 'site', plan: true, about: 'request', needs: 'view' },
  { op: 'download-document', who: 'site', plan: true, about: 'document', needs: 'view' },
  { op: 'show-fax-cover', who: 'site', about: 'request', needs: 'view' },
  { op: 'show-receipt', who: 'site', path: { id: 'receipt-1' }, needs: 'view' },
  {
    op: 'attach-document',
    who: 'site',
    about: 'request',
    needs: 'upload',
    body: { name: 'a.pdf', description: 'x' },
  },
  { op: 'revise-request', who: 'site', about: 'request', needs: 'revise', body: { units: 1 } },
  { op: 'supply-information', who: 'site', plan: true, about: 'request', body: ITEMS },
  { op: 'reconsider', who: 'site', plan: true, about: 'request', body: { reason: 'x' } },
  { op: 'file-appeal', who: 'site', plan: true, about: 'request', body: { decision: 1, reason: 'x' } },
  {
    op: 'show-eligibility',
    who: 'site',
    plan: true,
    needs: 'eligibility',
    query: { by: 'id', query: 'M1000001' },
  },
  { op: 'list-claims', who: 'site', needs: 'claims' },
  { op: 'list-payments', who: 'site', needs: 'payments' },
  { op: 'download-payment', who: 'site', needs: 'payments', path: { id: 'eop-spec' } },
  { op: 'show-electronic-payment', who: 'site', needs: 'payments' },
  { op: 'register-electronic-payment', who: 'site', needs: 'payments', body: { account: '1', routing: '1' } },
  { op: 'submit-enrollment-change', who: 'site', needs: 'enrollment-changes', body: {} },
  { op: 'list-enrollment-changes', who: 'site', needs: 'enrollment-changes' },
  { op: 'correct-pcp', who: 'site', needs: 'pcp-corrections', body: {} },
  { op: 'list-reports', who: 'anybody' },
  { op: 'show-report', who: 'site', needs: 'enrollment-reports', path: { id: 'member-roster' } },
  { op: 'show-report', who: 'site', needs: 'enrollment-reports', path: { id: 'member-transactions' } },
  { op: 'show-report', who: 'site', needs: 'clinical-reports', path: { id: 'asthma' } },
  { op: 'show-report', who: 'site', needs: 'view', path: { id: 'referred-in' } },
  { op: 'download-report', who: 'site', needs: 'enrollment-reports', path: { id: 'member-roster' } },
  { op: 'list-site-documents', who: 'site', needs: 'site-documents' },
  { op: 'download-site-document', who: 'site', needs: 'site-documents', path: { id: 'posted-spec' } },
  { op: 'list-users', who: 'administrator' },
  { op: 'add-user', who: 'administrator', body: NEWCOMER },
  { op: 'change-user', who: 'administrator', path: { id: 'viewer' }, body: { permissions: ['view'] } },
  { op: 'renew-access', who: 'administrator', path: { id: 'viewer' } },
  { op: 'ask-information', who: 'staff', about: 'request', body: ITEMS },
  {
    op: 'decide',
    who: 'staff',
    roles: ['nurse', 'physician', 'medical-director'],
    about: 'request',
    body: { outcome: 'approved', basis: 'medical-necessity', reason: 'x' },
  },
  { op: 'call', who: 'staff', about: 'request', body: { decision: 1, to: 'member', result: 'reached' } },
  {
    op: 'send-letter',
    who: 'staff',
    about: 'request',
    body: { decision: 1, to: 'member', sections: { determination: 'x' } },
  },
  {
    op: 'hold-discussion',
    who: 'staff',
    roles: ['physician', 'medical-director'],
    about: 'request',
    body: { summary: 'x' },
  },
  { op: 'close', who: 'staff', about: 'request', body: { reason: 'administrative-error' } },
  { op: 'read-audit-trail', who: 'administrative' },
  { op: 'submit-request', who: 'site', needs: 'submit-referral', body: { type: 'referral' } },
  { op: 'submit-request', who: 'site', needs: 'submit-outpatient', body: { type: 'outpatient' } },
  { op: 'submit-request', who: 'site', needs: 'submit-admission', body: { type: 'admission' } },
  { op: 'choose-site', who: 'site', body: { site: 'site-hosp' } },
  {
    op: 'approve-access',
    who: 'administrator',
    plan: true,
    roles: ['administrative', 'support'],
    path: { id: 'newcomer' },
  },
  { op: 'sign-out', who: 'anybody' },
];
