import type { RuleId } from './rule-ids.ts';

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

export type Duty = 'decision' | 'verbal' | 'written-provider' | 'written-member';
/** A partial approval owes both parts. A decision is owed before there is a part. */
export type Part = 'approval' | 'denial';

/**
 * Where an arm starts. `received` is the effective receipt; `information-complete` is missing while
 * information is; `decided` falls back to the decision's own limit; `called` follows the knobs
 * `written_anchor` and `no_verbal_anchor`; `asked` is receipt of the reconsideration request.
 */
export type Anchor = 'received' | 'information-complete' | 'decided' | 'called' | 'asked';

/**
 * How an arm counts. `hours-or-calendar-days` is the table's "24 hours/one calendar day" form, counted
 * in days here; `lesser-calendar-days` is the calendar arm of a "lesser of", with a knob of its own.
 */
export type Unit =
  | 'business-days'
  | 'calendar-days'
  | 'lesser-calendar-days'
  | 'hours'
  | 'hours-or-calendar-days';

/** One bound of a duty. It holds only under the named values of `cap_scope`, where these are given. */
export type Arm = {
  readonly rule: RuleId;
  readonly within: readonly [number, Unit];
  readonly of: Anchor;
  readonly capScope?: readonly string[];
};

/**
 * The time limit of one duty, as data: the earliest arm binds.
 * `cell: 'of-original-row'` takes the arms of the row of the request that is reconsidered, under one rule.
 */
export type Clock = {
  readonly row: Row;
  readonly duties: readonly Duty[];
  readonly part?: Part;
  readonly arms: readonly Arm[];
  readonly cell?: { readonly of: 'original-row'; readonly rule: RuleId };
  /** First local date of receipt on which the clock is in force. */
  readonly from: string;
  readonly cite: string;
};

/** A way to misread a clock that a rule of its own forbids; it names the root of a missed limit. */
export type Misreading = {
  readonly rule: RuleId;
  readonly row: Row;
  readonly duties: readonly Duty[];
  /** What the portal seems to have counted: from information, another row, or one column for two. */
  readonly counted: 'from-information' | { readonly asRow: Row } | 'approval-column-only';
};

/** Types a clock; it computes nothing. */
export const clock = (data: Clock): Clock => data;
