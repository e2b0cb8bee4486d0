import { z } from 'zod';
import { caseOutcome } from '../case-decision/decision.ts';
import { caseEnvelope } from '../delegation/envelope.ts';
import { identifier, instant } from '../primitives.ts';
import { appointmentState, reviewLevel, TALK_OUTCOMES } from './schemas.ts';
/** What became of peer-to-peer appointments. */
export const peerToPeerEvents = [
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
