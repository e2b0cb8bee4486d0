import { z } from 'zod';
import { identifier } from '../primitives.ts';
import { enrollmentState } from './office.ts';

/** A message is left on a line of the plan out of hours. */
export const message = z.strictObject({
  kind: z.literal('message'),
  id: identifier,
  line: z.enum(['provider-service', 'member-service', 'utilization-management']),
  text: z.string(),
});

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
