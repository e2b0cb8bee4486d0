import { z } from 'zod';
import { documentRow } from '../documents/documents.ts';
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
} from '../primitives.ts';
import { contact } from '../request-entry/submission.ts';

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

export type RequestView = z.infer<typeof requestView>;

export type AnyView = z.infer<typeof anyView>;
