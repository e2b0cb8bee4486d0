import { z } from 'zod';
import { requirement } from './plan.ts';
import { civilDate, identifier } from './primitives.ts';

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

/** Criteria as a provider sees them. */
export const criteriaView = z.strictObject({
  id: identifier,
  title: z.string(),
  source: z.string(),
  text: z.string().optional().meta({ description: 'Present where the plan wrote them itself' }),
  how: z.string().optional().meta({ description: 'How proprietary criteria are asked for' }),
});

/** One row for each authorization or referral; the letter is the status. */
export const reportRows = z.strictObject({
  scope: z.enum(['member', 'authorization', 'aggregate']),
  rows: z.array(
    z.strictObject({
      id: identifier,
      member: identifier,
      procedure: z.string(),
      status: z.enum(['A', 'C', 'D', 'P', 'M']),
      units: z.int().min(0),
      start: civilDate,
      end: civilDate,
    }),
  ),
});
