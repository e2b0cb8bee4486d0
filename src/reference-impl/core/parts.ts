import type { FeedEvent, OperationId, OutboxItem, Party } from '../../contract/index.ts';
import { adjudicate } from '../claims/adjudicate.ts';
import { DELEGATE_GATES, type DelegateGates } from '../delegate/gates.ts';
import { CHECKS, type Check } from '../request-entry/checks.ts';
import { requirementView } from '../request-entry/guidelines.ts';
import { DESK, type DeskPolicy } from '../staff/policy.ts';
import { numberFor } from '../statuses/number.ts';
import type { DomainEvent } from './event.ts';
import { GATES, type Gates } from './gates.ts';
import { feedOf, outboxOf } from './projection.ts';
import type { PortalState } from './state.ts';
import { letterParties } from './state.ts';

/** A file that goes out instead of JSON, always as an attachment. */
export type FileAnswer = { readonly name: string; readonly type: string } & (
  | { readonly sha256: string }
  | { readonly text: string }
);

/** An answer before it goes out. The body of one that is a file is a `FileAnswer` under `file`. */
export type Answer = { readonly status: number; readonly body: unknown };

/** What an interface knows when it answers. */
export type AnswerContext = {
  readonly operation: OperationId;
  readonly state: PortalState | null;
  readonly user: string | null;
  readonly query: Readonly<Record<string, string>>;
  readonly path: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** The replaceable parts of the portal: the entry rules, the desk, who may do what, and what each interface says. */
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
