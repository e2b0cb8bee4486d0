import { z } from 'zod';
import { instant } from '../primitives.ts';
/** No real-time answer can be given until an instant. */
export const outage = z.strictObject({ kind: z.literal('outage'), until: instant });

/** A maintenance window beside the regular ones. */
export const maintenance = z.strictObject({ kind: z.literal('maintenance'), from: instant, until: instant });
