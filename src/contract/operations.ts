import { z } from 'zod';
import { ACCOUNT_OPERATIONS } from './account-operations.ts';
import {
  appealAct,
  callAct,
  closureAct,
  decisionAct,
  discussionAct,
  informationRequest,
  informationSupply,
  letterAct,
  receipt,
  reconsiderationAct,
  revisionAct,
} from './acts.ts';
import { DELEGATE_ACCOUNT_OPERATIONS } from './delegate/account-operations.ts';
import { CASE_OPERATIONS } from './delegate/case-operations.ts';
import { PEER_OPERATIONS } from './delegate/peer-operations.ts';
import { REVIEW_OPERATIONS } from './delegate/review-operations.ts';
import { DOCUMENT_OPERATIONS } from './document-operations.ts';
import { deferredReceipt } from './documents.ts';
import { diagnosisRows, memberRows, procedureRows, providerRows, typeRows } from './lookup.ts';
import { OFFICE_OPERATIONS } from './office-operations.ts';
import type { Operation } from './operation.ts';
import { setting, status } from './primitives.ts';
import { criteriaView, reportRows, requirementView } from './reference.ts';
import { anyView, requestView, submission } from './request.ts';
import { sessionView, signIn, siteChoice } from './session.ts';
import { SURFACE_OPERATIONS } from './surface-operations.ts';

const search = { query: z.string().min(2).meta({ description: 'At least two characters' }) };
const act = { door: 'portal', method: 'POST', status: 201, answer: receipt } as const;

