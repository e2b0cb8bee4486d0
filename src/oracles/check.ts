import type { Capability, World } from '../contract/index.ts';
import type { CaseFile, Exchange } from '../facts/case-file.ts';
import type { ClaimFile } from '../facts/claim-file.ts';
import type { DelegateCase, Talk } from '../facts/delegate/file.ts';
import { type Facts, walk } from '../facts/facts.ts';
import type { Header, History } from '../history/index.ts';
import type { Pack, RuleId } from '../rulebook/index.ts';
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

type Answer = readonly Comparison[] | Comparison | null;

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

const NONE: readonly Finding[] = [];

function findingsOf(rule: RuleId, name: string, answer: Answer): readonly Finding[] {
  if (answer === null) return NONE;
  if (!('length' in answer)) return [findingFrom(rule, name, answer)];
  return answer.map((one) => findingFrom(rule, name, one));
}

/** Whether an implementation claims what a check needs; without that, silence or another way of working says nothing. */
const claims = (capabilities: readonly string[], needs: readonly Capability[]): boolean =>
  needs.every((one) => capabilities.includes(one));

function nameOf(delegate: boolean, facts: Facts, { case: name, path, seq }: Exchange): string {
  if (!delegate) return name ?? `seq ${seq}`;
  const { cases, talks } = facts.delegate;
  const id = String(path.id ?? '');
  return name ?? cases.get(id)?.name ?? talks.get(id)?.cases[0]?.name ?? `seq ${seq}`;
}

/** What is left of findings on a moot answer: a refusal that had to be may keep a rule; it never breaks one. */
const keptOnly = (found: readonly Finding[]): readonly Finding[] =>
  found.filter(({ verdict }) => verdict === 'met');

type CallCheck = Extract<Check, { on: 'call' }>;

/**
 * What the checks of calls observe in a walk. Findings are made of it at the end, where what brought a violation about
 * can be told; what was observed is kept as it was at its call.
 */
class CallFindings {
  readonly #checks: readonly CallCheck[];
  readonly #found = new Map<CallCheck, ((end: Facts) => readonly Finding[])[]>();

  constructor(checks: readonly CallCheck[]) {
    this.#checks = checks;
  }

  visit(call: Exchange, facts: Facts): void {
    for (const check of this.#checks) {
      const answer = check.look(call, facts);
      if (answer === null) continue;
      const own = this.#found.get(check) ?? [];
      this.#found.set(check, own);
      own.push((end) => {
        const said = typeof answer === 'function' ? answer(end) : answer;
        const found = findingsOf(check.rule, nameOf(check.delegate, end, call), said);
        return call.moot ? keptOnly(found) : found;
      });
    }
  }

  of(check: CallCheck, end: Facts): readonly Finding[] {
    const own = this.#found.get(check);
    return own === undefined ? NONE : own.flatMap((found) => found(end));
  }
}

/** What a check that looks at whole files finds, once the history is whole. */
function onWhole(check: Exclude<Check, CallCheck>, facts: Facts, options: JudgeOptions): readonly Finding[] {
  const each = <T>(look: Look<T>, subjects: Iterable<T>, nameOf: (subject: T) => string): Finding[] => {
    const found: Finding[] = [];
    for (const subject of subjects) {
      const answer = look(subject, facts);
      const said = typeof answer === 'function' ? answer(facts) : answer;
      if (said !== null) found.push(...findingsOf(check.rule, nameOf(subject), said));
    }
    return found;
  };
  switch (check.on) {
    case 'history':
      return check.judge(facts, options);
    case 'world':
      return each(check.look, [facts.world], () => 'world');
    case 'claim':
      return each(check.look, facts.claims, ({ claim }) => claim.id);
    case 'request':
      return each(check.look, facts.cases, ({ name }) => name);
    case 'case':
      return each(check.look, facts.delegate.cases.values(), ({ name }) => name);
    case 'peer-to-peer':
      return each(check.look, facts.delegate.talks.values(), ({ id, cases }) => cases[0]?.name ?? id);
  }
}

/** Whether a check looks at a history at all: by what the implementation claims, and by whether there is a delegate. */
function applies(check: Check, { capabilities, world }: Header): boolean {
  if (check.on === 'history' || check.on === 'claim') return true;
  const delegates =
    check.on === 'case' || check.on === 'peer-to-peer' || (check.on === 'call' && check.delegate);
  return claims(capabilities, check.needs) && (!delegates || world.delegation !== undefined);
}

type Live = { readonly all: readonly Check[]; readonly calls: readonly CallCheck[] };

/** The checks that look at histories of one kind, by what their headers claim. */
const live = new WeakMap<readonly Check[], Map<string, Live>>();

function liveOf(checks: readonly Check[], header: Header): Live {
  const known = live.get(checks) ?? new Map<string, Live>();
  live.set(checks, known);
  const key = `${header.world.delegation === undefined} ${header.capabilities.join(' ')}`;
  const found = known.get(key);
  if (found) return found;
  const all = checks.filter((check) => applies(check, header));
  const made = { all, calls: all.filter((check) => check.on === 'call') };
  known.set(key, made);
  return made;
}

/**
 * Judges a history by checks in one forward walk: each call is looked at with the facts as they stood before it, and
 * whole files once the history is whole. Findings come in the order of the checks.
 */
export function judgeBy(
  checks: readonly Check[],
  history: History,
  pack: Pack,
  options: JudgeOptions,
): Finding[] {
  const { all, calls } = liveOf(checks, history.header);
  const called = new CallFindings(calls);
  const end = walk(history, pack, (call, facts) => called.visit(call, facts));
  const found: Finding[] = [];
  for (const check of all)
    found.push(...(check.on === 'call' ? called.of(check, end) : onWhole(check, end, options)));
  return found;
}
