import { isCoarse, type Moment } from '../../facts/moment.ts';
import {
  INTERPRETATION_NAMES,
  type Interpretation,
  type InterpretationName,
  type PackRuleId,
  type RulePack,
  SETTINGS,
  type Setting,
} from '../../rulebook/index.ts';
import type { FindingVerdict, Flip } from '../finding.ts';
import { type Anchors, type ArmDue, armsDue } from './arms.ts';

/** A duty with everything that its verdict depends on. Anchors and act are given at both ends of a coarse log. */
export type DutyQuestion<R = PackRuleId> = {
  readonly pack: RulePack<R>;
  readonly duty: string;
  readonly part: string;
  readonly low: Anchors;
  readonly high: Anchors;
  readonly act: Moment | null;
  readonly until: number;
  /** Whether the act must not come before the limit, instead of not after it. */
  readonly notBefore?: boolean;
  /** Whether to try every single setting. */
  readonly explain: boolean;
};

export type DutyAnswer<R = PackRuleId> = {
  readonly verdict: FindingVerdict;
  readonly byInterpretation: Readonly<Record<InterpretationName, FindingVerdict>>;
  /** The arms under the default interpretation, the binding one first; empty where it gives no limit. */
  readonly arms: readonly (ArmDue<R> & { readonly verdict: FindingVerdict })[];
  readonly flips: readonly Flip[];
  /** The last instant that is in time under every interpretation; null where none gives a limit. */
  readonly safe: number | null;
};

const MINUTE_MS = 60_000;

/** One limit, counted from anchors at both ends of what a coarse log may mean. */
function against(act: Moment | null, low: number, high: number, until: number): FindingVerdict {
  if (!act) return until <= low ? 'pending' : until > high ? 'violated' : 'indeterminate';
  const grace = isCoarse(act) && Math.floor(act.low / MINUTE_MS) === Math.floor(low / MINUTE_MS);
  if (act.high <= low || grace) return 'met';
  return act.low > high ? 'violated' : 'indeterminate';
}

/** The first instant at which an act may come; without an act there is nothing to judge. */
function since(act: Moment | null, low: number, high: number): FindingVerdict {
  if (!act) return 'not-applicable';
  if (act.low >= high) return 'met';
  return act.high < low ? 'violated' : 'indeterminate';
}

function underInterpretation(
  question: DutyQuestion<unknown>,
  interpretation: Interpretation,
): { verdict: FindingVerdict; due: number | null } {
  const { pack, duty, part, low, high, act, until, notBefore } = question;
  const first = armsDue(pack, interpretation, low, duty, part, notBefore)[0]?.due ?? null;
  if (first === null) return { verdict: 'not-applicable', due: null };
  const last =
    low === high ? first : (armsDue(pack, interpretation, high, duty, part, notBefore)[0]?.due ?? first);
  const [from, to] = [Math.min(first, last), Math.max(first, last)];
  return { verdict: notBefore ? since(act, from, to) : against(act, from, to, until), due: first };
}

/** One verdict over the interpretations: where they differ it depends; an interpretation without a limit takes no part. */
function together(verdicts: readonly FindingVerdict[]): FindingVerdict {
  const known = [...new Set(verdicts.filter((verdict) => verdict !== 'not-applicable'))];
  return known.length === 1
    ? (known[0] ?? 'not-applicable')
    : known.length === 0
      ? 'not-applicable'
      : 'depends';
}

function flipsOf(question: DutyQuestion<unknown>, byDefault: FindingVerdict): Flip[] {
  const base = question.pack.interpretations.default;
  const flips: Flip[] = [];
  for (const setting of Object.keys(SETTINGS) as Setting[]) {
    for (const value of SETTINGS[setting]) {
      if (value === base[setting]) continue;
      const { verdict, due } = underInterpretation(question, { ...base, [setting]: value });
      if (verdict === byDefault || verdict === 'not-applicable') continue;
      flips.push({ setting, value, verdict, dueAt: due === null ? null : new Date(due).toISOString() });
    }
  }
  return flips;
}

/** Judges one duty under the three interpretations of its pack. */
export function judgeDuty<R>(question: DutyQuestion<R>): DutyAnswer<R> {
  const { pack, duty, part, low, high, act, until, notBefore } = question;
  const byInterpretation = {
    default: 'not-applicable',
    strict: 'not-applicable',
    lenient: 'not-applicable',
  } as Record<InterpretationName, FindingVerdict>;
  let safe: number | null = null;
  for (const name of INTERPRETATION_NAMES) {
    const { verdict, due } = underInterpretation(question, pack.interpretations[name]);
    byInterpretation[name] = verdict;
    if (due !== null) safe = Math.min(safe ?? due, due);
  }
  const ends = armsDue(pack, pack.interpretations.default, high, duty, part, notBefore);
  const arms = armsDue(pack, pack.interpretations.default, low, duty, part, notBefore).map((due) => {
    const other = low === high ? due.due : (ends.find(({ arm }) => arm === due.arm)?.due ?? due.due);
    const [from, to] = [Math.min(due.due, other), Math.max(due.due, other)];
    return { ...due, verdict: notBefore ? since(act, from, to) : against(act, from, to, until) };
  });
  return {
    verdict: together(INTERPRETATION_NAMES.map((name) => byInterpretation[name])),
    byInterpretation,
    arms,
    safe,
    flips: question.explain ? flipsOf(question, byInterpretation.default) : [],
  };
}
