import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { status } from '../primitives.ts';
import { anyView } from './view.ts';

/** Viewing requests. User Guide, Authorization and Referral Viewer. */
export const VIEWER_OPERATIONS = {
  'view-request': {
    surface: 'portal',
    method: 'GET',
    path: '/requests/{id}',
    capability: 'requests',
    status: 200,
    summary: 'View a request; one that the user may not see answers 404, as if it did not exist',
    answer: anyView,
    refusals: [401, 404],
  },
  'list-requests': {
    surface: 'portal',
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
} as const satisfies Record<string, Operation>;
