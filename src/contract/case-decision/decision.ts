import { z } from 'zod';
import { phase } from '../case-build/case.ts';
import { identifier } from '../primitives.ts';
/** Something that was approved or denied; `asNeeded` was not asked for. */
export const planItem = phase.extend({ asNeeded: z.literal(true).optional() });

export const caseOutcome = z.enum(['approved', 'partially-approved', 'denied']);

/** A determination of the delegate. What was asked for ends up approved or denied. */
export const caseDecision = z.strictObject({
  outcome: caseOutcome,
  approved: z.array(planItem),
  denied: z.array(planItem),
  rationale: z.string(),
  imageGuidance: z.enum(['approved', 'denied']).nullable(),
  guideline: identifier,
  coverageRule: identifier.nullable(),
  alternative: z.string().nullable(),
  urgencyMet: z.boolean().nullable().meta({ description: 'Of a retrospective case' }),
  necessityMet: z.boolean().nullable(),
});

/** What a provider may ask to change by phone. */
export const caseUpdate = z.strictObject({
  site: identifier.optional(),
  fractions: z.int().min(1).meta({ description: 'Of the first phase' }).optional(),
  technique: z.string().optional(),
  cancerType: z.string().optional(),
});

export type CaseDecision = z.infer<typeof caseDecision>;

export type CaseUpdate = z.infer<typeof caseUpdate>;

export type PlanItem = z.infer<typeof planItem>;
