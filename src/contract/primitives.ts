import { z } from 'zod';

/**
 * An instant: ISO 8601 with an offset or `Z`. Answers use UTC (`Z`) with milliseconds; one that is told
 * to the minute only may be any instant of that minute.
 */
export const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])
  .meta({
    description: 'ISO 8601 instant with an offset or Z, to the second or finer; to the minute if need be',
  });

/** A civil date in the plan's zone, `YYYY-MM-DD`. */
export const civilDate = z.iso.date().meta({ description: 'Civil date in the zone of the plan' });

/** An identifier that the world document or the portal gave. */
export const identifier = z.string().min(1).max(80);

/** A National Provider Identifier: ten digits. */
export const npi = z
  .string()
  .regex(/^[12]\d{9}$/)
  .meta({ description: 'National Provider Identifier' });

export const requestType = z.enum(['referral', 'outpatient', 'admission']);
export const urgency = z.enum(['standard', 'urgent']);
export const reviewType = z.enum(['preservice', 'concurrent', 'retrospective']);
export const setting = z.enum(['outpatient', 'observation', 'surgical', 'inpatient']);
/** The status vocabulary of the portal (User Guide, list of statuses). */
export const status = z.enum(['APPROVED', 'CLOSED', 'DENIED', 'MEDREVIEW', 'PEND']);
export const outcome = z.enum(['approved', 'denied', 'partial']);
export const basis = z.enum(['medical-necessity', 'administrative']);
export const staffRole = z.enum([
  'nurse',
  'physician',
  'medical-director',
  'administrative',
  'support',
  'system',
]);
/** How a request reached the plan. */
export const channel = z.enum(['portal', 'fax', 'mail', 'phone', 'delegate']);
/** Grounds on which out-of-network care is covered. Section 7, Out-of-Network Authorization Request Exceptions. */
export const ground = z.enum([
  'pcp-termination',
  'active-treatment',
  'pregnancy',
  'terminal-illness',
  'new-member',
  'distance',
  'delay',
  'expertise',
  'unnecessary-risk',
  'prior-relationship',
]);
/** Whom a call or a letter goes to. */
export const party = z.enum(['requesting-provider', 'servicing-provider', 'member']);
export const administrativeReason = z.enum([
  'excluded-benefit',
  'exhausted-benefit',
  'no-prior-authorization',
  'late-notification',
  'missing-clinical-documentation',
]);

export type RequestType = z.infer<typeof requestType>;
export type Urgency = z.infer<typeof urgency>;
export type ReviewType = z.infer<typeof reviewType>;
export type Setting = z.infer<typeof setting>;
export type Status = z.infer<typeof status>;
export type Outcome = z.infer<typeof outcome>;
export type Basis = z.infer<typeof basis>;
export type StaffRole = z.infer<typeof staffRole>;
export type Channel = z.infer<typeof channel>;
export type Ground = z.infer<typeof ground>;
export type Party = z.infer<typeof party>;
