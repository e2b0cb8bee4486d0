import { z } from 'zod';
import { documentRow } from './documents.ts';
import {
  basis,
  channel,
  civilDate,
  identifier,
  instant,
  npi,
  outcome,
  requestType,
  reviewType,
  setting,
  staffRole,
  status,
  urgency,
} from './primitives.ts';

const contact = z.strictObject({
  name: z.string().min(1),
  phone: z.string().meta({ description: 'Ten digits with area code, in any usual notation' }),
});

/** Care that has begun, of which the plan must be told. Section 7, Required Notification. */
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
    .meta({ description: 'Present where the provider tells of care that has begun' }),
  enteral: z
    .strictObject({ product: z.string().optional(), quantity: z.string().optional() })
    .optional()
    .meta({ description: 'What the medical necessity review form for enteral nutrition names' }),
});

const line = z.strictObject({
  line: z.int().min(1),
  status,
  code: z.string(),
  codeType: z.string(),
  modifier: z.string(),
  description: z.string(),
  totalUnits: z.int().min(0),
  usedUnits: z.int().min(0),
});

const namedProvider = z.strictObject({ name: z.string(), npi, site: identifier, siteName: z.string() });

const decision = z.strictObject({
  number: z.int().min(1),
  outcome,
  basis,
  reason: z.string(),
  decidedAt: instant,
  role: staffRole,
  unitsGranted: z.int().min(0),
  start: civilDate,
  end: civilDate,
  levelOfCare: setting.optional(),
});

const revision = z.strictObject({
  number: z.int().min(1),
  at: instant,
  units: z.int().min(0),
  remarks: z.string(),
  status,
});

/** A request as the requesting site sees it. */
export const requestView = z.strictObject({
  access: z.literal('full'),
  id: identifier,
  type: requestType,
  status,
  message: z.string(),
  missing: z.array(z.string()).meta({ description: 'Information still needed, by kind' }),
  flags: z.array(z.string()),
  channel: channel.optional().meta({ description: 'portal when absent' }),
  receivedAt: instant,
  authorizationDate: civilDate,
  member: z.strictObject({ id: identifier, name: z.string(), birthDate: civilDate, product: z.string() }),
  memberPcp: namedProvider,
  referredBy: namedProvider,
  referredTo: namedProvider.extend({ provider: identifier, affiliation: identifier }),
  payTo: z.strictObject({ name: z.string(), npi }),
  requester: contact,
  servicingContact: contact,
  service: z.string(),
  inpatientOutpatient: z.string().meta({ description: 'Inpatient, Outpatient, or a text with Specialist' }),
  urgency: urgency.optional(),
  reviewType,
  diagnoses: z.array(z.strictObject({ code: z.string(), description: z.string() })),
  units: z.int().min(1),
  start: civilDate,
  end: civilDate,
  remarks: z.string(),
  lines: z.array(line).min(1),
  decisions: z.array(decision),
  levelOfCare: z.string().optional().meta({ description: 'What an inpatient stay was found to need' }),
  revisions: z.array(revision).optional().meta({ description: 'Every revision, the first one first' }),
  documents: z.array(documentRow).optional(),
});

/** A request as the site that was named to render the service sees it: enough to verify, no more. */
export const verificationView = z.strictObject({
  access: z.literal('verification'),
  id: identifier,
  type: requestType,
  status,
  member: z.strictObject({ id: identifier, name: z.string() }),
  units: z.int().min(1),
  start: civilDate,
  end: civilDate,
});

export const anyView = z.discriminatedUnion('access', [requestView, verificationView]);

export type Submission = z.infer<typeof submission>;
export type Notification = z.infer<typeof notification>;
export type RequestView = z.infer<typeof requestView>;
export type AnyView = z.infer<typeof anyView>;
