import type {
  Condition,
  Holiday,
  Interpretation,
  InterpretationName,
  Unit,
  ZoneTransition,
} from '../../rulebook/index.ts';

export type { Condition, Test, Unit } from '../../rulebook/index.ts';

/**
 * Where an arm starts. A missing start gives no limit, unless a stand-in is named.
 * `receipt` follows the setting of that name; `called` follows `written_anchor` and `no_verbal_anchor`;
 * `reconsidered` follows `recon_cap`.
 */
export type Anchor =
  | { readonly column: string; readonly else?: Anchor }
  | { readonly receipt: string }
  | { readonly later: readonly [Anchor, Anchor] }
  | { readonly due: string }
  | { readonly called: string; readonly duty: string; readonly decided: string }
  | { readonly reconsidered: string; readonly original: string };

export type AuditArm = {
  readonly rule: string;
  readonly within: readonly [count: number, unit: Unit];
  readonly of: Anchor;
  /** Values of the setting `cap_scope` under which the arm holds; all of them where it is absent. */
  readonly capScope?: readonly string[];
};

/** More time that may be taken once: until an instant in the log, for a ground, with notice in the first time. */
export type Extension = {
  readonly until: string;
  readonly atMost: readonly [count: number, unit: Unit];
  readonly grounds?: { readonly column: string; readonly values: readonly string[] };
  readonly notice?: string;
};

/** What fulfils a duty: an instant in the log, or the first or last of several. */
export type Stop = { readonly columns: readonly string[]; readonly take: 'first' | 'last' };

/** The time limit of one duty for the rows to which it applies. The earliest arm binds. */
export type AuditClock = {
  /** The place of the clock in the pack as it is written. */
  readonly place: number;
  readonly duty: string;
  /** Parts of one duty are judged apart; clocks of one duty and part exclude each other. */
  readonly part?: string;
  readonly applies: Condition;
  readonly arms: readonly AuditArm[];
  /** First and last local date of receipt on which it is in force. */
  readonly from: string;
  readonly until?: string;
  readonly cite: string;
  readonly confirmed: boolean;
  /** What silence counts as once the limit has passed. */
  readonly silence?: 'denial' | 'approval';
  readonly extension?: Extension;
  /** The act must not come before the limit, which then is the first instant of a day, instead of not after it. */
  readonly notBefore?: boolean;
};

export type ColumnType = 'text' | 'instant' | 'integer' | 'boolean';
export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  /** A row without it is rejected: always, or where the condition holds. */
  readonly required: boolean | Condition;
  readonly values?: readonly string[];
  /** An instant counts only where this holds, such as a call that reached somebody. */
  readonly counts?: Condition;
  readonly means: string;
};

export type Duty = {
  readonly name: string;
  readonly title: string;
  readonly stop: Stop;
  /** Earlier duties whose lateness may be the root of this one's. */
  readonly follows: readonly string[];
  /** Conditions under which the log does not tell whether the duty is owed while nothing was done. */
  readonly unsure?: Condition;
};

/** What a log of one kind looks like: packs on the same kind of log share it. */
export type Layout = {
  readonly columns: readonly Column[];
  readonly key: { readonly case: string; readonly number?: string };
  readonly received: string;
  /** Kinds of row, the first that fits; conditions of clocks may name `kind` and `parent.kind`. */
  readonly kinds: readonly { readonly name: string; readonly when: Condition }[];
  /** When a row was closed without a decision, which ends what is still owed. */
  readonly closed?: { readonly column: string; readonly when: Condition };
  readonly duties: readonly Duty[];
  /** Instants that may not lie before another, and what is wrong where they do. */
  readonly order: readonly { readonly column: string; readonly notBefore: string }[];
  /** What no row can show at once, and what to do about it. */
  readonly contradictions: readonly {
    readonly column: string;
    readonly when: Condition;
    readonly says: string;
  }[];
  /** Columns by which the report breaks its figures down. */
  readonly by: readonly string[];
};

/** A pack as the audit judges by it: a layout, and every clock that runs on it. */
export type AuditPack = Layout & {
  readonly id: string;
  readonly title: string;
  readonly dated: string;
  /** Whether it is law, which a plan may not fall short of. */
  readonly law: boolean;
  readonly zone: string;
  readonly transitions: readonly ZoneTransition[];
  readonly opens: string;
  readonly closes: string;
  readonly holidays: Readonly<Record<string, readonly Holiday[]>>;
  /** Local dates between which the holidays are complete. */
  readonly calendar: { readonly from: string; readonly to: string };
  readonly interpretations: Readonly<Record<InterpretationName, Interpretation>>;
  /** Rows for which the pack has no clock are out of scope. */
  readonly scope: Condition;
  /** The column that names the case which a row of one kind is about. */
  readonly parent?: { readonly column: string; readonly kind: string };
  readonly clocks: readonly AuditClock[];
};
