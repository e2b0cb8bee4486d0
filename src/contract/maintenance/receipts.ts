import { z } from 'zod';
import { identifier, instant } from '../primitives.ts';
/** The answer where no status can be given at once. User Guide, Response Screen. */
export const deferredReceipt = z.strictObject({
  receipt: identifier,
  receivedAt: instant,
  submitted: z.string().meta({ description: 'Local date and time of receipt, for the cover of a fax' }),
  notice: z.string(),
  faxNumber: z.string(),
});

/** What became of a receipt: the number of its request once that has entered the plan's system. */
export const receiptView = z.strictObject({
  receipt: identifier,
  receivedAt: instant,
  request: identifier.nullable(),
});

export type DeferredReceipt = z.infer<typeof deferredReceipt>;
