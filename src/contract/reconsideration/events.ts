import { z } from 'zod';
import { envelope } from '../envelope.ts';
import { identifier } from '../primitives.ts';
/** An appeal, which the plan takes. */
export const reconsiderationEvents = [
  z.strictObject({
    ...envelope,
    type: z.literal('appeal-filed'),
    about: z.int().min(1),
    by: identifier,
  }),
] as const;
