import { z } from 'zod';
import { feedEvent, instant, outboxItem, world } from '../contract/index.ts';

/** The version of the history format; old versions stay readable. */
export const HISTORY_FORMAT = 1;

export const header = z.strictObject({
  kind: z.literal('header'),
  formatVersion: z.literal(HISTORY_FORMAT),
  scenario: z.string(),
  pack: z.string(),
  seed: z.string(),
  adapter: z.string(),
  implementation: z.string(),
  capabilities: z.array(z.string()),
  start: instant,
  world,
  worldDigest: z.string(),
});

const common = { seq: z.int().min(1), at: instant, wall: instant.optional(), hash: z.string() };
const about = { actor: z.string().optional(), case: z.string().optional(), op: z.string() };

export const record = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('clock') }),
  z.strictObject({
    ...common,
    ...about,
    kind: z.literal('asked'),
    path: z.record(z.string(), z.string()).optional(),
    query: z.record(z.string(), z.string()).optional(),
    body: z.unknown().optional(),
    key: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    ...about,
    kind: z.literal('answered'),
    status: z.int(),
    body: z.unknown().optional(),
    digest: z.string(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('portal'),
    source: z.literal('feed'),
    case: z.string().optional(),
    event: feedEvent,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('sent'),
    source: z.literal('outbox'),
    case: z.string().optional(),
    item: outboxItem,
  }),
]);

export const footer = z.strictObject({
  kind: z.literal('footer'),
  until: instant,
  records: z.int().min(0),
  hash: z.string(),
});

export type Header = z.infer<typeof header>;
export type HistoryRecord = z.infer<typeof record>;
export type Footer = z.infer<typeof footer>;
type WithoutChain<T> = T extends unknown ? Omit<T, 'seq' | 'wall' | 'hash'> : never;
/** A record before the journal numbers and chains it. */
export type Entry = WithoutChain<HistoryRecord>;

/**
 * What happened, in order. `until` is the end of what is known: the footer's instant, or the last
 * record's when the history was cut short.
 */
export type History = {
  readonly header: Header;
  readonly records: readonly HistoryRecord[];
  readonly until: string;
  readonly complete: boolean;
};
