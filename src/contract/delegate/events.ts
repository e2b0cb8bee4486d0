import { z } from 'zod';
import { identifier, instant } from '../primitives.ts';
import { caseDecision, caseOutcome } from './case.ts';
import { delegateRole } from './delegation.ts';
import { appointmentState, reviewLevel, TALK_OUTCOMES } from './peer-to-peer.ts';

const role = z.union([delegateRole, z.literal('system')]);
const caseEnvelope = {
  seq: z.int().min(1),
  at: instant,
  request: identifier.meta({ description: 'The case; of a consultation, its first one' }),
};

/** What a delegate says it did about its cases and consultations. */
export const delegateEvents = [
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('case-submitted'),
    priority: z.enum(['standard', 'urgent']),
  }),
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('case-information-requested'),
    items: z.array(z.string()),
    dueAt: instant.nullable(),
  }),
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('case-information-received'),
    by: z.enum(['upload', 'fax', 'notes']),
    document: identifier.nullable(),
  }),
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('case-reviewed'),
    by: role,
    documents: z.array(identifier),
    notes: z.string().nullable(),
  }),
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('case-determined'),
    ...caseDecision.shape,
    by: role,
    cause: z.enum(['submission', 'review', 'reconsideration', 'consultation']),
    appointment: identifier.nullable(),
  }),
  z.strictObject({ ...caseEnvelope, type: z.literal('case-withdrawn'), replacedBy: identifier }),
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('case-updated'),
    what: z.string(),
    by: z.enum(['phone', 'web']),
  }),
  z.strictObject({ ...caseEnvelope, type: z.literal('case-noted'), by: identifier, text: z.string() }),
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('case-reconsideration-requested'),
    by: z.enum(['web', 'consultation']),
  }),
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('consultation-scheduled'),
    appointment: identifier,
    revision: z.int().min(1),
    reviewer: identifier,
    start: instant,
    end: instant,
    cases: z.array(z.strictObject({ caseNumber: identifier, level: reviewLevel })),
  }),
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('consultation-changed'),
    appointment: identifier,
    to: appointmentState,
    by: z.enum(['user', 'staff', 'system']),
    reason: z.string().nullable(),
  }),
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('consultation-became-consultative'),
    appointment: identifier,
  }),
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('consultation-outcome'),
    appointment: identifier,
    level: reviewLevel,
    outcome: z.enum(TALK_OUTCOMES),
    became: caseOutcome.nullable().meta({ description: 'What the case was determined to be, if it changed' }),
  }),
] as const;

export const delegateNotice = z.strictObject({
  ...caseEnvelope,
  kind: z.literal('notice'),
  about: z.enum(['determination', 'reconsideration', 'information', 'pre-decision', 'withdrawal']),
  to: z.enum(['provider', 'member']),
  by: z.enum(['fax', 'e-mail', 'letter', 'phone']),
  address: z.string(),
  text: z.string(),
  techniques: z.array(z.string()),
  fractions: z.array(z.int()),
  imageGuidance: z.enum(['approved', 'denied']).nullable(),
  dueAt: instant.nullable(),
  result: z.enum(['reached', 'voicemail', 'no-answer']).nullable(),
});

export type DelegateEvent = z.infer<(typeof delegateEvents)[number]>;
export type DelegateNotice = z.infer<typeof delegateNotice>;
