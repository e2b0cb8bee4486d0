import { z } from 'zod';
import { requirement } from '../plan.ts';
import { civilDate, identifier } from '../primitives.ts';

/** What the grid asks of a service, and who is asked. */
export const requirementView = z.strictObject({
  procedure: z.string(),
  date: civilDate,
  asks: requirement,
  delegate: z
    .strictObject({ id: identifier, name: z.string(), reach: z.string() })
    .optional()
    .meta({ description: 'Present where the service is asked for at a delegate' }),
  guideline: z.string(),
});
