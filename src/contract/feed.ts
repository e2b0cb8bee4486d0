import { z } from 'zod';
import { delegateEvents } from './delegate-events.ts';
import { actedBy, envelope } from './envelope.ts';
import { careEvents } from './events.ts';
import { delegateNotice } from './notices/case-notice.ts';
import { letterSections } from './notices/notices.ts';
import {
  basis,
  channel,
  ground,
  identifier,
  instant,
  outcome,
  party,
  requestType,
  reviewType,
  setting,
  status,
  urgency,
} from './primitives.ts';

/** What the portal says it did, in order: `seq` counts from 1 without a gap and `at` never runs back. */
export const feedEvent = z.discriminatedUnion('type', [
  z.strictObject({
    ...envelope,
    type: z.literal('received'),
    requestType,
    reviewType,
    urgency: urgency.optional(),
    setting: setting.optional(),
    channel: channel.optional().meta({ description: 'portal when absent' }),
    receipt: identifier.optional().meta({ description: 'Of a request that got no answer at once' }),
    receivedAt: instant.optional().meta({ description: 'When it was submitted, where that was earlier' }),
  }),
  z.strictObject({ ...envelope, type: z.literal('information-requested'), items: z.array(z.string()) }),
  z.strictObject({ ...envelope, type: z.literal('information-received'), items: z.array(z.string()) }),
  z.strictObject({
    ...envelope,
    type: z.literal('status-changed'),
    from: status.nullable(),
    to: status,
    cause: z.enum(['submission', 'information', 'decision', 'reconsideration', 'revision', 'closure']),
  }),
  z.strictObject({
    ...envelope,
    type: z.literal('decided'),
    decision: z.int().min(1),
    reconsideration: z.boolean(),
    outcome,
    basis,
    reason: z.string(),
    by: actedBy,
    unitsGranted: z.int().min(0),
    revision: z.int().min(1).optional().meta({ description: 'Number of the revision that it answers' }),
    criteria: identifier.optional(),
    override: z.boolean().optional().meta({ description: 'Approved though the criteria are not met' }),
    ground: ground.optional().meta({ description: 'Why out-of-network care was approved' }),
    levelOfCare: setting.optional().meta({ description: 'The level that an admission was found to need' }),
  }),
  z.strictObject({
    ...envelope,
    type: z.literal('called'),
    decision: z.int().min(1),
    to: party,
    result: z.enum(['reached', 'voicemail', 'no-answer']),
  }),
  z.strictObject({ ...envelope, type: z.literal('letter-sent'), decision: z.int().min(1), to: party }),
  z.strictObject({
    ...envelope,
    type: z.literal('reconsideration-requested'),
    about: z.int().min(1).meta({ description: 'Number of the decision to be reconsidered' }),
  }),
  z.strictObject({
    ...envelope,
    type: z.literal('closed'),
    reason: z.enum(['level-of-care-change', 'administrative-error']),
  }),
  ...careEvents,
  ...delegateEvents,
]);

/** What the portal sent, with its content. */
export const outboxItem = z.discriminatedUnion('kind', [
  z.strictObject({
    ...envelope,
    kind: z.literal('letter'),
    decision: z.int().min(1),
    to: party,
    address: z.string(),
    sections: letterSections,
  }),
  z.strictObject({
    ...envelope,
    kind: z.literal('call'),
    decision: z.int().min(1),
    to: party,
    phone: z.string(),
    result: z.enum(['reached', 'voicemail', 'no-answer']),
  }),
  z.strictObject({
    ...envelope,
    kind: z.literal('mail'),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    link: z.string().optional().meta({ description: 'The token of a link that sets a password' }),
  }),
  z.strictObject({
    ...envelope,
    kind: z.literal('payment'),
    site: identifier,
    method: z.enum(['check', 'electronic']),
    paperExplanation: z.boolean(),
  }),
  delegateNotice,
]);

export type FeedEvent = z.infer<typeof feedEvent>;
export type OutboxItem = z.infer<typeof outboxItem>;
/** A union's members with some keys left out of each. */
export type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
