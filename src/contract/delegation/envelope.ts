import { z } from 'zod';
import { identifier, instant } from '../primitives.ts';
import { delegateRole } from './delegation.ts';
export const caseEnvelope = {
  seq: z.int().min(1),
  at: instant,
  request: identifier.meta({ description: 'The case; of a consultation, its first one' }),
};

/** Who acted at the delegate. */
export const caseActor = z.union([delegateRole, z.literal('system')]);
