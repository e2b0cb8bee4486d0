import { z } from 'zod';
import { identifier, instant, staffRole } from './primitives.ts';
/** What every event of the feed carries. */
export const envelope = {
  seq: z.int().min(1),
  at: instant,
  request: identifier.meta({ description: 'The request that it is about, or else the claim or message' }),
};

/** Who acted; the plan itself unless an organization is named. */
export const actedBy = z.strictObject({
  role: staffRole,
  user: identifier.nullable(),
  organization: identifier.optional(),
});
