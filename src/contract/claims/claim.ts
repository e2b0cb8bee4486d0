import { z } from 'zod';
import { civilDate, identifier } from '../primitives.ts';

export const placeOfService = z.enum([
  'office',
  'outpatient',
  'emergency-room',
  'observation',
  'surgical',
  'inpatient',
  'home',
]);

/** A claim, as far as utilization rules speak of payment. Amounts are in cents. */
export const claim = z.strictObject({
  kind: z.literal('claim'),
  id: identifier,
  member: identifier,
  affiliation: identifier.meta({ description: 'The affiliation under which the service was given' }),
  procedure: z.string(),
  place: placeOfService,
  emergent: z.boolean().optional(),
  purpose: z.enum(['routine', 'preventive', 'urgent', 'outpatient', 'diversionary', 'other']).optional(),
  visit: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'Which visit of a course it was; the first is the one that was notified' }),
  from: civilDate,
  to: civilDate,
  units: z.int().min(1),
  charge: z.int().min(0),
  copay: z.int().min(0).meta({ description: 'What the member owes for this service in network' }),
  authorization: identifier.optional().meta({ description: 'The number that the claim names' }),
});

export const claimReason = z.enum([
  'not-eligible',
  'excluded-benefit',
  'exhausted-benefit',
  'no-referral',
  'no-prior-authorization',
  'late-notification',
  'missing-clinical-documentation',
  'not-medically-necessary',
]);

/** What became of a claim. `memberLiableFrom` is the first date for which a denied day is the member's. */
export const adjudication = {
  claim: identifier,
  authorization: identifier.nullable(),
  outcome: z.enum(['paid', 'partly-paid', 'denied']),
  reason: claimReason.nullable(),
  issuedTo: z.enum(['member', 'provider']).nullable(),
  unitsPaid: z.int().min(0),
  memberLiability: z.int().min(0),
  memberLiableFrom: civilDate.nullable(),
};

export type Claim = z.infer<typeof claim>;
export type ClaimReason = z.infer<typeof claimReason>;
