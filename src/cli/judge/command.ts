import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { expandHistory, type History, HistoryError, isCompact, readHistory } from '../../history/index.ts';
import { type Finding, factsOf, judge, judgePack } from '../../oracles/index.ts';
import { findingWords } from '../../report/index.ts';
import { isPlayed, packOf, type RulePack } from '../../rulebook/index.ts';
import { ConfigError } from '../shared/config-error.ts';
import { countWords, isViolated, printFindings, printUnjudged } from '../shared/pack-findings.ts';
import { complain, print } from '../shared/ports.ts';
import { rulePack } from '../shared/rule-pack.ts';
import { sharedParts } from '../shared/shared-parts.ts';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`cannot read ${path}: ${(error as Error).message}`);
  }
}

const line = (found: Finding, zone: string): string => {
  const { verdict, rule, case: name, causedBy, on } = found;
  const whose = on === 'staff' ? ' (by simulated plan staff, does not count)' : '';
  return `  ${verdict.padEnd(9)} ${rule} [${name}] ${findingWords(found, zone)}${causedBy ? ` (follows from ${causedBy})` : ''}${whose}`;
};

/** What a history comes to under the clocks of another pack than its own. */
function judgeUnder(path: string, history: History, pack: RulePack): number {
  const facts = factsOf(history, packOf(history.header.pack));
  const judged = judgePack(facts, pack, { explain: true });
  print(`${path}, by ${pack.id}: ${countWords(judged.findings)}`);
  printFindings(judged.findings, pack);
  printUnjudged(judged, pack);
  return isViolated(judged.findings) ? 1 : 0;
}

function judgeFile(path: string, other: RulePack | null): number {
  try {
    const text = read(path);
    const whole = isCompact(text) ? expandHistory(text, sharedParts(dirname(path))) : text;
    const { history, warnings } = readHistory(whole);
    if (other && !isPlayed(other)) {
      for (const warning of warnings) complain(`${path}: ${warning}`);
      return judgeUnder(path, history, other);
    }
    const pack = other ?? packOf(history.header.pack);
    const findings = judge(history, pack, { explain: true });
    for (const warning of warnings) complain(`${path}: ${warning}`);
    const others = findings.filter(({ on, verdict }) => on === 'provider' && verdict === 'violated');
    const count = (verdict: string): number =>
      findings.filter((found) => found.verdict === verdict && found.on !== 'provider').length;
    print(
      `${path}: ${count('met')} met, ${count('violated')} violated, ${count('depends')} depends, ${count('pending')} pending`,
    );
    for (const found of findings)
      if (found.on !== 'provider' && (found.verdict === 'violated' || found.verdict === 'depends'))
        print(line(found, pack.zone));
    if (others.length > 0)
      print(`  On providers, which never counts against the portal: ${others.length} violated`);
    for (const found of others) print(line(found, pack.zone));
    return findings.some(({ verdict, on }) => verdict === 'violated' && on === 'portal') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof HistoryError) && !(error instanceof RangeError)) throw error;
    complain(`${path}: ${error.message}`);
    return 3;
  }
}

/** `portalproof judge`: judges recorded histories, with no portal at all. A bad file never hides a good one. */
export const define = (command: Command): void => {
  command
    .argument('<history...>', 'files that a run wrote')
    .option(
      '--pack <id or file>',
      'judge by this pack instead: one that is shipped, such as cms-0057-f, or a YAML file of your own',
    )
    .action((paths: string[], { pack }: { pack?: string }) => {
      const other = pack === undefined ? null : rulePack(pack);
      const codes = paths.map((path) => judgeFile(path, other));
      process.exitCode = codes.includes(3) ? 3 : Math.max(...codes);
    });
};
