import type { Holiday, ZoneTransition } from './calendars.ts';
import type { Anchor, Clock, Condition, Misreading } from './clock.ts';
import type { DelegateFigures, PlanFigures } from './figures.ts';
import type { Interpretation, InterpretationName } from './interpretation.ts';
import type { PackRuleId } from './pack-rule-id.ts';
import type { RuleId } from './rule-ids.ts';

export type FactType = 'text' | 'instant' | 'integer' | 'boolean';

/** A fact that clocks may ask for, and the column of a log in which it stands. */
export type Fact = {
  readonly name: string;
  readonly column: string;
  readonly type: FactType;
  /** A row of a log without it is rejected: always, or where the condition holds. */
  readonly required: boolean | Condition;
  readonly values?: readonly string[];
  /** An instant counts only where this holds, such as a call that reached somebody. */
  readonly counts?: Condition;
  readonly means: string;
};

/** What has to be done, and which instants fulfil it: the first or the last of several facts. */
export type PackDuty = {
  readonly name: string;
  readonly title: string;
  readonly stop: { readonly facts: readonly string[]; readonly take: 'first' | 'last' };
  /** Earlier duties whose lateness may be the root of this one's. */
  readonly follows: readonly string[];
  /** Conditions under which a log does not tell whether the duty is owed while nothing was done. */
  readonly unsure?: Condition;
};

/** What may be known of one kind of case, by names of facts: packs on the same kind of case share it. */
export type Layout = {
  readonly facts: readonly Fact[];
  readonly key: { readonly case: string; readonly number?: string };
  readonly received: string;
  /** Kinds of case, the first that fits; conditions of clocks may name `kind` and `parent.kind`. */
  readonly kinds: readonly { readonly name: string; readonly when: Condition }[];
  /** When a case was closed without a decision, which ends what is still owed. */
  readonly closed?: { readonly fact: string; readonly when: Condition };
  readonly duties: readonly PackDuty[];
  /** Instants that may not lie before another. */
  readonly order: readonly { readonly fact: string; readonly notBefore: string }[];
  /** What no case can show at once, and what to do about it. */
  readonly contradictions: readonly {
    readonly fact: string;
    readonly when: Condition;
    readonly says: string;
  }[];
  /** Facts by which a report breaks its figures down. */
  readonly by: readonly string[];
};

/** When a part of a duty is owed, and which duties it foresees before anything is decided. */
export type PartRule = {
  readonly name: string;
  readonly when: Condition;
  readonly foreseen?: { readonly duties: readonly string[]; readonly when: Condition };
};

/** A rule of a pack that is not in the catalogue: that of a law, or of a user's own text. */
export type PackRule = {
  readonly id: PackRuleId;
  readonly level: 'MUST' | 'MUST NOT' | 'SHOULD' | 'MAY';
  readonly statement: string;
  readonly cite: string;
};

/** What a plan or a portal is held to by one text: clocks with calendar, zone and interpretations, and what they rest on. */
export type RulePack<R = PackRuleId> = {
  readonly id: string;
  readonly title: string;
  readonly dated: string;
  /** Whether it is law, which a plan may not fall short of. */
  readonly law: boolean;
  readonly zone: string;
  readonly transitions: readonly ZoneTransition[];
  /** Local times `HH:MM`; used only by interpretations other than the default. */
  readonly opens: string;
  readonly closes: string;
  /** Holiday tables by name; a `holidays` setting joins names with `+`. */
  readonly holidays: Readonly<Record<string, readonly Holiday[]>>;
  /** Local dates between which the holidays are complete. */
  readonly calendar: { readonly from: string; readonly to: string };
  readonly interpretations: Readonly<Record<InterpretationName, Interpretation>>;
  /** Cases for which the pack has no clock are out of scope. */
  readonly scope: Condition;
  readonly linesOfBusiness: readonly string[];
  readonly layout: Layout;
  /** The fact that names the case which one of a kind is about. */
  readonly parent?: { readonly fact: string; readonly kind: string };
  /** Names for where arms start, with what they mean. */
  readonly starts: Readonly<Record<string, { readonly means: string; readonly is: Anchor }>>;
  readonly parts: readonly PartRule[];
  /** What else has to be so for a duty to be owed, by duty. */
  readonly owed: Readonly<Record<string, Condition>>;
  readonly clocks: readonly Clock<R>[];
  readonly misreadings: readonly Misreading<R>[];
  /** Rules that no run may lack. */
  readonly core: readonly R[];
  /** Its own rules, where they are not in the catalogue. */
  readonly rules: readonly PackRule[];
  readonly figures?: PlanFigures;
  readonly delegate?: DelegateFigures;
};

/**
 * A pack by which a portal can be played: it has what the rules give in figures beside time limits, and all its rules
 * are in the catalogue.
 */
export type Pack = RulePack<RuleId> & {
  readonly figures: PlanFigures;
};
