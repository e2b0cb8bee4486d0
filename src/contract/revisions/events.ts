import { z } from 'zod';
import { envelope } from '../envelope.ts';
import { civilDate } from '../primitives.ts';
/** More care asked for on the number of a request. */
export const revisionEvents = [
  z.strictObject({
    ...envelope,
    type: z.literal('revision-requested'),
    revision: z.int().min(1),
    units: z.int().min(0),
    end: civilDate,
  }),
] as const;
