import { isUnclocked } from '../../facts/case-file.ts';
import { dateOf } from '../../facts/civil.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Moment } from '../../facts/moment.ts';
import {
  type Anchor,
  armsOf,
  type Clock,
  type Condition,
  clockOf,
  type PackDuty,
  type PackRuleId,
  type RulePack,
} from '../../rulebook/index.ts';
import type { Finding, TimeFacts } from '../finding.ts';
import { atLeast, atMost, instant, PRESENT, span } from '../value.ts';
import { type Determination, determinationsOf } from './determination.ts';
import { dutyName } from './duty-names.ts';
import { type DutyAnswer, judgeDuty } from './judge-duty.ts';
import { type Answer, BOUND, holds, instantKnown, type Known, kindOf, knownOf } from './known.ts';
import { armWords } from './words.ts';
import { workingDays } from './working-days.ts';

/** What a pack's clock comes to on one duty of one determination; its rule may be one of the pack's own. */
export type PackFinding = Omit<Finding, 'rule' | 'causedBy' | 'time'> & {
  readonly rule: PackRuleId;
  readonly causedBy: PackRuleId | null;
  readonly time:
    | (Omit<TimeFacts, 'duty' | 'part' | 'also' | 'alsoMet'> & {
        readonly duty: string;
        readonly part: string | null;
        readonly also: readonly PackRuleId[];
        readonly alsoMet: readonly PackRuleId[];
      })
    | null;
};

/** What a history comes to under a pack. */
export type PackJudgment = {
  readonly findings: readonly PackFinding[];
  /** Whether the pack is about determinations at all: one on another kind of case has nothing to say of a history. */
  readonly related: boolean;
  /** Cases at a delegate, which are not judged by another pack than the delegate’s. */
  readonly delegated: number;
  /** Determinations to which no clock of the pack applies, by the line of business of the member. */
  readonly unbound: ReadonlyMap<string, number>;
};

type Bound = { readonly clock: Clock; readonly part: string | undefined };

const followed = new WeakMap<Clock, Map<string, Clock>>();

/** The clock with arms of its own, where it takes those of the clock that bound the request which is reconsidered. */
function resolved(
  pack: RulePack,
  { low }: Known,
  clock: Clock,
  duty: string,
  part: string | undefined,
): Clock {
  if (!clock.asParent) return clock;
  const known = followed.get(clock) ?? new Map<string, Clock>();
  followed.set(clock, known);
  const key = `${low.original?.row} ${duty} ${part}`;
  const parent = clockOf(pack.clocks, low.original?.row ?? '', duty, part ?? '');
  const own = known.get(key) ?? { ...clock, arms: armsOf(clock, parent) };
  known.set(key, own);
  return own;
}

/** Facts at which an anchor starts. */
function factsOfAnchor(of: Anchor): readonly string[] {
  if ('receipt' in of) return [of.receipt];
  if ('later' in of) return of.later.flatMap(factsOfAnchor);
  if ('notice' in of) return [of.notice, of.decided];
  if ('reconsidered' in of) return [of.reconsidered, of.original];
  if ('due' in of) return [];
  return [of.fact, ...(of.else ? factsOfAnchor(of.else) : [])];
}

const and = (...answers: readonly Answer[]): Answer =>
  answers.includes(false) ? false : (answers.find((answer) => answer !== true) ?? true);

const withoutKind = (condition: Condition): Condition =>
  condition.map((all) => Object.fromEntries(Object.entries(all).filter(([fact]) => fact !== 'kind')));

/** Whether a clock binds a part of a duty of a determination. */
function binds(pack: RulePack, known: Known, clock: Clock, duty: string, part: string | undefined): Answer {
  const rule = pack.parts.find(({ name }) => name === part);
  const made = rule ? holds(known, rule.when) : true;
  const foreseen = rule?.foreseen?.duties.includes(duty) ? holds(known, rule.foreseen.when) : false;
  const owed = made === true || foreseen === true ? true : made === false ? foreseen : made;
  return and(holds(known, clock.applies), owed, holds(known, pack.owed[duty] ?? []));
}

const numbers = new WeakMap<Clock, number>();
let next = 0;

/** A number for a clock, the same while the program runs. */
function numberOf(clock: Clock): number {
  const own = numbers.get(clock) ?? next++;
  numbers.set(clock, own);
  return own;
}

