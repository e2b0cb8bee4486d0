import type { Claim, FeedEvent } from '../contract/index.ts';
import type { HistoryRecord } from '../history/index.ts';
import type { Exchange } from './case-file.ts';
import { text } from './values.ts';

export type Adjudication = Extract<FeedEvent, { type: 'claim-adjudicated' }>;

/** A claim that a step brought, and what the portal made of it. */
export type ClaimFile = {
  readonly claim: Claim;
  readonly at: number;
  readonly seq: number;
  readonly made: Adjudication;
  readonly madeSeq: number;
};

/** Every claim that was brought and adjudicated, in order. */
export function claimsOf(exchanges: readonly Exchange[], records: readonly HistoryRecord[]): ClaimFile[] {
  const made = new Map<string, { event: Adjudication; seq: number }>();
  for (const record of records) {
    if (record.kind === 'portal' && record.event.type === 'claim-adjudicated')
      made.set(record.event.claim, { event: record.event, seq: record.seq });
  }
  return exchanges.flatMap(({ op, body, at, seq }) => {
    const answer = op === 'inject' && body.kind === 'claim' ? made.get(text(body.id) ?? '') : undefined;
    // The harness wrote the claim itself, after its schema, so its shape is known.
    return answer
      ? [{ claim: body as unknown as Claim, at, seq, made: answer.event, madeSeq: answer.seq }]
      : [];
  });
}
