import { z } from 'zod';
import { civilDate, identifier } from './primitives.ts';

/** What the plan's grid asks of a service before it is covered. Section 7, Notification. */
export const requirement = z.enum([
  'nothing',
  'referral',
  'prior-authorization',
  'requested-notification',
  'required-notification',
]);

export const category = z.enum([
  'consultation',
  'surgery',
  'therapy',
  'equipment',
  'enteral',
  'infusion',
  'imaging',
  'sleep',
  'behavioral-health',
  'gynecology',
  'family-planning',
  'routine-vision',
  'drug',
  'home-nursing',
  'inpatient',
  'emergency',
  'spinal-surgery',
  'other',
]);

/** One version of the grid's row for a procedure; the version in force is the last that began by a date. */
export const gridVersion = z.strictObject({ from: civilDate, asks: requirement });

/** How a technology came to be covered; absent parts are what the plan has not done. */
export const technology = z.strictObject({
  recommendedBy: z.string().optional(),
  approvedBy: z.string().optional(),
  approvedOn: civilDate.optional(),
});

export const criteria = z.strictObject({
  id: identifier,
  title: z.string(),
  source: z.enum(['interqual', 'plan', 'delegate', 'other']),
  reviewedOn: z.array(civilDate).min(1),
  summary: z.string(),
});

/** Who does utilization management for the plan, for which services, and how far it may go. */
export const delegate = z.strictObject({
  id: identifier,
  name: z.string(),
  role: z.enum(['decides', 'approves-only', 'consults', 'supports']),
  categories: z.array(category),
  reach: z.string().meta({ description: 'How a provider asks it: an address or a telephone number' }),
});

export const benefits = z.strictObject({
  excluded: z.array(z.string()).meta({ description: 'Procedure codes that the agreement excludes' }),
  limits: z.array(z.strictObject({ category, limit: z.int().min(0), used: z.int().min(0) })),
});

/** What bears on continuity of care. Dates are civil, in the plan's zone. */
export const care = z.strictObject({
  treatingSites: z.array(identifier).optional(),
  activeTreatment: z.strictObject({ site: identifier, until: civilDate.optional() }).optional(),
  pregnancy: z
    .strictObject({ site: identifier, due: civilDate, firstVisitAfterBirth: civilDate.optional() })
    .optional(),
  terminalIllness: z.strictObject({ site: identifier }).optional(),
});

export type Requirement = z.infer<typeof requirement>;
export type Category = z.infer<typeof category>;
export type Criteria = z.infer<typeof criteria>;
export type Delegate = z.infer<typeof delegate>;
export type Care = z.infer<typeof care>;
