import type { Operation } from '../operation.ts';
import { act } from '../receipt.ts';
import { closureAct, decisionAct, discussionAct, informationRequest, informationSupply } from './acts.ts';
import { criteriaView } from './criteria.ts';

/** What UM staff and providers do about a request until it is decided or closed. Section 7, Utilization Management. */
export const REVIEW_OPERATIONS = {
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
  'hold-discussion': {
    ...act,
    path: '/requests/{id}/discussions',
    capability: 'discussions',
    summary: 'A practitioner of the plan records a discussion of a potential denial',
    body: discussionAct,
    refusals: [400, 401, 403, 404, 409],
  },
  'show-criteria': {
    surface: 'portal',
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
  close: {
    ...act,
    path: '/requests/{id}/closure',
    capability: 'closures',
    summary: 'The plan’s staff closes a request',
    body: closureAct,
    refusals: [400, 401, 403, 404, 409],
  },
} as const satisfies Record<string, Operation>;
