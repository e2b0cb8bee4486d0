import type { Capability, World } from '../contract/index.ts';
import type { CaseFile, Exchange } from '../facts/case-file.ts';
import type { ClaimFile } from '../facts/claim-file.ts';
import type { DelegateCase, Talk } from '../facts/delegate/file.ts';
import type { Facts } from '../facts/facts.ts';
import type { RuleId } from '../rulebook/index.ts';
import { matches } from './compare.ts';
import { type Finding, type FindingVerdict, finding } from './finding.ts';
import type { Expected, Values } from './value.ts';

/**
 * What a check made of one thing that it looked at: what the rule requires, what was seen, and the `seq` of the
 * records that show it. The verdict follows from the comparison; a check never states it beside its data.
 */
export type Comparison = {
  readonly expected: Expected;
  readonly observed: Values;
  readonly events: readonly number[];
  /** What the rule was applied to, where the two do not say it. */
  readonly given?: Values;
  /** The verdict whatever was observed, where the documents leave it open or the rule turns out not to apply. */
  readonly always?: Exclude<FindingVerdict, 'met' | 'violated'>;
  /** The verdict in place of a violation, such as `pending` while time is left. */
  readonly otherwise?: Exclude<FindingVerdict, 'met' | 'violated'>;
  /** The rule whose violation brought this one about; a function where only the whole history shows it. */
  readonly causedBy?: RuleId | null | (() => RuleId | null);
} & Partial<Pick<Finding, 'edge' | 'evidence' | 'on' | 'case'>>;

/** What a check says of one thing: nothing where the rule does not apply to it. */
export type Answer = readonly Comparison[] | Comparison | null;

/** What is still to be said of a call once the history is whole, with the facts at the end. */
type Later = (end: Facts) => Answer;

/**
 * Looks at one thing, with the facts as they stood before it. It answers nothing where the rule does not apply, and a
 * function where only what follows can show whether it was kept.
 */
export type Look<T> = (subject: T, facts: Facts) => Answer | Later;

/** What the checks of a history may be told to do: `explain` tries every single setting of each time limit. */
export type JudgeOptions = { readonly explain: boolean };

type Common = {
  readonly rule: RuleId;
  /** What an implementation must be able to do for the rule to be judged. */
  readonly needs: readonly Capability[];
};

/** One rule, what judging it needs, and how it looks at each thing of one kind. */
export type Check = Common &
  (
    | {
        readonly on: 'call';
        readonly look: Look<Exchange>;
        readonly delegate: boolean;
      }
    | { readonly on: 'request'; readonly look: Look<CaseFile> }
    | { readonly on: 'claim'; readonly look: Look<ClaimFile> }
    | { readonly on: 'world'; readonly look: Look<World> }
    | { readonly on: 'case'; readonly look: Look<DelegateCase> }
    | { readonly on: 'peer-to-peer'; readonly look: Look<Talk> }
    | { readonly on: 'history'; readonly judge: (facts: Facts, options: JudgeOptions) => readonly Finding[] }
  );

/** How each rule looks at one kind of thing. */
type Table<T> = Readonly<Partial<Record<RuleId, Look<T>>>>;

/** The rows of a table by rule id, in its order. */
export const rowsOf = <T>(table: Readonly<Partial<Record<RuleId, T>>>): (readonly [RuleId, T])[] =>
  Object.entries(table) as [RuleId, T][];

const rows = <T>(table: Table<T>): readonly { readonly rule: RuleId; readonly look: Look<T> }[] =>
  rowsOf(table).map(([rule, look]) => ({ rule, look }));

/** Checks that each look at one call to the portal. */
export const callChecks = (needs: readonly Capability[], table: Table<Exchange>): readonly Check[] =>
  rows(table).map((row) => ({ ...row, needs, on: 'call', delegate: false }));

/** Checks that each look at one request, once the history is whole. */
export const requestChecks = (needs: readonly Capability[], table: Table<CaseFile>): readonly Check[] =>
  rows(table).map((row) => ({ ...row, needs, on: 'request' }));

