import { z } from 'zod';
import { caseEnvelope } from '../delegation/envelope.ts';
/** A draft became a case. */
export const caseBuildEvents = [
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('case-submitted'),
    priority: z.enum(['standard', 'urgent']),
  }),
] as const;
