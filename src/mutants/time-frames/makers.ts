import type { OpenDuty, Parts } from '../../reference-impl/index.ts';
import type { RuleId } from '../../rulebook/rule-ids.ts';
import { SECOND_MS } from '../makers/times.ts';
import type { Fault, Mutant } from '../mutant.ts';
import { always, type Duty, type When } from './when.ts';

/** The latest limit that the arms of one rule give, each interpretation taken at its earliest such arm. */
function latestOf(open: OpenDuty, rule: RuleId): number | null {
  const own = open.limits.flatMap((arms) => {
    const mine = arms.filter((arm) => arm.rule === rule).map(({ at }) => at);
    return mine.length === 0 ? [] : [Math.min(...mine)];
  });
  return own.length === 0 ? null : Math.max(...own);
}

/** The earliest limit that any other rule gives. */
const othersOf = (open: OpenDuty, rule: RuleId): number =>
  Math.min(...open.limits.flatMap((arms) => arms.filter((arm) => arm.rule !== rule).map(({ at }) => at)));

const actingAt = (parts: Parts, actAt: Parts['desk']['actAt']): Parts => ({
  ...parts,
  desk: { ...parts.desk, actAt },
});

/** Too late by the smallest amount under every interpretation, and only where that breaks no other rule. */
function late(rule: RuleId, duties: readonly Duty[], when: When): (parts: Parts) => Parts {
  return (parts) =>
    actingAt(parts, (open) => {
      const latest = latestOf(open, rule);
      if (!duties.includes(open.duty) || latest === null || open.parts.length > 1 || !when(open))
        return parts.desk.actAt(open);
      const at = latest + SECOND_MS;
      return at <= othersOf(open, rule) ? at : parts.desk.actAt(open);
    });
}

/** Never, where this rule's arm is the one that binds. */
function never(rule: RuleId, duties: readonly Duty[], when: When): (parts: Parts) => Parts {
  return (parts) =>
    actingAt(parts, (open) => {
      const latest = latestOf(open, rule);
      const binds = latest !== null && latest < othersOf(open, rule);
      return duties.includes(open.duty) && open.parts.length === 1 && binds && when(open)
        ? null
        : parts.desk.actAt(open);
    });
}

/** Staff who decide urgent requests in the last minute, so that a call with hours of its own comes too late. */
const lastMinute = (parts: Parts): Parts =>
  actingAt(parts, (open) => {
    if (open.duty !== 'decision' || open.request.accepted.urgency !== 'urgent') return parts.desk.actAt(open);
    const limits = open.limits.flatMap((arms) => arms.map(({ at }) => at));
    return Math.max(open.start, Math.min(...limits) - 50 * SECOND_MS);
  });

/** One time limit, as two mutants miss it. */
type MissedLimit = {
  /** The id of both mutants, but for `-late` and `-never`. */
  readonly id: string;
  /** The id, in full, of the rule of the limit. */
  readonly breaks: RuleId;
  readonly duties: readonly Duty[];
  readonly when?: When;
  /** What the plan does: the end of a sentence that begins with “An office that”. */
  readonly office: string;
  /** Set where the limit binds only if the decision before it came in its last minute. */
  readonly decidesInLastMinute?: true;
};

/** For one time limit two mutants: late by the smallest amount, and never. */
export function missingLimit({
  id,
  breaks,
  duties,
  when = always,
  office,
  decidesInLastMinute,
}: MissedLimit): Mutant[] {
  const hurried = decidesInLastMinute ? lastMinute : (parts: Parts): Parts => parts;
  return [
    {
      id: `${id}-late`,
      breaks,
      summary: `An office that ${office}.`,
      make: (parts) => late(breaks, duties, when)(hurried(parts)),
    },
    {
      id: `${id}-never`,
      breaks,
      summary: `An office that ${office}, and then forgets.`,
      make: (parts) => never(breaks, duties, when)(hurried(parts)),
    },
  ];
}

/**
 * A plan that is too late under every interpretation, where a rule of its own forbids the way it counted. A decision
 * is never made where `waits` holds.
 */
export const misreadingLimit = ({
  duties,
  when,
  waits,
  ...fault
}: Fault & { readonly duties: readonly Duty[]; readonly when: When; readonly waits?: When }): Mutant => ({
  ...fault,
  make: (parts) =>
    actingAt(parts, (open) => {
      if (waits?.(open) && open.duty === 'decision') return null;
      if (!duties.includes(open.duty) || !when(open)) return parts.desk.actAt(open);
      const mine = open.parts.length > 1 ? [open.limits.slice(3)] : [open.limits];
      const rules = [...new Set(mine.flat().flatMap((arms) => arms.map(({ rule }) => rule)))];
      const binding = rules.map((rule) =>
        Math.max(
          ...mine.flat().flatMap((arms) => arms.filter((arm) => arm.rule === rule).map(({ at }) => at)),
        ),
      );
      return Math.min(...binding) + SECOND_MS;
    }),
});
