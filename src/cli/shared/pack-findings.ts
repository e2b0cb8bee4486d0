import type { PackFinding, PackJudgment } from '../../oracles/index.ts';
import { findingWords } from '../../report/index.ts';
import type { RulePack } from '../../rulebook/index.ts';
import { print } from './ports.ts';

const TOLD: readonly string[] = ['violated', 'depends', 'indeterminate'];

/** How many findings have which verdict, in words. */
export function countWords(findings: readonly Pick<PackFinding, 'verdict'>[]): string {
  const count = (verdict: string): number => findings.filter((found) => found.verdict === verdict).length;
  return (
    `${count('met')} met, ${count('violated')} violated, ${count('depends')} depends, ` +
    `${count('pending')} pending, ${count('indeterminate')} indeterminate`
  );
}

/** What was not in time, or indeterminate, one line each. `name` is that of the history, where there are several. */
export function printFindings(findings: readonly PackFinding[], pack: RulePack, name = ''): void {
  for (const found of findings)
    if (TOLD.includes(found.verdict))
      print(
        `  ${found.verdict.padEnd(9)} ${found.rule} [${name === '' ? '' : `${name}: `}${found.case}] ${findingWords(found, pack.zone)}`,
      );
}

/** Why a pack has nothing to say of some decisions. */
export function printUnjudged(
  { related, unbound, delegated }: Omit<PackJudgment, 'findings'>,
  pack: RulePack,
): void {
  if (!related)
    print(
      `  ${pack.id} is about another kind of case than requests for care; a history holds no such cases.`,
    );
  for (const [line, times] of unbound) {
    const bound = pack.linesOfBusiness;
    const why =
      bound.length === 0 || bound.includes(line)
        ? 'its clocks are for decisions of other kinds'
        : `it has clocks for ${bound.join(', ')}`;
    const what = times === 1 ? 'decision' : 'decisions';
    print(
      `  No clock of ${pack.id} applies to ${times} ${what} on members of the line of business ${line}: ${why}.`,
    );
  }
  if (delegated > 0)
    print(`  ${delegated} case${delegated === 1 ? '' : 's'} at a delegate: not judged by ${pack.id}.`);
}

/** Whether the portal itself violated a rule of the pack under every interpretation. */
export const isViolated = (findings: readonly PackFinding[]): boolean =>
  findings.some(({ verdict, on }) => verdict === 'violated' && on === 'portal');
