import type { Operation } from '../operation.ts';
import { act } from '../receipt.ts';
import { revisionAct } from './revision.ts';

/** More care on the number of a request. User Guide, Referral Revision Rules. */
export const REVISION_OPERATIONS = {
  'revise-request': {
    ...act,
    path: '/requests/{id}/revisions',
    capability: 'revisions',
    summary: 'A provider of the requesting site asks for more care on the same number',
    body: revisionAct,
    refusals: [400, 401, 403, 404, 409, 422],
  },
} as const satisfies Record<string, Operation>;
