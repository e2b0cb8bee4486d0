import { z } from 'zod';
import { envelope } from '../envelope.ts';
import { civilDate } from '../primitives.ts';
/** What was announced to providers of a change of what the plan asks for. */
export const entryEvents = [
  z.strictObject({
    ...envelope,
    type: z.literal('announced'),
    procedure: z.string(),
    effectiveFrom: civilDate,
    by: z.enum(['newsletter', 'website', 'letter']),
  }),
] as const;
