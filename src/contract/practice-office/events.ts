import { z } from 'zod';
import { envelope } from '../envelope.ts';
import { identifier } from '../primitives.ts';
/** What the plan did for the offices of providers. */
export const officeEvents = [
  z.strictObject({ ...envelope, type: z.literal('message-retrieved'), message: identifier }),
] as const;
