import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { HistoryError, readHistory } from '../../history/index.ts';
import { type Finding, judge } from '../../oracles/index.ts';
import { findingWords } from '../../report/index.ts';
import { packOf } from '../../rulebook/index.ts';
import { ConfigError } from '../shared/config-error.ts';
import { complain, print } from '../shared/ports.ts';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`cannot read ${path}: ${(error as Error).message}`);
  }
}

const line = (found: Finding, zone: string): string => {
  const { verdict, rule, case: name, causedBy } = found;
  return `  ${verdict.padEnd(9)} ${rule} [${name}] ${findingWords(found, zone)}${causedBy ? ` (follows from ${causedBy})` : ''}`;
};

function judgeFile(path: string): number {
  try {
    const { history, warnings } = readHistory(read(path));
    const pack = packOf(history.header.pack);
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
  command.argument('<history...>', 'files that a run wrote').action((paths: string[]) => {
    const codes = paths.map(judgeFile);
    process.exitCode = codes.includes(3) ? 3 : Math.max(...codes);
  });
};
