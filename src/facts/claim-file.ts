import type { Claim, FeedEvent } from '../contract/index.ts';
import type { Exchange } from './case-file.ts';

export type Adjudication = Extract<FeedEvent, { type: 'claim-adjudicated' }>;

/** A claim that a step brought, and what the portal made of it. */
export type ClaimFile = {
  readonly claim: Claim;
  readonly at: number;
  readonly seq: number;
  readonly made: Adjudication;
  readonly madeSeq: number;
};

/** A claim that was brought by a step, with its adjudication. */
export const claimOf = ({ body, at, seq }: Exchange, made: Adjudication, madeSeq: number): ClaimFile => ({
  // The harness wrote the claim itself, after its schema, so its shape is known.
  claim: body as unknown as Claim,
  at,
  seq,
  made,
  madeSeq,
});
