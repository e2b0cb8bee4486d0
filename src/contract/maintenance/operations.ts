import type { Operation } from '../operation.ts';
import { receiptView } from './receipts.ts';

/** Receipts of requests that got no answer at once. User Guide, Response Screen. */
export const RECEIPT_OPERATIONS = {
  'show-receipt': {
    surface: 'portal',
    capability: 'deferrals',
    method: 'GET',
    path: '/receipts/{id}',
    status: 200,
    summary: 'What became of a request that got a receipt instead of an answer',
    answer: receiptView,
    refusals: [401, 403, 404],
  },
} as const satisfies Record<string, Operation>;
