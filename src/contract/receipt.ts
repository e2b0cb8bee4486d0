import { z } from 'zod';
import { identifier, instant } from './primitives.ts';
/** What the portal answers to an act: the request it was about, and when it was recorded. */
export const receipt = z.strictObject({
  request: identifier,
  at: instant,
  number: z.int().min(1).optional(),
});

/** What the operations share that record an act about a request. */
export const act = { surface: 'portal', method: 'POST', status: 201, answer: receipt } as const;
