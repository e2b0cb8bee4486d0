import { DELEGATE_ACCOUNT_OPERATIONS } from './accounts/delegate-operations.ts';
import { ACCOUNT_OPERATIONS } from './accounts/operations.ts';
import { SESSION_OPERATIONS } from './accounts/session-operations.ts';
import { CASE_LIST_OPERATIONS } from './case-build/list-operations.ts';
import { CASE_BUILD_OPERATIONS } from './case-build/operations.ts';
import { CASE_DECISION_OPERATIONS } from './case-decision/operations.ts';
import { CASE_LOOKUP_OPERATIONS } from './case-lookup/operations.ts';
import { DOCUMENT_OPERATIONS } from './documents/operations.ts';
import { LOOK_UP_OPERATIONS } from './look-up/operations.ts';
import { RECEIPT_OPERATIONS } from './maintenance/operations.ts';
import { NOTICE_OPERATIONS } from './notices/operations.ts';
import type { Operation } from './operation.ts';
import { PEER_OPERATIONS } from './peer-to-peer/operations.ts';
import { OFFICE_OPERATIONS } from './practice-office/operations.ts';
import { CASE_RECONSIDERATION_OPERATIONS } from './reconsideration/case-operations.ts';
import { RECONSIDERATION_OPERATIONS } from './reconsideration/operations.ts';
import { REQUEST_OPERATIONS } from './request-entry/operations.ts';
import { REVIEW_OPERATIONS } from './reviews/operations.ts';
import { REVISION_OPERATIONS } from './revisions/operations.ts';
import { SURFACE_OPERATIONS } from './surface-operations.ts';
import { VIEWER_OPERATIONS } from './viewer/operations.ts';

/** The operations of the delegate’s own portal. */
const DELEGATE_OPERATIONS = {
  ...DELEGATE_ACCOUNT_OPERATIONS,
  ...CASE_LIST_OPERATIONS,
  ...CASE_BUILD_OPERATIONS,
  ...CASE_LOOKUP_OPERATIONS,
  ...CASE_DECISION_OPERATIONS,
  ...CASE_RECONSIDERATION_OPERATIONS,
  ...PEER_OPERATIONS,
} as const satisfies Record<string, Operation>;

/** Every operation of the contract, by id. Adapters, the reference implementation and the OpenAPI document read this. */
export const OPERATIONS = {
  ...SESSION_OPERATIONS,
  ...REQUEST_OPERATIONS,
  ...LOOK_UP_OPERATIONS,
  ...VIEWER_OPERATIONS,
  ...REVIEW_OPERATIONS,
  ...NOTICE_OPERATIONS,
  ...RECONSIDERATION_OPERATIONS,
  ...REVISION_OPERATIONS,
  ...ACCOUNT_OPERATIONS,
  ...DOCUMENT_OPERATIONS,
  ...RECEIPT_OPERATIONS,
  ...OFFICE_OPERATIONS,
  ...DELEGATE_OPERATIONS,
  ...SURFACE_OPERATIONS,
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof OPERATIONS;
/** The operations that a step of a scenario may perform. */
export type PortalOperationId = {
  [K in OperationId]: (typeof OPERATIONS)[K]['surface'] extends 'portal' ? K : never;
}[OperationId];

/** The operations of the delegate’s own portal. */
export type DelegateOperationId = keyof typeof DELEGATE_OPERATIONS;

/** One operation by its id, as the general type. */
export const operation = (id: OperationId): Operation => OPERATIONS[id];

export type { Operation } from './operation.ts';
