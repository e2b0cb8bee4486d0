import type { Command } from 'commander';
import { findRule, PACKS } from '../../rulebook/index.ts';
import { type ReadingChoice, resultsOf, runSuite, type Scenario } from '../../run/index.ts';
import { loadCodes } from '../codes/command.ts';
import { ConfigError, named } from '../shared/config-error.ts';
import { loadScenarios } from '../shared/load-scenarios.ts';
import { type DoorOptions, openDoor, positive, withDoor } from '../shared/open-interface.ts';
import { complain, monotonic, print, programName, scenarioFolder, wallClock } from '../shared/ports.ts';
import { progress } from '../shared/progress.ts';
import { writeReport } from '../shared/write-report.ts';
import { summarize } from './summarize.ts';

type RunOptions = DoorOptions & {
  readonly suite?: string;
  readonly rule?: string;
  readonly reading: string;
  readonly seed: string;
  readonly out: string;
  readonly scenarios: string;
  readonly pack?: string;
  readonly codes?: string;
};

const READINGS: readonly ReadingChoice[] = ['all', 'default', 'strict', 'lenient'];

function readingOf(text: string): ReadingChoice {
  const known = READINGS.find((name) => name === text);
  if (!known) throw new ConfigError(`--reading is “${text}”; it is one of ${READINGS.join(', ')}`);
  return known;
}

/** The scenarios that a filter selects. A filter that selects nothing is an error. */
export function select(
  all: readonly Scenario[],
  { suite, rule, pack }: { suite?: string; rule?: string; pack?: string },
): Scenario[] {
  const wanted = rule === undefined ? undefined : findRule(rule);
  if (rule !== undefined && !wanted)
    throw new ConfigError(`--rule is “${rule}”, which is no rule; see \`portalproof rules\``);
  const chosen = all.filter(
    ({ id, expect, pack: own }) =>
      (pack === undefined || own === pack) &&
      (suite === undefined || id === suite || id.startsWith(`${suite}/`)) &&
      (wanted === undefined || expect.some((expected) => expected.rule === wanted.id)),
  );
  if (chosen.length > 0) return chosen;
  const areas = [...new Set(all.map(({ id }) => id.split('/')[0]))];
  throw new ConfigError(
    `no scenario fits --suite ${suite ?? '(all)'} --rule ${rule ?? '(all)'} --pack ${pack ?? '(all)'}; the suites are ${areas.join(', ')}`,
  );
}

async function run(options: RunOptions): Promise<void> {
  const reading = readingOf(options.reading);
  if (options.pack !== undefined && !PACKS.some(({ id }) => id === options.pack)) {
    throw new ConfigError(
      `--pack is “${options.pack}”; the packs are ${PACKS.map(({ id }) => id).join(', ')}`,
    );
  }
  const scenarios = select(loadScenarios(options.scenarios), options);
  const packs = PACKS.filter(({ id }) => scenarios.some(({ pack }) => pack === id));
  const codes = options.codes === undefined ? null : loadCodes(options.codes);
  const stop = new AbortController();
  process.once('SIGINT', () => {
    complain('Stopping; what is done will be reported. Press Ctrl-C again to leave at once.');
    stop.abort();
  });
  const door = await openDoor(options);
  try {
    const description = await door.adapter.describe();
    print(
      `Judging ${description.product} ${description.version} (${door.where}) by ${packs.map(({ id }) => id).join(', ')}, ${scenarios.length} scenarios.`,
    );
    const bar = progress('Scenarios', scenarios.length);
    const outcomes = await runSuite({
      adapter: door.adapter,
      description,
      scenarios,
      seed: options.seed,
      concurrency: positive(options.concurrency, '--concurrency'),
      now: monotonic,
      wall: wallClock,
      signal: stop.signal,
      ...(codes ? { codes } : {}),
      onDone: ({ scenario }) => bar.step(scenario.id),
    });
    bar.stop();
    const parts = [
      options.suite && `suite ${options.suite}`,
      options.rule && `rule ${options.rule}`,
      options.pack && `pack ${options.pack}`,
    ].filter((part) => part !== undefined);
    const results = resultsOf({
      outcomes,
      description,
      adapter: door.adapter.name,
      packs,
      reading,
      seed: options.seed,
      generator: programName(),
      complete: outcomes.length === scenarios.length,
      interfaceOptions: options.target
        ? ` --target ${options.target}`
        : options.command
          ? ` --command "${options.command}"`
          : '',
      ...(parts.length > 0
        ? {
            scope: parts.join(', '),
            within: new Set(scenarios.flatMap(({ expect }) => expect.map(({ rule }) => rule))),
          }
        : {}),
    });
    const page = named(`the report could not be written to ${options.out}`, () =>
      writeReport(options.out, results, outcomes),
    );
    summarize(results, page);
    process.exitCode = results.exitCode;
  } finally {
    await door.close();
  }
}

/** `portalproof run`: judges a portal with the scenarios and writes the report. */
export const define = (command: Command): void => {
  withDoor(command, ['scenarios at a time', '4'])
    .option('--suite <name>', 'only this suite, or this one scenario')
    .option('--rule <id>', 'only scenarios about this rule')
    .option(
      '--reading <name>',
      'all (only what every reading agrees on counts), default, strict or lenient',
      'all',
    )
    .option('--pack <id>', 'only the scenarios of this rule pack; without it, of every pack')
    .option('--seed <text>', 'the same seed gives the same histories', '1')
    .option('--out <folder>', 'where the report goes', 'reports/latest')
    .option('--codes <file>', 'diagnosis and procedure codes of your own; see `portalproof codes`')
    .option('--scenarios <folder>', 'where the scenarios are', scenarioFolder())
    .action(run);
};
