import { z } from 'zod';
import { decisionAct } from './acts.ts';
import {
  careEvent,
  delegateDecision,
  electronicPaymentCompleted,
  enrollmentDecision,
  fax,
  maintenance,
  memberCall,
  message,
  outage,
  paperRequest,
  paymentRun,
  visit,
} from './arrivals.ts';
import { claim } from './claim.ts';
import { delegateInjections } from './delegate/peer-operations.ts';
import { feedEvent, outboxItem } from './feed.ts';
import { civilDate, identifier, instant } from './primitives.ts';
import { world } from './world.ts';

/**
 * What an implementation can do; a rule that needs one that is missing is `unsupported`. `reviews`: its feed
 * tells how its own desk came to a decision (reviews, outreach, offers, consultations, agreements). `announcements`: it tells what was announced to providers.
 * `accounts`: registration, renewal and user administration; `deferrals`: receipts where no answer comes at once; `offices`: claims,
 * payments, rosters, reports and site documents. `delegate-cases` and `peer-to-peer`: the delegate’s own portal, with its feed.
 */
export const CAPABILITIES = [
  'worlds',
  'clock',
  'events',
  'outbox',
  'sessions',
  'lookup',
  'requests',
  'information',
  'decisions',
  'notices',
  'reconsiderations',
  'closures',
  'desk',
  'reviews',
  'announcements',
  'requirements',
  'revisions',
  'appeals',
  'discussions',
  'criteria',
  'reports',
  'inject.eligibility-feed',
  'inject.plan-decision',
  'inject.claim',
  'inject.paper-request',
  'inject.delegate-decision',
  'inject.care-event',
  'inject.message',
  'accounts',
  'audit-trail',
  'documents',
  'deferrals',
  'eligibility',
  'referral-revisions',
  'offices',
  'inject.fax',
  'inject.outage',
  'inject.maintenance',
  'inject.enrollment-decision',
  'inject.electronic-payment-completed',
  'inject.payment-run',
  'inject.member-call',
  'inject.visit',
  'delegate-cases',
  'peer-to-peer',
  'inject.case-fax',
  'inject.case-claim',
] as const;

export const capability = z.enum(CAPABILITIES);
export type Capability = z.infer<typeof capability>;

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
  ...delegateInjections,
]);

export type Description = z.infer<typeof description>;
export type Injection = z.infer<typeof injection>;
