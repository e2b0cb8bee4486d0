import { z } from 'zod';
import { identifier } from '../primitives.ts';
/** A fax for a case, and a claim for care that a case was about: they come from outside. */
export const delegateInjections = [
  z.strictObject({ kind: z.literal('case-fax'), case: identifier, text: z.string() }),
  z.strictObject({
    kind: z.literal('case-claim'),
    case: identifier,
    techniques: z.array(z.string()),
    fractions: z.int().min(1),
    lastFraction: z.iso.date(),
    spanNotice: z.boolean().meta({ description: 'Whether a notice that the span falls short went before' }),
  }),
] as const;
