import type { DocumentKey, RuleId, Subject } from './rule-ids.ts';

/** What a statement binds with. */
export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'MAY';
/** Whether a document says it or it was concluded; `unjudged`: read, but not yet held against the text. */
export type Basis = 'stated' | 'derived' | 'inferred' | 'observed' | 'unjudged';
/** What a violation counts for. */
export type Severity = 'fail' | 'warn' | 'info';
/** Who has to act: only plan and delegate rules count for or against an implementation. */
export type Binds = 'plan' | 'provider' | 'delegate' | 'member';
/** What a requirement is about by its form. */
export type Kind =
  | 'content'
  | 'exception'
  | 'payment-consequence'
  | 'permission'
  | 'process'
  | 'ratio'
  | 'routing'
  | 'state-transition'
  | 'timeframe'
  | 'ui'
  | 'validation'
  | 'visibility';

/** What the project does about a rule. Clauses are short texts; `summed up by` names the rules that judge it. */
export type Disposition =
  | { readonly is: 'judged' }
  | {
      readonly is: 'judged in part';
      readonly clauses: { readonly judged: readonly string[]; readonly notJudged: readonly string[] };
    }
  | { readonly is: 'judged in audit only' }
  | {
      readonly is: 'summed up by';
      readonly rules: readonly RuleId[];
      readonly notJudged: readonly string[];
    }
  | { readonly is: 'not judgeable'; readonly missing: string; readonly interface: string }
  | { readonly is: 'not yet'; readonly waitsFor: string };

/** One requirement of the catalogue. `sameAs` holds ids that other documents gave to the same rule. */
export type Rule = {
  readonly id: RuleId;
  readonly subject: Subject;
  readonly level: Level;
  readonly basis: Basis;
  readonly severity: Severity;
  readonly kind: Kind;
  readonly binds: Binds;
  readonly statement: string;
  readonly sources: readonly { readonly document: DocumentKey; readonly heading: string }[];
  readonly sameAs?: readonly string[];
  readonly disposition: Disposition;
};
