import { z } from 'zod';
import { caseActor, caseEnvelope } from '../delegation/envelope.ts';
import { identifier, instant } from '../primitives.ts';
import { caseDecision } from './decision.ts';
/** What the delegate did about a case until it was decided, and afterwards. */
export const caseDecisionEvents = [
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
    by: caseActor,
    documents: z.array(identifier),
    notes: z.string().nullable(),
  }),
  z.strictObject({
    ...caseEnvelope,
    type: z.literal('case-determined'),
    ...caseDecision.shape,
    by: caseActor,
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
] as const;
