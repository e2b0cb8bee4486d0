import type { Capability } from '../contract/index.ts';
import { type Evidence, type Finding, type FindingVerdict, NEEDS } from '../oracles/index.ts';
import { type InterpretationName, type Rule, type RuleId, ruleOf } from '../rulebook/index.ts';

export type Verdict =
  | 'pass'
  | 'fail'
  | 'warn'
  | 'depends'
  | 'inconclusive'
  | 'unsupported'
  | 'not-applicable'
  | 'error';

/** A rule's sum over a run. Counts are of findings on the portal; `boundary` and `nearMisses` are among `met`. */
export type RuleVerdict = {
  readonly rule: RuleId;
  readonly level: Rule['level'];
  readonly basis: Rule['basis'];
  readonly binds: Rule['binds'];
  readonly core: boolean;
  readonly evidence: readonly Evidence[];
  readonly verdict: Verdict;
  readonly exercised: number;
  readonly met: number;
  readonly violated: number;
  readonly pending: number;
  readonly indeterminate: number;
  readonly depends: number;
  readonly boundary: number;
  readonly nearMisses: number;
};

/** `all`: only what every interpretation agrees on counts. A name: the plan has adopted that interpretation. */
export type InterpretationChoice = InterpretationName | 'all';

/** The verdict of a finding under the chosen interpretation. */
export const verdictUnder = (found: Finding, interpretation: InterpretationChoice): FindingVerdict =>
  interpretation === 'all' || !found.time || found.verdict === 'not-applicable'
    ? found.verdict
    : found.time.byInterpretation[interpretation];

type Tally = { counts: Map<FindingVerdict, number>; evidence: Set<Evidence>; boundary: number; near: number };

function tally(findings: readonly Finding[], interpretation: InterpretationChoice): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const count = (rule: RuleId, verdict: FindingVerdict, found: Finding, edge: Finding['edge']): void => {
    const own = tallies.get(rule) ?? { counts: new Map(), evidence: new Set(), boundary: 0, near: 0 };
    tallies.set(rule, own);
    own.counts.set(verdict, (own.counts.get(verdict) ?? 0) + 1);
    own.evidence.add(found.evidence);
    if (edge === 'at') own.boundary += 1;
    if (edge === 'near') own.near += 1;
  };
  for (const found of findings) {
    if (found.on !== 'portal') continue;
    const verdict = verdictUnder(found, interpretation);
    count(found.rule, verdict, found, verdict === 'met' ? found.edge : null);
    for (const rule of found.time?.alsoMet ?? []) if (rule !== found.rule) count(rule, 'met', found, null);
    for (const rule of found.time?.also ?? [])
      if (rule !== found.rule && verdict === 'violated') count(rule, 'violated', found, null);
  }
  return tallies;
}

export type VerdictInputs = {
  /** The rules that no run may lack. */
  readonly core: readonly RuleId[];
  readonly findings: readonly Finding[];
  readonly interpretation: InterpretationChoice;
  readonly capabilities: readonly Capability[];
  /** Rules of scenarios that ended in an error of ours or of the adapter. */
  readonly disturbed: ReadonlySet<RuleId>;
};

function verdictOf(rule: Rule, own: Tally | undefined, inputs: VerdictInputs): Verdict {
  const count = (verdict: FindingVerdict): number => own?.counts.get(verdict) ?? 0;
  if (count('violated') > 0) return rule.severity === 'fail' ? 'fail' : 'warn';
  const lacks = (NEEDS.get(rule.id) ?? []).some((need) => !inputs.capabilities.includes(need));
  if (lacks && count('met') === 0) return 'unsupported';
  if (inputs.disturbed.has(rule.id)) return 'error';
  if (count('depends') > 0) return 'depends';
  return count('met') === 0 ? 'inconclusive' : 'pass';
}

/** What was found on providers for a rule that binds them. It never counts for or against an implementation. */
export type Conduct = {
  readonly rule: RuleId;
  readonly met: number;
  readonly violated: number;
  readonly depends: number;
};

/** The sum for every rule that binds providers, in the order of the families. */
export function conductOf(findings: readonly Finding[]): Conduct[] {
  const own = findings.filter(({ on }) => on === 'provider');
  return [...NEEDS.keys()].filter(bindsProvider).map((rule) => {
    const count = (verdict: FindingVerdict): number =>
      own.filter((found) => found.rule === rule && found.verdict === verdict).length;
    return { rule, met: count('met'), violated: count('violated'), depends: count('depends') };
  });
}

const bindsProvider = (id: RuleId): boolean => ruleOf(id).binds === 'provider';

/** One verdict for every rule that can be judged on an implementation, in the order of the first that fits. */
export function verdictsOf(inputs: VerdictInputs): RuleVerdict[] {
  const tallies = tally(inputs.findings, inputs.interpretation);
  const core = new Set(inputs.core);
  return [...NEEDS.keys()]
    .filter((id) => !bindsProvider(id))
    .map((id) => {
      const rule = ruleOf(id);
      const own = tallies.get(id);
      const count = (verdict: FindingVerdict): number => own?.counts.get(verdict) ?? 0;
      return {
        rule: id,
        level: rule.level,
        basis: rule.basis,
        binds: rule.binds,
        core: core.has(id),
        evidence: [...(own?.evidence ?? [])].sort(),
        verdict: verdictOf(rule, own, inputs),
        exercised: [...(own?.counts.values() ?? [])].reduce((sum, one) => sum + one, 0),
        met: count('met'),
        violated: count('violated'),
        pending: count('pending'),
        indeterminate: count('indeterminate'),
        depends: count('depends'),
        boundary: own?.boundary ?? 0,
        nearMisses: own?.near ?? 0,
      };
    });
}
