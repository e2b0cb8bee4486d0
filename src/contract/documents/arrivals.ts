import { z } from 'zod';
import { identifier } from '../primitives.ts';
/** A document arrives by fax; with the sheet it names its request, else a person has to find that. */
export const fax = z.strictObject({
  kind: z.literal('fax'),
  request: identifier.optional(),
  text: z.string(),
});

/** A document for a case of the delegate arrives by fax. */
export const caseFax = z.strictObject({ kind: z.literal('case-fax'), case: identifier, text: z.string() });
