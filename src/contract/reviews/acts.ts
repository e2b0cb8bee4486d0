import { z } from 'zod';
import { administrativeReason, basis, outcome } from '../primitives.ts';

export const informationRequest = z.strictObject({ items: z.array(z.string()).min(1) });
export const informationSupply = z.strictObject({ items: z.array(z.string()).min(1) });

/** A determination by a member of the plan's staff. `reason` of an administrative one is from a fixed list. */
export const decisionAct = z.strictObject({
  outcome,
  basis,
  reason: z.string().min(1),
  unitsGranted: z.int().min(0).optional().meta({ description: 'Required for a partial approval' }),
});

export const discussionAct = z.strictObject({
  summary: z.string().min(1).meta({ description: 'What the physicians said to each other' }),
});

export const closureAct = z.strictObject({
  reason: z.enum(['level-of-care-change', 'administrative-error']),
});

export { administrativeReason };
export type DecisionAct = z.infer<typeof decisionAct>;
