import { z } from 'zod';
export const appealAct = z.strictObject({ decision: z.int().min(1), reason: z.string().min(1) });

export const reconsiderationAct = z.strictObject({ reason: z.string().min(1) });
