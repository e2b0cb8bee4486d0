import type { Results } from '../../report/index.ts';
import { DOCUMENTS, type DocumentKey, isJudged, RULES } from '../../rulebook/index.ts';
import type { RuleVerdict } from '../verdicts.ts';

/**
 * How much of each source document a run covers: its rules, those that are judged, whole or in part, and those that passed,
 * with the passed ones by how their facts are known. A rule of two documents counts in both.
 */
export function coverageOf(verdicts: readonly RuleVerdict[]): Results['coverage'] {
  const byRule = new Map(verdicts.map((verdict) => [verdict.rule, verdict]));
  return (Object.keys(DOCUMENTS) as DocumentKey[]).map((key) => {
    const own = RULES.filter(({ sources }) => sources.some(({ document }) => document === key));
    const judged = own.filter(isJudged);
    const inPart = judged.filter(({ disposition }) => disposition.is === 'judged in part').length;
    const passed = judged.flatMap(({ id }) => {
      const verdict = byRule.get(id);
      return verdict?.verdict === 'pass' ? [verdict] : [];
    });
    const byEvidence: Record<string, number> = {};
    for (const { evidence } of passed) {
      const label = evidence.join(' and ') || 'none';
      byEvidence[label] = (byEvidence[label] ?? 0) + 1;
    }
    return {
      document: DOCUMENTS[key],
      rules: own.length,
      judged: judged.length - inPart,
      judgedInPart: inPart,
      onProviders: judged.filter(({ binds }) => binds === 'provider').length,
      passed: passed.length,
      byEvidence,
    };
  });
}
