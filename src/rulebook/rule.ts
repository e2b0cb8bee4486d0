/** The parts of the source documents that the catalogue was drawn from. */
export const DOCUMENTS = {
  'user-guide': 'Online Referrals User Guide',
  'portal-section': 'Provider Manual, Section 4, Provider Portal',
  'utilization-section': 'Provider Manual, Section 7, Utilization Management',
  'provider-section': 'Provider Manual, Section 3, Provider Management',
  'delegate-training': 'Radiation Oncology Portal Migration Training, Provider Orientation Session',
} as const;

export type DocumentKey = keyof typeof DOCUMENTS;
export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'MAY';
export type Severity = 'fail' | 'warn' | 'info';
/** Who has to act: only plan and delegate rules count for or against an implementation. */
export type Binds = 'plan' | 'provider' | 'delegate' | 'member';

/** What the project does about a rule, in one of four ways. */
export type Disposition =
  | { readonly is: 'judged' }
  | { readonly is: 'judged in audit only' }
  | { readonly is: 'not judgeable'; readonly missing: string; readonly door: string }
  | { readonly is: 'not yet'; readonly waitsFor: string };

/** One requirement of the catalogue. `sameAs` holds ids that other documents gave to the same rule. */
export type Rule = {
  readonly id: string;
  readonly level: Level;
  readonly basis: string;
  readonly severity: Severity;
  readonly kind: string;
  readonly binds: Binds;
  readonly statement: string;
  readonly sources: readonly { readonly document: DocumentKey; readonly heading: string }[];
  readonly sameAs?: readonly string[];
  readonly disposition: Disposition;
};

/** Types a list of rows; it computes nothing. */
export const rules = (rows: readonly Rule[]): readonly Rule[] => rows;
