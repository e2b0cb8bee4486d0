import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf, judgePack, type PackFinding } from '../../oracles/index.ts';
import { packOf, type RulePack } from '../../rulebook/index.ts';
import type { Outcome } from '../../run/index.ts';
import { countWords, isViolated, printFindings, printUnjudged } from '../shared/pack-findings.ts';
import { print } from '../shared/ports.ts';

/**
 * Judges the histories of a run by the clocks of a further pack, prints what is not in time, and writes every finding to
 * `pack-<id>.json` in the folder of the report. Returns whether the portal violated a rule of the pack.
 */
export function judgeUnderPack(outcomes: readonly Outcome[], pack: RulePack, out: string): boolean {
  const found: { scenario: string; finding: PackFinding }[] = [];
  const unbound = new Map<string, number>();
  let related = false;
  let delegated = 0;
  for (const { scenario, history } of outcomes) {
    if (!history) continue;
    const judged = judgePack(factsOf(history, packOf(history.header.pack)), pack, { explain: true });
    related ||= judged.related;
    delegated += judged.delegated;
    for (const [line, times] of judged.unbound) unbound.set(line, (unbound.get(line) ?? 0) + times);
    found.push(...judged.findings.map((finding) => ({ scenario: scenario.id, finding })));
  }
  const findings = found.map(({ finding }) => finding);
  print(`By ${pack.id}, ${pack.title}: ${countWords(findings)}.`);
  for (const { scenario, finding } of found) printFindings([finding], pack, scenario);
  printUnjudged({ related, delegated, unbound }, pack);
  const path = join(out, `pack-${pack.id}.json`);
  const { id, title, dated } = pack;
  writeFileSync(
    path,
    `${JSON.stringify({ pack: { id, title, dated }, findings: found.map(({ scenario, finding }) => ({ scenario, ...finding })) }, null, 1)}\n`,
  );
  print(`Findings: ${path}`);
  return isViolated(findings);
}
