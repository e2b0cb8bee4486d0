import { z } from 'zod';
import { capability } from './capabilities.ts';
import { caseClaim } from './claims/arrivals.ts';
import { claim } from './claims/claim.ts';
import { delegateDecision } from './delegation/arrivals.ts';
import { caseFax, fax } from './documents/arrivals.ts';
import { feedEvent, outboxItem } from './feed.ts';
import { maintenance, outage } from './maintenance/arrivals.ts';
import {
  electronicPaymentCompleted,
  enrollmentDecision,
  memberCall,
  message,
  paymentRun,
  visit,
} from './practice-office/arrivals.ts';
import { civilDate, identifier, instant } from './primitives.ts';
import { paperRequest } from './request-entry/paper.ts';
import { decisionAct } from './reviews/acts.ts';
import { careEvent } from './reviews/arrivals.ts';
import { world } from './world.ts';

/** Who an implementation is. An empty declaration is refused. */
export const description = z.strictObject({
  organization: z.string().min(1),
  product: z.string().min(1),
  version: z.string().min(1),
  contact: z.string().min(1),
  contract: z.literal('1'),
  capabilities: z.array(capability).min(1),
});

export const openWorld = z.strictObject({ world, at: instant });
export const worldOpened = z.strictObject({ id: identifier, now: instant });
export const clockSetting = z.strictObject({ to: instant });
export const clockState = z.strictObject({ now: instant });
export const injected = z.strictObject({
  now: instant,
  request: identifier.optional().meta({ description: 'The number of the request that came of it' }),
});
export const feedPage = z.strictObject({ events: z.array(feedEvent), last: z.int().min(0) });
export const outboxPage = z.strictObject({ items: z.array(outboxItem), last: z.int().min(0) });

/**
 * Headers with which an answer about a world may tell how far its feed and its outbox have come: the `seq` of the
 * last entry of each, 0 where there is none. Optional; whoever tells them on every answer is read only where
 * something new is there.
 */
export const LAST_HEADERS = { events: 'conformance-events', outbox: 'conformance-outbox' } as const;

/** The last `seq` of a world’s feed and outbox. */
export const lasts = z.strictObject({ events: z.int().min(0), outbox: z.int().min(0) });
export type Lasts = z.infer<typeof lasts>;

/** What happens to a portal from outside. */
export const injection = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('eligibility-feed'),
    member: identifier,
    coverage: z.array(z.strictObject({ from: civilDate, to: civilDate.optional() })).min(1),
  }),
  z.strictObject({
    kind: z.literal('plan-decision'),
    request: identifier,
    by: identifier,
    decision: decisionAct,
  }),
  claim,
  paperRequest,
  delegateDecision,
  careEvent,
  message,
  fax,
  outage,
  maintenance,
  enrollmentDecision,
  electronicPaymentCompleted,
  paymentRun,
  memberCall,
  visit,
  caseFax,
  caseClaim,
]);

export type Description = z.infer<typeof description>;
export type Injection = z.infer<typeof injection>;
