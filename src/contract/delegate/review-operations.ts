import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { caseDecision, caseUpdate, postDecisionOptions } from './case.ts';

import { get, onCase } from './shared-operation.ts';

/** Determining cases, and what may be done afterwards. Training, Special Circumstances and Post-Decision Options. */
export const REVIEW_OPERATIONS = {
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
  'show-options': {
    ...get,
    path: '/delegate/cases/{id}/options',
    summary: 'What may still be done about an adverse determination',
    answer: postDecisionOptions,
    refusals: [401, 404, 409],
  },
  'open-reconsideration': {
    ...onCase,
    path: '/delegate/cases/{id}/reconsiderations',
    summary: 'Answer whether to proceed with a reconsideration; no is noted on the case',
    body: z.strictObject({ proceed: z.boolean() }),
  },
  'confirm-reconsideration': {
    ...onCase,
    path: '/delegate/cases/{id}/reconsiderations/acknowledgement',
    summary: 'Answer whether what was uploaded is new and was not reviewed before',
    body: z.strictObject({ newInformation: z.boolean() }),
  },
  'submit-reconsideration': {
    ...onCase,
    path: '/delegate/cases/{id}/reconsiderations/submission',
    summary: 'The last step: the review begins',
  },
  'file-case-appeal': {
    ...onCase,
    path: '/delegate/cases/{id}/appeals',
    summary: 'An appeal, which the delegate refuses and sends to the plan',
  },
} as const satisfies Record<string, Operation>;
