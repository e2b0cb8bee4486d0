import { z } from 'zod';
import { identifier } from '../primitives.ts';
/** Criteria as a provider sees them. */
export const criteriaView = z.strictObject({
  id: identifier,
  title: z.string(),
  source: z.string(),
  text: z.string().optional().meta({ description: 'Present where the plan wrote them itself' }),
  how: z.string().optional().meta({ description: 'How proprietary criteria are asked for' }),
});
