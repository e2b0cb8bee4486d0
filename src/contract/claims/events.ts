import { z } from 'zod';
import { envelope } from '../envelope.ts';
import { adjudication } from './claim.ts';
/** What became of a claim. */
export const claimEvents = [
  z.strictObject({ ...envelope, type: z.literal('claim-adjudicated'), ...adjudication }),
] as const;
