import type { Command } from 'commander';
import { PACKS } from '../../rulebook/index.ts';
import { type InterpretationChoice, runConformance } from '../../run/index.ts';
import { ConfigError, named } from '../shared/config-error.ts';
import { loadCodes } from '../shared/load-codes.ts';
import { loadScenarios } from '../shared/load-scenarios.ts';
import { oldOption } from '../shared/old-options.ts';
import { type InterfaceOptions, openInterface, positive, withInterface } from '../shared/open-interface.ts';
import { complain, monotonic, print, programName, scenarioFolder, wallClock } from '../shared/ports.ts';
import { progress } from '../shared/progress.ts';
import { rulePack } from '../shared/rule-pack.ts';
import { selectScenarios } from '../shared/select-scenarios.ts';
import { writeReport } from '../shared/write-report.ts';
import { summarize } from './summarize.ts';
import { judgeUnderPack } from './under-pack.ts';

type RunOptions = InterfaceOptions & {
  readonly suite?: string;
  readonly rule?: string;
  readonly interpretation: string;
  readonly seed: string;
  readonly out: string;
  readonly scenarios: string;
  readonly pack?: string;
  readonly codes?: string;
};

const INTERPRETATIONS: readonly InterpretationChoice[] = ['all', 'default', 'strict', 'lenient'];

function interpretationOf(text: string): InterpretationChoice {
  const known = INTERPRETATIONS.find((name) => name === text);
  if (!known)
    throw new ConfigError(`--interpretation is “${text}”; it is one of ${INTERPRETATIONS.join(', ')}`);
  return known;
}

/** The options that lead to the same interface again, with a leading blank. */
function interfaceOptionsOf({ target, command }: RunOptions): string {
  if (target) return ` --target ${target}`;
  return command ? ` --command "${command}"` : '';
}

async function run(options: RunOptions): Promise<void> {
  const interpretation = interpretationOf(options.interpretation);
  const { pack: given, ...choice } = options;
  // A pack by which portals are played chooses scenarios; by any other the histories of all of them are judged too.
  const played = PACKS.some(({ id }) => id === given);
  const other = given === undefined || played ? null : rulePack(given);
  const scenarios = selectScenarios(
    loadScenarios(options.scenarios),
    played && given !== undefined ? { ...choice, pack: given } : choice,
  );
  const packs = PACKS.filter(({ id }) => scenarios.some(({ pack }) => pack === id));
  const codes = options.codes === undefined ? null : loadCodes(options.codes);
  const stop = new AbortController();
  process.once('SIGINT', () => {
    complain('Stopping; what is done will be reported. Press Ctrl-C again to leave at once.');
    stop.abort();
  });
  const opened = await openInterface(options);
  try {
    const description = await opened.adapter.describe();
    print(
      `Judging ${description.product} ${description.version} (${opened.where}) by ${packs.map(({ id }) => id).join(', ')}, ${scenarios.length} scenarios.`,
    );
    const bar = progress('Scenarios', scenarios.length);
    const parts = [
      options.suite && `suite ${options.suite}`,
      options.rule && `rule ${options.rule}`,
      played ? `pack ${given}` : undefined,
    ].filter((part) => part !== undefined);
    const { results, outcomes } = await runConformance({
      adapter: opened.adapter,
      description,
      scenarios,
      interpretation,
      seed: options.seed,
      concurrency: positive(options.concurrency, '--concurrency'),
      generator: programName(),
      interfaceOptions: interfaceOptionsOf(options),
      now: monotonic,
      wall: wallClock,
      signal: stop.signal,
      ...(codes ? { codes } : {}),
      ...(parts.length > 0 ? { scope: parts.join(', ') } : {}),
      onDone: ({ scenario }) => bar.step(scenario.id),
    });
    bar.stop();
    const page = named(`the report could not be written to ${options.out}`, () =>
      writeReport(options.out, results, outcomes),
    );
    summarize(results, page);
    const violated = other !== null && judgeUnderPack(outcomes, other, options.out);
    process.exitCode = violated ? 1 : results.exitCode;
  } finally {
    await opened.close();
  }
}

/** `portalproof run`: judges a portal with the scenarios and writes the report. */
export const define = (command: Command): void => {
  withInterface(command, ['scenarios at a time', '4'])
    .option('--suite <name>', 'only this suite, or this one scenario')
    .option('--rule <id>', 'only scenarios about this rule')

    .option(
      '--interpretation <name>',
      'all (only what every interpretation agrees on counts), default, strict or lenient',
      'all',
    )
    .option(
      '--pack <id or file>',
      'only the scenarios of this rule pack; or judge the histories by this law too (such as cms-0057-f), or by a YAML file of your own',
    )
    .option('--seed <text>', 'the same seed gives the same histories', '1')
    .option('--out <folder>', 'where the report goes', 'reports/latest')
    .option('--codes <file>', 'diagnosis and procedure codes of your own; see `portalproof codes`')
    .option('--scenarios <folder>', 'where the scenarios are', scenarioFolder())
    .action(run);
  oldOption(command, '--reading <name>', '--interpretation');
};
