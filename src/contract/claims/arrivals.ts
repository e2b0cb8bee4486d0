import { z } from 'zod';
import { identifier } from '../primitives.ts';
/** A claim for care that a case of the delegate was about. */
export const caseClaim = z.strictObject({
  kind: z.literal('case-claim'),
  case: identifier,
  techniques: z.array(z.string()),
  fractions: z.int().min(1),
  lastFraction: z.iso.date(),
  spanNotice: z.boolean().meta({ description: 'Whether a notice that the span falls short went before' }),
});
