import { z } from 'zod';
import { civilDate, identifier } from '../primitives.ts';
/** What may still be done about an adverse determination, and until when. */
export const postDecisionOptions = z.strictObject({
  caseNumber: identifier,
  rows: z.array(
    z.strictObject({
      option: z.enum(['peer-to-peer', 'reconsideration', 'appeal']),
      delegated: z.boolean(),
      open: z.boolean(),
      until: civilDate.nullable().meta({ description: 'The last day; both ends are in' }),
      text: z.string(),
    }),
  ),
  question: z.string().nullable().meta({ description: 'Whether to proceed with reconsideration' }),
});

export type PostDecisionOptions = z.infer<typeof postDecisionOptions>;
