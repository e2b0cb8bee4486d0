import { z } from 'zod';
import { civilDate, identifier } from '../primitives.ts';
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
