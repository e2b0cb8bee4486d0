import { MUTANTS } from '../../mutants/index.ts';
import { judge } from '../../oracles/index.ts';
import { findingWords } from '../../report/index.ts';
import { packOf, type RuleId } from '../../rulebook/index.ts';
import { play, type Scenario } from '../../run/index.ts';
import { inProcess, selfTestOptions } from '../selftest/portal.ts';
import { print } from '../shared/ports.ts';

/** What a scenario found about a rule, played now on the reference implementation and on one that breaks it. */
export async function example(id: RuleId): Promise<void> {
  const options = selfTestOptions('1');
  const scenarios = options.scenarios.filter(({ expect }) => expect.some(({ rule }) => rule === id));
  const [scenario] = [...scenarios].sort((a, b) => a.steps.length - b.steps.length);
  if (!scenario) return;
  const mutant = MUTANTS.find(({ breaks }) => breaks === id);
  const told = async (fault: string | null, verdict: 'met' | 'violated', scenarios: readonly Scenario[]) => {
    for (const scenario of scenarios) {
      const adapter = inProcess(fault, options.pack);
      const { capabilities } = await adapter.describe();
      const pack = packOf(scenario.pack);
      const how = { adapter, implementation: 'rules', capabilities, seed: '1', zone: pack.zone };
      const { history } = await play(scenario, how);
      const found = judge(history, pack).find(
        (one) =>
          one.verdict === verdict &&
          (one.rule === id || one.time?.alsoMet.includes(id) || one.time?.also.includes(id)),
      );
      if (found) return `${scenario.id}, case ${found.case}: ${findingWords(found, pack.zone)}`;
    }
    return null;
  };
  const kept = await told(null, 'met', [scenario]);
  if (kept) print(`\nwhat kept it\n  ${kept}`);
  const broken = await told(mutant?.id ?? null, 'violated', mutant ? options.scenarios : scenarios);
  if (broken) print(`what breaks it\n  ${broken}${mutant ? `\n  (${mutant.summary})` : ''}`);
}
