import { z } from 'zod';
import { caseEnvelope } from '../delegation/envelope.ts';
/** A reconsideration of a case began. */
export const caseReconsiderationEvents = [
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('case-reconsideration-requested'),
    by: z.enum(['web', 'consultation']),
  }),
] as const;
