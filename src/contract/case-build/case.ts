import { z } from 'zod';
import { program } from '../delegation/delegation.ts';
import { civilDate, identifier } from '../primitives.ts';

/** One phase of a radiation plan. */
export const phase = z.strictObject({
  name: z.string().min(1),
  technique: z.string().min(1),
  fractions: z.int().min(1),
});
export const treatmentPlan = z.strictObject({
  phases: z.array(phase).min(1),
  imageGuidance: z.boolean(),
});

export const caseContact = z.strictObject({
  providerName: z.string().min(1),
  whoToContact: z.string().min(1),
  fax: z.string().min(1),
  phone: z.string().min(1),
  extension: z.string().optional(),
  cell: z.string().optional(),
  email: z.string().optional(),
});

/** Everything up to the gate. The member is found by all three keys. Training, Initiating a Case and after. */
export const caseBuild = z.strictObject({
  program,
  practitioner: identifier,
  healthPlan: identifier,
  providerAddress: identifier,
  contact: caseContact,
  member: z.strictObject({ id: identifier, birthDate: civilDate, lastName: z.string().min(1) }),
  cancerType: z.string().min(1),
  primaryDiagnosis: z.string().min(1),
  secondaryDiagnosis: z.string().optional(),
  treatmentStart: civilDate,
  simulationDate: civilDate.optional(),
  setting: z.enum(['outpatient', 'emergency', 'observation', 'inpatient']),
  emergent: z.boolean(),
  site: identifier,
  plan: treatmentPlan,
  replaces: identifier.optional().meta({ description: 'The approved case that it changes' }),
  alternativeOf: identifier
    .optional()
    .meta({ description: 'The denied case whose alternative recommendation it takes up' }),
  retrospective: z
    .strictObject({ claimSubmitted: z.boolean() })
    .optional()
    .meta({ description: 'The service was given already' }),
});

export const caseChange = caseBuild
  .pick({
    practitioner: true,
    contact: true,
    member: true,
    cancerType: true,
    treatmentStart: true,
    site: true,
    plan: true,
  })
  .partial();

export type CaseBuild = z.infer<typeof caseBuild>;
export type CaseChange = z.infer<typeof caseChange>;
export type TreatmentPlan = z.infer<typeof treatmentPlan>;
