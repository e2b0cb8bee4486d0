import type { Duty, InterpretationName, Part, RuleId } from '../rulebook/index.ts';
import type { Expected, Values } from './value.ts';

export type FindingVerdict = 'met' | 'violated' | 'pending' | 'indeterminate' | 'depends' | 'not-applicable';
/** How a finding's facts are known. */
export type Evidence = 'observed' | 'reported' | 'staged';
/** Who acted: only what the portal did counts for or against it. */
export type Party = 'portal' | 'staff' | 'provider';

/** A single setting that would change a verdict, and the limit that it gives. */
export type Flip = {
  readonly setting: string;
  readonly value: string;
  readonly verdict: FindingVerdict;
  readonly dueAt: string | null;
};

/** What the check counted for a time limit. Instants are ISO, UTC. */
export type TimeFacts = {
  readonly duty: Duty;
  readonly part: Part | null;
  readonly row: string;
  readonly startAt: string | null;
  readonly dueAt: string | null;
  readonly actualAt: string | null;
  readonly lateBySeconds: number | null;
  readonly byInterpretation: Readonly<Record<InterpretationName, FindingVerdict>>;
  readonly flips: readonly Flip[];
  /** Arms that were missed beside the one that binds, and arms that were kept. */
  readonly also: readonly RuleId[];
  readonly alsoMet: readonly RuleId[];
};

/** One rule or duty applied to one case. A violation is a value; a throw means our bug. */
export type Finding = {
  readonly rule: RuleId;
  readonly case: string;
  readonly verdict: FindingVerdict;
  readonly on: Party;
  readonly evidence: Evidence;
  /** What the rule was applied to, where the expected and the observed values do not say it. */
  readonly given: Values;
  /** What the rule requires, and what was seen instead or indeed, by the same names. */
  readonly expected: Expected;
  readonly observed: Values;
  /** `seq` of the records that show it. */
  readonly events: readonly number[];
  /** At the very edge of what is allowed, or just inside it. */
  readonly edge: 'at' | 'near' | null;
  /** The rule whose violation brought this one about. */
  readonly causedBy: RuleId | null;
  readonly time: TimeFacts | null;
};

type Sketch = Pick<Finding, 'rule' | 'case' | 'verdict' | 'events'> & Partial<Finding>;

/** A finding with the usual values filled in: on the portal, observed, nothing special. */
export const finding = (sketch: Sketch): Finding => ({
  on: 'portal',
  evidence: 'observed',
  given: {},
  expected: {},
  observed: {},
  edge: null,
  causedBy: null,
  time: null,
  ...sketch,
});
