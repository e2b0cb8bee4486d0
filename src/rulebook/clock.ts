import type { PackRuleId } from './pack-rule-id.ts';

/** The six rows of the time table (Section 7, UM Time Frame for Decision-Making and Notification). */
export const ROWS = [
  'preservice-nonurgent',
  'preservice-urgent',
  'concurrent-urgent',
  'concurrent-nonurgent',
  'retrospective',
  'reconsideration',
] as const;
export type Row = (typeof ROWS)[number];

/** The duties of a determination in the time table. Other packs may have duties of other names. */
export type Duty = 'decision' | 'verbal' | 'written-provider' | 'written-member';
/** A partial approval owes both parts. A decision is owed before there is a part. */
export type Part = 'approval' | 'denial';

/**
 * How a limit counts. `months` clamps to the last day of a shorter month; negative counts look backward.
 * `hours-or-calendar-days` is the form "24 hours/one calendar day", counted in days here; `lesser-calendar-days` is
 * the calendar arm of a "lesser of", with a setting of its own.
 */
export const UNITS = [
  'minutes',
  'hours',
  'business-days',
  'calendar-days',
  'hours-or-calendar-days',
  'lesser-calendar-days',
  'months',
] as const;
export type Unit = (typeof UNITS)[number];
export type Within = readonly [count: number, unit: Unit];

/** What has to be so of one fact. `after` names another fact, an instant that this one has to lie after. */
export type Test =
  | { readonly in: readonly string[] }
  | { readonly not: readonly string[] }
  | { readonly present: boolean }
  | { readonly after: string };
/** Alternatives, each of which asks something of several facts. No alternatives: it holds everywhere. */
export type Condition = readonly Readonly<Record<string, Test>>[];

/**
 * Where an arm starts: at a fact, such as `received`, `information-complete`, `decided` or `verbal-notice`. A missing
 * start gives no limit, unless a stand-in is named. `receipt` follows the setting of that name; `notice` follows
 * `written_anchor` and `no_verbal_anchor`; `reconsidered` follows `recon_cap`.
 */
export type Anchor =
  | { readonly fact: string; readonly else?: Anchor }
  | { readonly receipt: string }
  | { readonly later: readonly [Anchor, Anchor] }
  | { readonly due: string }
  | { readonly notice: string; readonly duty: string; readonly decided: string }
  | { readonly reconsidered: string; readonly original: string };

/** One bound of a duty, under a whole rule id. It holds only under the named values of `cap_scope`, where they are given. */
export type Arm<R = PackRuleId> = {
  readonly rule: R;
  readonly within: Within;
  readonly of: Anchor;
  /** The name that the pack gives to this start, where it gives one. */
  readonly named?: string;
  readonly capScope?: readonly string[];
};

/** More time that may be taken once: until an instant, for a ground, with notice in the first time. Names of facts. */
export type Extension = {
  readonly until: string;
  readonly atMost: Within;
  readonly grounds?: { readonly fact: string; readonly values: readonly string[] };
  readonly notice?: string;
};

/** The time limit of duties for the determinations to which it applies, as data: the earliest arm binds. */
export type Clock<R = PackRuleId> = {
  readonly duties: readonly string[];
  /** Parts of one duty are judged apart; clocks of one duty and part exclude each other. */
  readonly parts: readonly string[];
  readonly applies: Condition;
  readonly arms: readonly Arm<R>[];
  /**
   * Takes the arms of the clock that bound the request which is reconsidered, under one rule, with other starts in
   * the place of named ones.
   */
  readonly asParent?: { readonly rule: R; readonly starts: Readonly<Record<string, Anchor>> };
  /** First and last local date of receipt on which it is in force. */
  readonly from: string;
  readonly until?: string;
  readonly cite: string;
  /** Whether a person has read the text that is cited. */
  readonly confirmed: boolean;
  /** What silence counts as once the limit has passed. */
  readonly silence?: 'denial' | 'approval';
  readonly extension?: Extension;
  /** The act must not come before the limit, which then is the first instant of a day, instead of not after it. */
  readonly notBefore?: boolean;
};

/** A way to misread a clock that a rule of its own forbids; it names the root of a missed limit. */
export type Misreading<R = PackRuleId> = {
  readonly rule: R;
  readonly row: Row;
  readonly duties: readonly Duty[];
  /** What the portal seems to have counted: from information, another row, or one column for two. */
  readonly counted: 'from-information' | { readonly asRow: Row } | 'approval-column-only';
};

/** The kinds of determination to which a clock applies; empty where it does not ask for a kind. */
export const kindsOf = ({ applies }: Pick<Clock, 'applies'>): readonly string[] =>
  applies.flatMap(({ kind }) => (kind && 'in' in kind ? kind.in : []));

/** The clock of a kind of determination, a duty and a part. */
export const clockOf = <R>(
  clocks: readonly Clock<R>[],
  kind: string,
  duty: string,
  part: string,
): Clock<R> | undefined =>
  clocks.find(
    (clock) =>
      kindsOf(clock).includes(kind) &&
      clock.duties.includes(duty) &&
      (clock.parts.length === 0 || clock.parts.includes(part)),
  );

/** Every whole rule id that a clock names. */
export const rulesOfClock = <R>({ arms, asParent }: Clock<R>): readonly R[] => [
  ...arms.map(({ rule }) => rule),
  ...(asParent ? [asParent.rule] : []),
];

/** The arms of a clock; those of the clock that bound the parent, under one rule and from other starts, where it says so. */
export function armsOf<R>({ arms, asParent }: Clock<R>, parent: Clock<R> | undefined): readonly Arm<R>[] {
  if (!asParent) return arms;
  return (parent?.arms ?? []).map((arm) => ({
    ...arm,
    rule: asParent.rule,
    of: asParent.starts[arm.named ?? ''] ?? arm.of,
  }));
}
