import { z } from 'zod';
import { caseEnvelope } from '../delegation/envelope.ts';
import { instant } from '../primitives.ts';
export const delegateNotice = z.strictObject({
  ...caseEnvelope,
  kind: z.literal('notice'),
  about: z.enum(['determination', 'reconsideration', 'information', 'pre-decision', 'withdrawal']),
  to: z.enum(['provider', 'member']),
  by: z.enum(['fax', 'e-mail', 'letter', 'phone']),
  address: z.string(),
  text: z.string(),
  techniques: z.array(z.string()),
  fractions: z.array(z.int()),
  imageGuidance: z.enum(['approved', 'denied']).nullable(),
  dueAt: instant.nullable(),
  result: z.enum(['reached', 'voicemail', 'no-answer']).nullable(),
});

export type DelegateNotice = z.infer<typeof delegateNotice>;
