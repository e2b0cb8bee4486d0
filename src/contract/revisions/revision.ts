import { z } from 'zod';
import { identifier } from '../primitives.ts';
/**
 * More care on the same number: added units and a later end; of a referral only units and remarks.
 * Section 7, Concurrent Review; User Guide, Referral Revision Rules.
 */
export const revisionAct = z.strictObject({
  units: z.int().min(0).max(999).meta({ description: 'Units to add, never the new total' }),
  remarks: z.string().optional().meta({ description: 'At most 255 characters (code points)' }),
  add: z
    .array(z.strictObject({ procedure: z.string(), units: z.int().min(1).max(999) }))
    .optional()
    .meta({ description: 'Procedures to add; not to a referral' }),
  end: z.iso.date().optional(),
  information: z.array(z.string()).optional(),
  procedure: z.string().optional(),
  servicing: z.strictObject({ provider: identifier, affiliation: identifier }).optional(),
});
