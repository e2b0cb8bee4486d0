import type { Operation } from '../operation.ts';
import { act } from '../receipt.ts';
import { appealAct, reconsiderationAct } from './acts.ts';

/** Reconsideration and appeal of a decision of the plan. Section 7, Reconsideration. */
export const RECONSIDERATION_OPERATIONS = {
  reconsider: {
    ...act,
    path: '/requests/{id}/reconsiderations',
    capability: 'reconsiderations',
    summary: 'A provider asks that a medical-necessity denial be reconsidered',
    body: reconsiderationAct,
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
} as const satisfies Record<string, Operation>;