/** Every operation of the contract, by id. Adapters, the reference portal and the OpenAPI document read this. */
export const OPERATIONS = {
  'sign-in': {
    door: 'portal',
    method: 'POST',
    path: '/sessions',
    capability: 'sessions',
    status: 201,
    summary: 'Sign in; the token goes into `Authorization: Bearer` of every other portal call',
    body: signIn,
    open: true,
    answer: sessionView,
    refusals: [400, 401, 429],
  },
  'show-session': {
    door: 'portal',
    method: 'GET',
    path: '/session',
    capability: 'sessions',
    status: 200,
    summary: 'Who is signed in, with their sites and the current one',
    answer: sessionView,
    refusals: [401],
  },
  'choose-site': {
    door: 'portal',
    method: 'PUT',
    path: '/session/site',
    capability: 'sessions',
    status: 200,
    summary: 'Change the current site to another site of the user',
    body: siteChoice,
    answer: sessionView,
    refusals: [400, 401, 403],
  },
  'list-request-types': {
    door: 'portal',
    method: 'GET',
    path: '/request-types',
    capability: 'requests',
    status: 200,
    summary: 'The types of request that this user may create at the current site',
    answer: typeRows,
    refusals: [401],
  },
  'find-members': {
    door: 'portal',
    method: 'GET',
    path: '/members',
    capability: 'lookup',
    status: 200,
    summary: 'Find members by the start of the id or of the last name, the plan over',
    query: search,
    answer: memberRows,
    refusals: [400, 401],
  },
  'find-providers': {
    door: 'portal',
    method: 'GET',
    path: '/providers',
    capability: 'lookup',
    status: 200,
    summary: 'Find servicing providers by clinician, group or NPI; one row for each affiliation',
    query: search,
    answer: providerRows,
    refusals: [400, 401],
  },
  'find-diagnoses': {
    door: 'portal',
    method: 'GET',
    path: '/diagnoses',
    capability: 'lookup',
    status: 200,
    summary: 'Find diagnoses by code (with or without its dot) or by words',
    query: search,
    answer: diagnosisRows,
    refusals: [400, 401],
  },
  'find-procedures': {
    door: 'portal',
    method: 'GET',
    path: '/procedures',
    capability: 'lookup',
    status: 200,
    summary: 'Find procedures by code or by words',
    query: search,
    answer: procedureRows,
    refusals: [400, 401],
  },
  'submit-request': {
    door: 'portal',
    method: 'POST',
    path: '/requests',
    capability: 'requests',
    status: 201,
    summary:
      'Submit a referral, outpatient or admission request. An Idempotency-Key sent twice makes one request',
    body: submission,
    answer: requestView,
    deferred: { status: 202, answer: deferredReceipt },
    refusals: [400, 401, 403, 422],
  },
  'view-request': {
    door: 'portal',
    method: 'GET',
    path: '/requests/{id}',
    capability: 'requests',
    status: 200,
    summary: 'View a request; a foreign request answers as an unknown one',
    answer: anyView,
    refusals: [401, 404],
  },
  'list-requests': {
    door: 'portal',
    method: 'GET',
    path: '/requests',
    capability: 'requests',
    status: 200,
    summary: 'Requests that the current site made or was named in',
    query: {
      member: z.string().optional(),
      diagnosis: z.string().optional(),
      status: status.optional(),
      direction: z.enum(['made', 'named']).optional(),
    },
    answer: z.strictObject({ requests: z.array(anyView) }),
    refusals: [400, 401],
  },
  'supply-information': {
    ...act,
    path: '/requests/{id}/information',
    capability: 'information',
    summary: 'A provider of the requesting site supplies information',
    body: informationSupply,
    refusals: [400, 401, 403, 404, 409],
  },
  'ask-information': {
    ...act,
    path: '/requests/{id}/information-requests',
    capability: 'information',
    summary: 'The plan’s staff asks for information',
    body: informationRequest,
    refusals: [400, 401, 403, 404, 409],
  },
  decide: {
    ...act,
    path: '/requests/{id}/decisions',
    capability: 'decisions',
    summary: 'The plan’s staff decides; only a physician denies for medical necessity',
    body: decisionAct,
    refusals: [400, 401, 403, 404, 409, 422],
  },
  call: {
    ...act,
    path: '/requests/{id}/calls',
    capability: 'notices',
    summary: 'The plan’s staff records a call about a decision',
    body: callAct,
    refusals: [400, 401, 403, 404, 409],
  },
  'send-letter': {
    ...act,
    path: '/requests/{id}/letters',
    capability: 'notices',
    summary: 'The plan’s staff sends a letter about a decision',
    body: letterAct,
    refusals: [400, 401, 403, 404, 409],
  },
  reconsider: {
    ...act,
    path: '/requests/{id}/reconsiderations',
    capability: 'reconsiderations',
    summary: 'A provider asks that a medical-necessity denial be reconsidered',
    body: reconsiderationAct,
    refusals: [400, 401, 403, 404, 409, 422],
  },
  'revise-request': {
    ...act,
    path: '/requests/{id}/revisions',
    capability: 'revisions',
    summary: 'A provider of the requesting site asks for more care on the same number',
    body: revisionAct,
    refusals: [400, 401, 403, 404, 409, 422],
  },
  'file-appeal': {
    ...act,
    path: '/requests/{id}/appeals',
    capability: 'appeals',
    summary: 'A formal appeal against a decision; no reconsideration need go before it',
    body: appealAct,
    refusals: [400, 401, 403, 404, 409, 422],
  },
  'hold-discussion': {
    ...act,
    path: '/requests/{id}/discussions',
    capability: 'discussions',
    summary: 'A practitioner of the plan records a discussion of a potential denial',
    body: discussionAct,
    refusals: [400, 401, 403, 404, 409],
  },
  'show-requirements': {
    door: 'portal',
    method: 'GET',
    path: '/requirements',
    capability: 'requirements',
    status: 200,
    summary: 'What the plan’s grid asks of a service on a date, and where to ask for it',
    query: {
      procedure: z.string(),
      date: z.iso.date(),
      setting: setting.optional(),
      emergent: z.enum(['true', 'false']).optional(),
      product: z.string().optional(),
    },
    answer: requirementView,
    refusals: [400, 401],
  },
  'show-criteria': {
    door: 'portal',
    method: 'GET',
    path: '/criteria/{id}',
    capability: 'criteria',
    status: 200,
    summary: 'Criteria that the plan wrote itself; of proprietary ones the title and how to ask for them',
    answer: criteriaView,
    refusals: [401, 404],
  },
  'request-criteria': {
    ...act,
    path: '/criteria/{id}/copies',
    capability: 'criteria',
    summary: 'Ask for a copy of criteria, proprietary ones too',
    refusals: [400, 401, 404],
  },
  'report-authorizations': {
    door: 'portal',
    method: 'GET',
    path: '/reports/authorizations',
    capability: 'reports',
    status: 200,
    summary: 'The service authorization report: of one member, of one authorization, or of all of the site',
    query: {
      scope: z.enum(['member', 'authorization', 'aggregate']),
      id: z.string().optional().meta({ description: 'The member or the authorization' }),
    },
    answer: reportRows,
    refusals: [400, 401, 404],
  },
  close: {
    ...act,
    path: '/requests/{id}/closure',
    capability: 'closures',
    summary: 'The plan’s staff closes a request',
    body: closureAct,
    refusals: [400, 401, 403, 404, 409],
  },
  ...ACCOUNT_OPERATIONS,
  ...DOCUMENT_OPERATIONS,
  ...OFFICE_OPERATIONS,
  ...DELEGATE_ACCOUNT_OPERATIONS,
  ...CASE_OPERATIONS,
  ...REVIEW_OPERATIONS,
  ...PEER_OPERATIONS,
  ...SURFACE_OPERATIONS,
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof OPERATIONS;
/** The operations that a step of a scenario may perform. */
export type PortalOperationId = {
  [K in OperationId]: (typeof OPERATIONS)[K]['door'] extends 'portal' ? K : never;
}[OperationId];

/** The operations of the delegate’s own portal. */
export type DelegateOperationId =
  | keyof typeof DELEGATE_ACCOUNT_OPERATIONS
  | keyof typeof CASE_OPERATIONS
  | keyof typeof REVIEW_OPERATIONS
  | keyof typeof PEER_OPERATIONS;

/** One operation by its id, as the general type. */
export const operation = (id: OperationId): Operation => OPERATIONS[id];

export type { Operation } from './operation.ts';
