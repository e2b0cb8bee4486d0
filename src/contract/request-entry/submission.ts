import { z } from 'zod';
import { civilDate, identifier, instant, requestType, reviewType, setting, urgency } from '../primitives.ts';

/** Whom to reach about a request. */
export const contact = z.strictObject({
  name: z.string().min(1),
  phone: z.string().meta({ description: 'Ten digits with area code, in any usual notation' }),
});

/** Care that has begun, of which the plan must be notified. Section 7, Required Notification. */
const notification = z.strictObject({
  kind: z.enum([
    'emergency-admission',
    'sick-newborn',
    'transfer',
    'observation',
    'home-nursing',
    'home-supplies',
  ]),
  startedAt: instant,
  from: identifier.optional().meta({ description: 'The observation that became this admission' }),
});

/** What a provider sends to ask for a referral or an authorization. */
export const submission = z.strictObject({
  type: requestType,
  member: identifier.meta({ description: 'Id of a member found by look-up' }),
  requestingSite: identifier
    .optional()
    .meta({ description: 'The current site when absent; another site of the user is allowed' }),
  requester: contact,
  service: z.string().meta({ description: '`consultation` for a referral; free text otherwise' }),
  servicing: z.strictObject({
    provider: identifier,
    affiliation: identifier.meta({ description: 'The affiliation chosen from the look-up result' }),
    contact,
  }),
  diagnoses: z.array(z.string()).min(1).max(6).meta({ description: 'ICD-10 codes; the first is primary' }),
  procedure: z.string().meta({ description: 'For a referral a consultation code from 99201 to 99215' }),
  units: z.int().min(1).max(999),
  start: civilDate,
  end: civilDate,
  remarks: z.string().max(255).optional().meta({ description: 'At most 255 characters (code points)' }),
  urgency: urgency.optional().meta({ description: 'Required unless the type is referral' }),
  setting: setting.optional().meta({ description: 'Required unless the type is referral' }),
  reviewType: reviewType.optional().meta({ description: 'preservice when absent' }),
  information: z
    .array(z.string())
    .optional()
    .meta({ description: 'Kinds of clinical information sent along' }),
  emergent: z.boolean().optional().meta({ description: 'Care of an emergency' }),
  notification: notification
    .optional()
    .meta({ description: 'Present in a provider notification of care that has begun' }),
  enteral: z
    .strictObject({ product: z.string().optional(), quantity: z.string().optional() })
    .optional()
    .meta({ description: 'What the medical necessity review form for enteral nutrition names' }),
});

export type Submission = z.infer<typeof submission>;
export type Notification = z.infer<typeof notification>;
