import { z } from 'zod';
import { planItem } from '../case-decision/decision.ts';
import { program } from '../delegation/delegation.ts';
import { civilDate, identifier, instant } from '../primitives.ts';

export const reviewLevel = z.enum(['pre-decision', 'reconsideration', 'consultative']);

/** Whether a case may be discussed, and what the peer-to-peer can do. Worked out each time it is asked. */
export const peerEligibility = z.strictObject({
  caseNumber: identifier,
  result: z.enum(['eligible', 'consultative', 'none']),
  level: reviewLevel.nullable(),
  mayChangeDecision: z.boolean(),
  message: z.string().nullable(),
  link: z.string().nullable(),
  validUntil: civilDate.nullable().meta({ description: 'The last day of a peer-to-peer' }),
  dueAt: instant
    .nullable()
    .meta({ description: 'Before a decision: the last instant at which a peer-to-peer may start' }),
  reconsiderationUntil: civilDate.nullable().meta({ description: 'While it is open' }),
  status: z.string().nullable().meta({ description: 'Of its appointment; null where there is none' }),
});

const caseKey = z.strictObject({ caseNumber: identifier, birthDate: civilDate });
export const caseKeys = z.array(caseKey).min(1);

export const peerLookUp = z.strictObject({ cases: caseKeys });
export const peerLookedUp = z.strictObject({
  cases: z.array(
    peerEligibility.extend({
      member: z.strictObject({
        id: identifier,
        firstName: z.string(),
        lastName: z.string(),
        birthDate: civilDate,
      }),
      state: z.string().meta({ description: 'The state in which the practitioner works' }),
      healthPlan: z.string(),
      episode: identifier,
      modality: program,
      system: z.string(),
    }),
  ),
});

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
/** Days and hour blocks (by the hour at which they begin) on which a provider would talk, in a zone. */
export const preferences = z.strictObject({
  days: z.array(z.enum(WEEKDAYS)).min(1),
  blocks: z.array(z.int().min(7).max(18)).min(1),
  timeZone: z.string(),
});
export const offerRequest = z.strictObject({ cases: caseKeys, preferences, week: civilDate });

const slot = z.strictObject({
  id: identifier,
  start: instant,
  end: instant,
  label: z.string().meta({ description: '12-hour local time with the abbreviation of the zone' }),
});
export const offer = z.strictObject({
  week: civilDate.meta({ description: 'The Monday of the week that is shown' }),
  timeZone: z.string(),
  groups: z.array(
    z.strictObject({
      priority: z.int(),
      reviewer: z.strictObject({ id: identifier, name: z.string() }),
      slots: z.array(slot),
    }),
  ),
  message: z.string().nullable(),
});

export const peerContact = z.strictObject({
  requestingProvider: z.string().min(1),
  phone: z.string().min(1),
  contactPerson: z.string().optional(),
  location: z.string().optional(),
  extension: z.string().optional(),
  alternatePhone: z.string().optional(),
  alternateExtension: z.string().optional(),
  email: z.string().optional(),
  instructions: z.string().optional(),
});
export const scheduling = z.strictObject({
  cases: caseKeys,
  preferences,
  slot: identifier,
  contact: peerContact,
});

export const appointmentState = z.enum(['scheduled', 'held', 'missed', 'cancelled', 'closed']);
export const caseTalk = z.strictObject({
  caseNumber: identifier,
  level: reviewLevel,
  mayChangeDecision: z.boolean(),
  validUntil: civilDate.nullable(),
  outcome: z.string().nullable(),
});
export const appointmentView = z.strictObject({
  id: identifier,
  state: appointmentState,
  revision: z.int().min(1),
  requestedAt: instant,
  slot,
  reviewer: z.strictObject({ id: identifier, name: z.string() }),
  timeZone: z.string(),
  cases: z.array(caseTalk),
  contact: peerContact,
  actions: z.array(z.enum(['reschedule', 'cancel'])),
  notice: z.string().nullable().meta({ description: 'What changed since the case was looked up' }),
  cancelReason: z.string().nullable(),
});
export const appointmentRows = z.strictObject({ appointments: z.array(appointmentView) });

/** The outcome of a peer-to-peer, case by case. */
export const TALK_OUTCOMES = [
  'approve',
  'partial',
  'deny',
  'information-needed',
  'upheld',
  'overturned',
  'partly-overturned',
  'explained',
] as const;
export const talkOutcome = z.strictObject({
  cases: z
    .array(
      z.strictObject({
        caseNumber: identifier,
        outcome: z.enum(TALK_OUTCOMES),
        approved: z.array(planItem).optional(),
        rationale: z.string().optional(),
      }),
    )
    .min(1),
});

export type ReviewLevel = z.infer<typeof reviewLevel>;
export type PeerEligibility = z.infer<typeof peerEligibility>;
export type Preferences = z.infer<typeof preferences>;
export type OfferRequest = z.infer<typeof offerRequest>;
export type Offer = z.infer<typeof offer>;
export type Slot = z.infer<typeof slot>;
export type Scheduling = z.infer<typeof scheduling>;
export type PeerContact = z.infer<typeof peerContact>;
export type AppointmentView = z.infer<typeof appointmentView>;
export type AppointmentState = z.infer<typeof appointmentState>;
export type TalkOutcome = z.infer<typeof talkOutcome>;
export type TalkOutcomeName = (typeof TALK_OUTCOMES)[number];
