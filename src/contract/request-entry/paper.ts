import { z } from 'zod';
import { ground, identifier } from '../primitives.ts';
import { submission } from './submission.ts';
/** A request that comes by fax, by mail or by telephone. */
export const paperRequest = z.strictObject({
  kind: z.literal('paper-request'),
  channel: z.enum(['fax', 'mail', 'phone']),
  site: identifier.meta({ description: 'The site that asks' }),
  form: z.strictObject({ name: z.string(), complete: z.boolean() }).nullable(),
  draft: submission,
  ground: ground.optional().meta({ description: 'Why out-of-network care is requested' }),
  delay: z.enum(['member', 'network']).optional().meta({ description: 'Who caused a delay' }),
  pcpFinding: z.boolean().optional().meta({ description: 'The PCP found a needless risk' }),
});