/** Checks that each look at one claim. What the claim says is staged; what became of it, reported. */
export const claimChecks = (table: Table<ClaimFile>): readonly Check[] =>
  rows(table).map((row) => ({ ...row, needs: ['events', 'inject.claim'], on: 'claim' }));

/** Checks that look once at what the world holds, such as dated changes of the grid; each comparison names its case. */
export const worldChecks = (needs: readonly Capability[], table: Table<World>): readonly Check[] =>
  rows(table).map((row) => ({ ...row, needs, on: 'world' }));

const CASES: readonly Capability[] = ['events', 'outbox', 'delegate-cases'];
const PEER_TO_PEER: readonly Capability[] = [...CASES, 'peer-to-peer'];

/** Checks that each look at one call to the delegate. */
export const delegateCallChecks = (table: Table<Exchange>): readonly Check[] =>
  rows(table).map((row) => ({ ...row, needs: CASES, on: 'call', delegate: true }));

/** Checks that each look at one call about a peer-to-peer. */
export const peerToPeerCallChecks = (table: Table<Exchange>): readonly Check[] =>
  rows(table).map((row) => ({ ...row, needs: PEER_TO_PEER, on: 'call', delegate: true }));

/** Checks that each look at one case of the delegate, once the history is whole. */
export const caseChecks = (table: Table<DelegateCase>): readonly Check[] =>
  rows(table).map((row) => ({ ...row, needs: CASES, on: 'case' }));

/** Checks that each look at one peer-to-peer, once the history is whole. */
export const peerToPeerChecks = (table: Table<Talk>): readonly Check[] =>
  rows(table).map((row) => ({ ...row, needs: PEER_TO_PEER, on: 'peer-to-peer' }));

/**
 * Rules that are judged together from a whole history, such as those of time limits. `rules` gives what each needs;
 * the first rule carries the judging, so that it is done once.
 */
export function historyChecks(
  rules: Readonly<Partial<Record<RuleId, readonly Capability[]>>>,
  judge: (facts: Facts, options: JudgeOptions) => readonly Finding[],
): readonly Check[] {
  return rowsOf(rules).map(([rule, needs], index) => ({
    rule,
    needs,
    on: 'history',
    judge: index === 0 ? judge : () => [],
  }));
}

/** One list of capabilities for several rules. */
export const needing = (
  needs: readonly Capability[],
  ...ids: readonly RuleId[]
): Partial<Record<RuleId, readonly Capability[]>> => Object.fromEntries(ids.map((id) => [id, needs]));

/** A look at a call by which only the whole history shows whether a rule was kept. */
export const atTheEnd =
  <T>(look: (subject: T, end: Facts) => Answer): Look<T> =>
  (subject) =>
  (end) =>
    look(subject, end);

/** What one call showed. */
export const onCall = (
  { seq }: Pick<Exchange, 'seq'>,
  expected: Expected,
  observed: Values,
  more: Partial<Comparison> = {},
): Comparison => ({ expected, observed, events: [seq], evidence: 'observed', ...more });

/** What the feed or the outbox reported, in the records of these `seq`. */
export const reported = (
  events: readonly number[],
  expected: Expected,
  observed: Values,
  more: Partial<Comparison> = {},
): Comparison => ({ expected, observed, events: [...events], evidence: 'reported', ...more });

/** The verdict that a comparison comes to. */
export function verdictOf({ expected, observed, always, otherwise }: Comparison): FindingVerdict {
  if (always) return always;
  return matches(expected, observed) ? 'met' : (otherwise ?? 'violated');
}

/** What a comparison found for one rule on one case, by the name of the case unless it says another. */
export function findingFrom(rule: RuleId, name: string, comparison: Comparison): Finding {
  const { always: _always, otherwise: _otherwise, causedBy, ...rest } = comparison;
  const verdict = verdictOf(comparison);
  const root = typeof causedBy === 'function' ? causedBy() : (causedBy ?? null);
  return finding({
    evidence: 'reported',
    case: name,
    ...rest,
    rule,
    verdict,
    causedBy: verdict === 'met' ? null : root,
  });
}
