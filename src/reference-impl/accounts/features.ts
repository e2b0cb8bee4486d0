import type { OperationId, Permission } from '../../contract/index.ts';

/** The permission that an operation needs at the current site. Those of submission depend on the type. */
export const FEATURES: Partial<Record<OperationId, Permission>> = {
  'view-request': 'view',
  'list-requests': 'view',
  'report-authorizations': 'view',
  'list-documents': 'view',
  'download-document': 'view',
  'show-fax-cover': 'view',
  'show-receipt': 'view',
  'attach-document': 'upload',
  'revise-request': 'revise',
  'show-eligibility': 'eligibility',
  'list-claims': 'claims',
  'list-payments': 'payments',
  'download-payment': 'payments',
  'show-electronic-payment': 'payments',
  'register-electronic-payment': 'payments',
  'submit-enrollment-change': 'enrollment-changes',
  'list-enrollment-changes': 'enrollment-changes',
  'correct-pcp': 'pcp-corrections',
  'list-site-documents': 'site-documents',
  'download-site-document': 'site-documents',
};

/** What is done at a site of a provider: the staff of the plan has none. */
export const OF_A_SITE: readonly OperationId[] = [
  'attach-document',
  'revise-request',
  'show-fax-cover',
  'list-claims',
  'list-payments',
  'download-payment',
  'show-electronic-payment',
  'register-electronic-payment',
  'submit-enrollment-change',
  'list-enrollment-changes',
  'correct-pcp',
  'list-site-documents',
  'download-site-document',
];

/** What works for a user whose access to the current site is not open. */
export const WITHOUT_SITE: readonly OperationId[] = ['show-session', 'choose-site', 'sign-out'];
