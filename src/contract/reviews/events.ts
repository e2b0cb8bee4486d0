import { z } from 'zod';
import { actedBy, envelope } from '../envelope.ts';
import { identifier, instant, party, setting } from '../primitives.ts';

/** What a reviewer looked at and found. */
const reviewNote = {
  by: actedBy,
  criteria: identifier.nullable().meta({ description: 'The written criteria that were applied' }),
  criteriaMet: z.boolean(),
  factors: z.array(z.string()).meta({ description: 'age, comorbidities, complications, progress, …' }),
  memberNeeds: z.string(),
  localResources: z.string(),
  benefitCovered: z.boolean().nullable(),
  eligible: z.boolean().nullable(),
  levelOfCare: setting.nullable(),
  certifiedDays: z.int().min(0).nullable(),
  estimatedStay: z.int().min(0).nullable(),
  question: z.boolean().meta({ description: 'Whether type of service or setting is in question' }),
  definition: z.strictObject({ appropriate: z.boolean(), effective: z.boolean(), evidence: z.boolean() }),
};

/** Events by which a plan says how it came to a decision, and what it did around it. */
export const reviewEvents = [
  z.strictObject({ ...envelope, type: z.literal('reviewed'), ...reviewNote }),
  z.strictObject({
    ...envelope,
    type: z.literal('reached-out'),
    by: actedBy,
    to: z.enum([...party.options, 'primary-care-provider']),
    about: z.enum(['question', 'potential-denial', 'discharge']),
    respondBy: instant.nullable(),
  }),
  z.strictObject({ ...envelope, type: z.literal('discussion-offered'), by: actedBy, to: party }),
  z.strictObject({ ...envelope, type: z.literal('discussion-held'), by: actedBy }),
  z.strictObject({
    ...envelope,
    type: z.literal('consulted'),
    organization: identifier,
    because: z.enum(['complex', 'new-technology', 'reviewers-unavailable', 'spinal-surgery', 'other']),
  }),
  z.strictObject({ ...envelope, type: z.literal('record-requested') }),
  z.strictObject({
    ...envelope,
    type: z.literal('referred-on'),
    to: z.enum(['quality-review', 'care-management']),
  }),
  z.strictObject({ ...envelope, type: z.literal('discharge-planned') }),
  z.strictObject({ ...envelope, type: z.literal('aftercare-answered') }),
  z.strictObject({ ...envelope, type: z.literal('criteria-sent'), criteria: identifier, to: identifier }),
] as const;
