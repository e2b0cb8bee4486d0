import { z } from 'zod';
import { typeRows } from '../look-up/lookup.ts';
import { deferredReceipt } from '../maintenance/receipts.ts';
import type { Operation } from '../operation.ts';
import { setting } from '../primitives.ts';
import { requestView } from '../viewer/view.ts';
import { requirementView } from './requirements.ts';
import { submission } from './submission.ts';

/** Asking for a referral or an authorization, and whether a service needs one. User Guide, Submission. */
export const REQUEST_OPERATIONS = {
  'list-request-types': {
    surface: 'portal',
    method: 'GET',
    path: '/request-types',
    capability: 'requests',
    status: 200,
    summary: 'The types of request that this user may create at the current site',
    answer: typeRows,
    refusals: [401],
  },
  'submit-request': {
    surface: 'portal',
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
  'show-requirements': {
    surface: 'portal',
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
} as const satisfies Record<string, Operation>;
