import type { Capability } from '../contract/index.ts';
import type { Exchange } from '../facts/case-file.ts';
import { type Facts, walk } from '../facts/facts.ts';
import type { Header, History } from '../history/index.ts';
import type { Pack, RuleId } from '../rulebook/index.ts';
import { type Answer, type Check, findingFrom, type JudgeOptions, type Look } from './check.ts';
import type { Finding } from './finding.ts';

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