const packs = new WeakMap<RulePack, Map<string, RulePack>>();

/** The pack with nothing but the clocks that bind a determination, under one kind: so limits that rest on others find them. */
function boundPack(pack: RulePack, bound: readonly Bound[]): RulePack {
  const known = packs.get(pack) ?? new Map<string, RulePack>();
  packs.set(pack, known);
  const key = bound.map(({ clock, part }) => `${numberOf(clock)} ${part}`).join();
  const own =
    known.get(key) ??
    ({
      ...pack,
      clocks: bound.map(({ clock, part }) => ({
        ...clock,
        parts: part === undefined ? [] : [part],
        applies: [{ kind: { in: [BOUND] } }],
      })),
    } satisfies RulePack);
  known.set(key, own);
  return own;
}

/** When a duty was done: the first or the last of its facts; null while it is not, or not all of it is. */
function actOf({ stop }: PackDuty, known: Known): Moment | null | { readonly missing: string } {
  const moments: Moment[] = [];
  for (const fact of stop.facts) {
    const [low, high] = [instantKnown(known, 'low', fact), instantKnown(known, 'high', fact)];
    if (low === undefined || high === undefined) return { missing: fact };
    if (low !== null && high !== null) moments.push({ low, high });
    else if (stop.take === 'last') return null;
  }
  if (moments.length === 0) return null;
  const pick = stop.take === 'last' ? Math.max : Math.min;
  return { low: pick(...moments.map(({ low }) => low)), high: pick(...moments.map(({ high }) => high)) };
}

const iso = (at: number): string => new Date(at).toISOString();

type Judging = {
  readonly facts: Facts;
  readonly pack: RulePack;
  readonly determination: Determination;
  readonly known: Known;
  readonly explain: boolean;
};

/** The part of a finding that is the same whatever came of the duty. */
const sketch = ({ facts, determination }: Judging, rule: PackRuleId) => {
  const { decided, file, start } = determination;
  return {
    rule,
    case: file.name,
    on: decided?.staged || (facts.scripted && !decided) ? ('staff' as const) : ('portal' as const),
    evidence: decided?.staged ? ('staged' as const) : ('reported' as const),
    events: [start.seq],
    edge: null,
    causedBy: null,
    time: null,
  };
};

const untold = (judging: Judging, duty: PackDuty, { arms }: Clock, missing: string): PackFinding[] =>
  arms[0]
    ? [
        {
          ...sketch(judging, arms[0].rule),
          verdict: 'indeterminate',
          given: { duty: dutyName(duty.name) },
          expected: { [missing]: PRESENT },
          observed: { [missing]: null },
        },
      ]
    : [];

/** What was counted, what had to come of it by then, and what did. */
function comparison(
  { facts, pack }: Judging,
  duty: PackDuty,
  clock: Clock,
  { arm, from, due }: DutyAnswer['arms'][number],
  act: number | null,
): Pick<PackFinding, 'given' | 'expected' | 'observed'> {
  const given = {
    limit: armWords(pack, arm),
    countedFrom: instant(from),
    ...(act === null ? { historyEnds: instant(facts.until) } : {}),
    ...(act === null && clock.silence ? { silenceCountsAs: clock.silence } : {}),
    ...(clock.extension ? { extension: 'none reported' } : {}),
  };
  const bound = clock.notBefore ? atLeast(instant(due)) : atMost(instant(due));
  const difference =
    act === null ? {} : act > due ? { lateBy: span(act - due) } : { timeLeft: span(due - act) };
  return {
    given,
    expected: { [dutyName(duty.name)]: bound },
    observed: {
      [dutyName(duty.name)]: act === null ? null : instant(act),
      ...(clock.notBefore ? {} : difference),
    },
  };
}

