import type { FeedEvent, OperationId, OutboxItem, Party } from '../contract/index.ts';
import { DESK, type DeskPolicy } from './desk/policy.ts';
import { CHECKS, type Check } from './domain/checks/index.ts';
import { adjudicate } from './domain/claims.ts';
import { DELEGATE_GATES, type DelegateGates } from './domain/delegate/gates.ts';
import type { DomainEvent } from './domain/event.ts';
import { GATES, type Gates } from './domain/gates.ts';
import { requirementView } from './domain/guidelines.ts';
import { numberFor } from './domain/number.ts';
import { feedOf, outboxOf } from './domain/projection.ts';
import type { PortalState } from './domain/state.ts';
import { letterParties } from './domain/state.ts';

/** A file that goes out instead of JSON, always as an attachment. */
export type FileAnswer = { readonly name: string; readonly type: string } & (
  | { readonly sha256: string }
  | { readonly text: string }
);

/** An answer before it goes out. The body of one that is a file is a `FileAnswer` under `file`. */
export type Answer = { readonly status: number; readonly body: unknown };

/** What a door knows when it answers. */
export type AnswerContext = {
  readonly operation: OperationId;
  readonly state: PortalState | null;
  readonly user: string | null;
  readonly query: Readonly<Record<string, string>>;
  readonly path: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** The replaceable parts of the portal: the entry rules, the desk, who may do what, and what each door says. */
export type Parts = {
  readonly checks: readonly Check[];
  readonly desk: DeskPolicy;
  readonly gates: Gates;
  readonly delegate: DelegateGates;
  readonly adjudicate: typeof adjudicate;
  readonly requirementView: typeof requirementView;
  readonly number: (state: PortalState, today: string) => string;
  /** What becomes of the events of one command before they are true. */
  readonly events: (events: readonly DomainEvent[], state: PortalState) => readonly DomainEvent[];
  readonly feed: (event: DomainEvent, state: PortalState) => readonly FeedEvent[];
  readonly outbox: (event: DomainEvent, state: PortalState) => readonly OutboxItem[];
  readonly answer: (answer: Answer, context: AnswerContext) => Answer;
};

/** The reference implementation. */
export const PARTS: Parts = {
  checks: CHECKS,
  desk: { ...DESK, parties: (determination): readonly Party[] => letterParties(determination) },
  gates: GATES,
  delegate: DELEGATE_GATES,
  adjudicate,
  requirementView,
  number: numberFor,
  events: (events) => events,
  feed: feedOf,
  outbox: outboxOf,
  answer: (answer) => answer,
};
