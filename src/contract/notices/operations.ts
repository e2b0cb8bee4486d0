import type { Operation } from '../operation.ts';
import { act } from '../receipt.ts';
import { callAct, letterAct } from './notices.ts';

/** Notification of decisions, verbal and written. Section 7, Time Frames and Denials. */
export const NOTICE_OPERATIONS = {
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
} as const satisfies Record<string, Operation>;
