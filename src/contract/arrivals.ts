import { z } from 'zod';
import { enrollmentState } from './office.ts';
import { civilDate, ground, identifier, instant, outcome, staffRole } from './primitives.ts';
import { submission } from './request.ts';

/** A request that comes by fax, by mail or by telephone. */
export const paperRequest = z.strictObject({
  kind: z.literal('paper-request'),
  channel: z.enum(['fax', 'mail', 'phone']),
  site: identifier.meta({ description: 'The site that asks' }),
  form: z.strictObject({ name: z.string(), complete: z.boolean() }).nullable(),
  draft: submission,
  ground: ground.optional().meta({ description: 'Why care outside the network is asked for' }),
  delay: z.enum(['member', 'network']).optional().meta({ description: 'Who caused a delay' }),
  pcpFinding: z.boolean().optional().meta({ description: 'The PCP found a needless risk' }),
});

/** A delegate has decided a request that was made to it. */
export const delegateDecision = z.strictObject({
  kind: z.literal('delegate-decision'),
  delegate: identifier,
  number: identifier,
  site: identifier,
  member: identifier,
  provider: identifier,
  affiliation: identifier,
  procedure: z.string(),
  units: z.int().min(1),
  start: civilDate,
  end: civilDate,
  outcome,
  receivedAt: instant,
  role: staffRole,
});

/** Something happens to a member whose request the plan has. */
export const careEvent = z.strictObject({
  kind: z.literal('care-event'),
  request: identifier,
  what: z.enum([
    'discharged',
    'quality-concern',
    'suited-to-care-management',
    'aftercare-asked',
    'reviewers-unavailable',
    'emergency-stabilized',
    'primary-care-provider-told',
    'treatment-plan-agreed',
    'treatment-plan-refused',
    'specialist-reported',
  ]),
});

/** A message is left on a line of the plan out of hours. */
export const message = z.strictObject({
  kind: z.literal('message'),
  id: identifier,
  line: z.enum(['provider-service', 'member-service', 'utilization-management']),
  text: z.string(),
});

/** A document arrives by fax; with the sheet it names its request, else a person has to find that. */
export const fax = z.strictObject({
  kind: z.literal('fax'),
  request: identifier.optional(),
  text: z.string(),
});

/** No real-time answer can be given until an instant. */
export const outage = z.strictObject({ kind: z.literal('outage'), until: instant });

/** A maintenance window beside the regular ones. */
export const maintenance = z.strictObject({ kind: z.literal('maintenance'), from: instant, until: instant });

/** The plan completes, or moves on, what a site asked for. */
export const enrollmentDecision = z.strictObject({
  kind: z.literal('enrollment-decision'),
  change: identifier,
  state: enrollmentState,
});

/** The registration for electronic payment of a site is complete. */
export const electronicPaymentCompleted = z.strictObject({
  kind: z.literal('electronic-payment-completed'),
  site: identifier,
});

/** The plan pays a site. Cents. */
export const paymentRun = z.strictObject({
  kind: z.literal('payment-run'),
  site: identifier,
  amount: z.int().min(1),
});

/** A member calls the plan to name another PCP. */
export const memberCall = z.strictObject({
  kind: z.literal('member-call'),
  member: identifier,
  provider: identifier,
  site: identifier,
});

/** A member came to a provider's site for a service at an instant. */
export const visit = z.strictObject({
  kind: z.literal('visit'),
  member: identifier,
  site: identifier,
  procedure: z.string(),
});