function judgeBound(judging: Judging, pack: RulePack, duty: PackDuty, { clock, part }: Bound): PackFinding[] {
  const { facts, known, determination, explain } = judging;
  const act = actOf(duty, known);
  if (act && 'missing' in act) return untold(judging, duty, clock, act.missing);
  const starts = clock.arms.flatMap(({ of }) => factsOfAnchor(of));
  const missing = starts.find((fact) => instantKnown(known, 'low', fact) === undefined);
  if (missing !== undefined) return untold(judging, duty, clock, missing);
  const answer = judgeDuty({
    pack,
    duty: duty.name,
    part: part ?? '',
    low: known.low,
    high: known.high,
    act,
    until: facts.until,
    explain,
    ...(clock.notBefore ? { notBefore: true } : {}),
  });
  const [binding, ...others] = answer.arms;
  if (!binding) return [];
  const { decided, file } = determination;
  const ended = !decided && file.closed && file.closed.at.high <= binding.due;
  const actual = act?.low ?? null;
  const late = actual !== null && !clock.notBefore && actual > binding.due;
  return [
    {
      ...sketch(judging, binding.arm.rule),
      verdict: ended ? 'not-applicable' : answer.verdict,
      ...comparison(judging, duty, clock, binding, actual),
      time: {
        duty: duty.name,
        part: part ?? null,
        row: known.texts.get('kind') ?? '',
        startAt: iso(binding.from),
        dueAt: iso(binding.due),
        actualAt: actual === null ? null : iso(actual),
        lateBySeconds: late ? (actual - binding.due) / 1000 : null,
        byInterpretation: answer.byInterpretation,
        flips: answer.flips,
        also: others.flatMap(({ arm, verdict }) => (verdict === 'violated' ? [arm.rule] : [])),
        alsoMet: others.flatMap(({ arm, verdict }) => (verdict === 'met' ? [arm.rule] : [])),
      },
    },
  ];
}

/** Whether a clock is in force on the local date of receipt. */
function inForce(pack: RulePack, { low }: Known): (clock: Clock) => boolean {
  const { zone } = workingDays(pack, pack.interpretations.default.holidays);
  const date = dateOf(zone.toLocal(low.received).day);
  return ({ from, until }) => from <= date && (until === undefined || date <= until);
}

/** Every duty of one determination; null where no clock of the pack applies to it. */
function judgeOne(judging: Judging): PackFinding[] | null {
  const { pack, known } = judging;
  const clocks = pack.clocks.filter(inForce(pack, known));
  const found: PackFinding[] = [];
  const bound: { duty: PackDuty; of: Bound }[] = [];
  const scope = holds(known, withoutKind(pack.scope));
  for (const duty of scope === false ? [] : pack.layout.duties)
    for (const clock of clocks)
      for (const part of clock.duties.includes(duty.name)
        ? clock.parts.length === 0
          ? [undefined]
          : clock.parts
        : []) {
        const answer = and(scope, binds(pack, known, clock, duty.name, part));
        if (answer === true)
          bound.push({ duty, of: { clock: resolved(pack, known, clock, duty.name, part), part } });
        else if (answer !== false) found.push(...untold(judging, duty, clock, answer.missing));
      }
  if (bound.length === 0 && found.length === 0) return null;
  const own = boundPack(
    pack,
    bound.map(({ of }) => of),
  );
  for (const { duty, of } of bound) found.push(...judgeBound(judging, own, duty, of));
  return found;
}

/**
 * Judges the decisions and notifications of a history by the clocks of any pack, from what the history tells. What it
 * cannot show is `indeterminate`, with the missing fact, and never a violation. Of more time that was taken no history
 * tells, so none is counted.
 */
export function judgePack(
  facts: Facts,
  pack: RulePack,
  options: { readonly explain: boolean },
): PackJudgment {
  const findings: PackFinding[] = [];
  const unbound = new Map<string, number>();
  if (pack.layout.received !== 'received') return { findings, related: false, delegated: 0, unbound };
  for (const file of facts.cases) {
    if (isUnclocked(file) || file.channel === 'delegate') continue;
    for (const determination of determinationsOf(file)) {
      const told = knownOf(determination);
      const kind = kindOf(told, pack.layout);
      const known: Known = {
        ...told,
        texts: typeof kind === 'string' ? new Map([...told.texts, ['kind', kind]]) : told.texts,
      };
      const judged = judgeOne({ facts, pack, determination, known, explain: options.explain });
      if (judged) findings.push(...judged);
      else {
        const line = file.lineOfBusiness ?? 'unknown';
        unbound.set(line, (unbound.get(line) ?? 0) + 1);
      }
    }
  }
  const onPaper = facts.cases.filter(({ channel }) => channel === 'delegate').length;
  return { findings, related: true, delegated: onPaper + facts.delegate.cases.size, unbound };
}
