import { z } from 'zod';
import { onCase } from '../delegation/shared-operation.ts';
import type { Operation } from '../operation.ts';
import { caseDecision, caseUpdate } from './decision.ts';

/** Determining cases. Training, Holistic Treatment Plan Review and Special Circumstances. */
export const CASE_DECISION_OPERATIONS = {
  'update-case': {
    ...onCase,
    path: '/delegate/cases/{id}/updates',
    summary: 'Staff records an update that a provider asks for by phone',
    body: caseUpdate,
  },
  'request-case-information': {
    ...onCase,
    path: '/delegate/cases/{id}/information-requests',
    summary:
      'Staff asks for clinical information; before a Medicare denial by phone and in writing, with a due date',
    body: z.strictObject({
      items: z.array(z.string()).min(1),
      phone: z.enum(['reached', 'voicemail', 'no-answer']).optional(),
      written: z.boolean().optional(),
      dueAt: z.iso.datetime({ offset: true }).optional(),
      instructions: z.string().optional(),
    }),
  },
  'decide-case': {
    ...onCase,
    path: '/delegate/cases/{id}/determinations',
    summary: 'Staff decides a case, or the reconsideration of one',
    body: caseDecision,
  },
} as const satisfies Record<string, Operation>;
