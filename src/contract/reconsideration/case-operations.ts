import { z } from 'zod';
import { get, onCase } from '../delegation/shared-operation.ts';
import type { Operation } from '../operation.ts';
import { postDecisionOptions } from './options.ts';

/** What may be done after the decision of a case. Training, Post-Decision Options. */
export const CASE_RECONSIDERATION_OPERATIONS = {
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
