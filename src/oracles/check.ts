import type { Capability } from '../contract/index.ts';
import type { CaseFile, Exchange } from '../facts/case-file.ts';
import type { ClaimFile } from '../facts/claim-file.ts';
import { type DelegateCase, delegateOf, type Talk } from '../facts/delegate/file.ts';
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
} & Partial<Pick<Finding, 'edge' | 'evidence' | 'on' | 'causedBy' | 'case'>>;

/** The form of checks that are not yet told as data: `holds` null leaves it open. */
export type Seen = {
  readonly holds: boolean | null;
  readonly because: string;
  readonly events: readonly number[];
} & Partial<Pick<Finding, 'edge' | 'evidence' | 'on' | 'causedBy' | 'case'>>;

type Looked = Comparison | Seen;

/** Looks at one thing. It answers nothing where the rule does not apply. */
export type Look<T> = (subject: T, facts: Facts) => readonly Looked[] | Looked | null;

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
    | { readonly on: 'call'; readonly look: Look<Exchange>; readonly delegate: boolean }
    | { readonly on: 'request'; readonly look: Look<CaseFile> }
    | { readonly on: 'claim'; readonly look: Look<ClaimFile> }
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

const isComparison = (looked: Looked): looked is Comparison => 'expected' in looked;

function* findingsOf<T>(
  rule: RuleId,
  look: Look<T>,
  subject: T,
  name: string,
  facts: Facts,
): Generator<Finding> {
  const looked = look(subject, facts);
  if (looked === null) return;
  for (const one of [looked].flat() as readonly Looked[]) {
    if (isComparison(one)) {
      const { always: _always, otherwise: _otherwise, causedBy, ...rest } = one;
      const verdict = verdictOf(one);
      const root = verdict === 'met' ? null : (causedBy ?? null);
      yield finding({ evidence: 'reported', case: name, ...rest, rule, verdict, causedBy: root });
    } else {
      const { holds, causedBy, ...rest } = one;
      const verdict = holds === null ? 'depends' : holds ? 'met' : 'violated';
      const root = holds ? null : (causedBy ?? null);
      yield finding({ evidence: 'reported', case: name, ...rest, rule, verdict, causedBy: root });
    }
  }
}

/** Whether an implementation claims what a check needs; without that, silence or another way of working says nothing. */
const claims = ({ capabilities }: Facts, needs: readonly Capability[]): boolean =>
  needs.every((one) => capabilities.includes(one));

function nameOfDelegateCall(facts: Facts, { case: name, path, seq }: Exchange): string {
  const { cases, talks } = delegateOf(facts);
  const id = String(path.id ?? '');
  return name ?? cases.get(id)?.name ?? talks.get(id)?.cases[0]?.name ?? `seq ${seq}`;
}

/** What is left of findings on a moot answer: a refusal that had to be may keep a rule; it never breaks one. */
const keptOnly = (found: readonly Finding[]): readonly Finding[] =>
  found.filter(({ verdict }) => verdict === 'met');

function onCalls(check: Extract<Check, { on: 'call' }>, facts: Facts): Finding[] {
  return facts.exchanges.flatMap((call) => {
    const name = check.delegate ? nameOfDelegateCall(facts, call) : (call.case ?? `seq ${call.seq}`);
    const found = [...findingsOf(check.rule, check.look, call, name, facts)];
    return call.moot ? keptOnly(found) : found;
  });
}

/** Every finding of one check on a history. */
export function apply(check: Check, facts: Facts, options: JudgeOptions): readonly Finding[] {
  if (check.on === 'history') return check.judge(facts, options);
  if (check.on !== 'claim' && !claims(facts, check.needs)) return [];
  if (check.on === 'claim')
    return facts.claims.flatMap((file) => [
      ...findingsOf(check.rule, check.look, file, file.claim.id, facts),
    ]);
  if (check.on === 'request')
    return facts.cases.flatMap((file) => [...findingsOf(check.rule, check.look, file, file.name, facts)]);
  if (check.on === 'call') {
    if (check.delegate && !facts.world.delegation) return [];
    return onCalls(check, facts);
  }
  if (!facts.world.delegation) return [];
  const { cases, talks } = delegateOf(facts);
  return check.on === 'case'
    ? [...cases.values()].flatMap((file) => [...findingsOf(check.rule, check.look, file, file.name, facts)])
    : [...talks.values()].flatMap((talk) => [
        ...findingsOf(check.rule, check.look, talk, talk.cases[0]?.name ?? talk.id, facts),
      ]);
}
