import { z } from 'zod';
import { civilDate, identifier, instant, outcome, staffRole } from '../primitives.ts';
/** A delegate has decided a request that was made to it. */
export const delegateDecision = z.strictObject({
  kind: z.literal('delegate-decision'),
  delegate: identifier,
  number: identifier,
  site: identifier,
  member: identifier,
  provider: identifier,
  affiliation: identifier,
  procedure: z.string(),
  units: z.int().min(1),
  start: civilDate,
  end: civilDate,
  outcome,
  receivedAt: instant,
  role: staffRole,
});
