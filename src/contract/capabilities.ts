import { z } from 'zod';
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
