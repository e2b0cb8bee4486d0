import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { MUTANTS } from '../../mutants/index.ts';
import { CAMPAIGN_FORMAT, type CampaignResults, toCampaignHtml } from '../../report/index.ts';
import { packOf } from '../../rulebook/index.ts';
import {
  type ControlRun,
  controlRun,
  type FuzzPart,
  type Ground,
  neverReached,
  tokenOf,
} from '../../run/fuzz/index.ts';
import { fuzzExitCode } from '../../run/index.ts';
import { ConfigError } from '../shared/config-error.ts';
import { oldOption } from '../shared/old-options.ts';
import { positive, withInterface } from '../shared/open-interface.ts';
import { complain, monotonic, print } from '../shared/ports.ts';
import { template } from '../shared/templates.ts';
import { playWithKills } from './kills.ts';
import { type Explained, explain, scenarioFile } from './minimize.ts';
import { type ExploreOptions, interfaceGround, namesInterface } from './options.ts';
import { type PlayPlan, playOnTarget, playOnThreads } from './play.ts';
import { controlGrounds, inProcessGround } from './portal.ts';
import { replay } from './replay.ts';
import { tell } from './summarize.ts';

/** How many violated rules are minimized to their shortest scenario; the others are named with their token. */
const MOST_EXPLAINED = 25;
const CONTROL_SCENARIOS = 3_000;
const ZONE = packOf('allways-commercial').zone;

type Played = { readonly ground: Ground; readonly part: FuzzPart; readonly close: () => Promise<void> };

function limitsOf({ minutes, cases }: ExploreOptions): { scenarios: number; milliseconds: number } {
  const scenarios = cases === undefined ? Number.MAX_SAFE_INTEGER : positive(cases, '--cases');
  const span = Number(minutes ?? (cases === undefined ? 5 : 24 * 60));
  if (!(span > 0)) throw new ConfigError(`--minutes is “${minutes}”; it must be a number above 0`);
  return { scenarios, milliseconds: span * 60_000 };
}

async function playAll(options: ExploreOptions, plan: PlayPlan): Promise<Played> {
  const { mutant = null } = options;
  if (mutant !== null && !MUTANTS.some(({ id }) => id === mutant))
    throw new ConfigError(
      `--mutant is “${mutant}”, which is not a mutant; \`portalproof selftest\` lists them`,
    );
  if (namesInterface(options)) {
    const { ground, close } = await interfaceGround(options);
    return {
      ground,
      close,
      part: await playOnTarget(plan, ground, positive(options.concurrency, '--concurrency')),
    };
  }
  const part = await playOnThreads(plan, positive(options.threads, '--threads'), mutant);
  return { ground: await inProcessGround(mutant), part, close: async () => {} };
}

/** One line that is written over on a terminal; in a log, a plain line each time that the count has doubled. */
function progressLine(): (scenarios: number, failures: number) => void {
  let next = 1;
  if (!process.stderr.isTTY) {
    return (scenarios, failures) => {
      if (scenarios < next) return;
      next = 2 * scenarios;
      complain(`${scenarios.toLocaleString('en-US')} scenarios, ${failures} rules broken so far`);
    };
  }
  return (scenarios, failures) =>
    process.stderr.write(`\r${scenarios.toLocaleString('en-US')} scenarios, ${failures} rules broken `);
}

async function explore(options: ExploreOptions): Promise<void> {
  if (options.replay !== undefined) return replay(options, options.replay);
  if (options.kills !== undefined) return playWithKills(positive(options.kills, '--kills'), options.seed);
  const stops: (() => void)[] = [];
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
    for (const stop of stops) stop();
  });
  const started = monotonic();
  const plan: PlayPlan = {
    seed: options.seed,
    ...limitsOf(options),
    injectFaults: options.injectFaults === true,
    onProgress: progressLine(),
    onStop: (stop) => stops.push(stop),
  };
  const { ground, part, close } = await playAll(options, plan);
  try {
    if (process.stderr.isTTY) complain('');
    const control: ControlRun | null = options.controlRun
      ? await controlRun({
          seed: options.seed,
          most: CONTROL_SCENARIOS,
          stopped: () => stopped,
          ...(await controlGrounds()),
        })
      : null;
    const explained: Explained[] = [];
    for (const failure of part.failures.slice(0, MOST_EXPLAINED))
      explained.push(await explain(failure, ground));
    const never = neverReached(part.coverage);
    const results: CampaignResults = {
      formatVersion: CAMPAIGN_FORMAT,
      implementation: ground.implementation,
      seed: options.seed,
      injectFaults: plan.injectFaults,
      stopped,
      scenarios: part.scenarios,
      cases: part.cases,
      steps: part.steps,
      seconds: (monotonic() - started) / 1000,
      onOthers: part.onOthers,
      failures: explained.map(({ scenario: _scenario, ...failure }) => failure),
      broken: part.broken.map(({ message, scenarios, origin }) => ({
        message,
        scenarios,
        token: tokenOf(origin),
      })),
      controlRun: control && { ...control, false: [...control.false] },
      coverage: {
        ...part.coverage,
        neverRules: [...never.rules],
        neverOperations: [...never.operations],
      },
    };
    tell(results);
    mkdirSync(options.out, { recursive: true });
    writeFileSync(join(options.out, 'campaign.json'), `${JSON.stringify(results, null, 2)}\n`);
    const page = join(options.out, 'campaign.html');
    writeFileSync(page, toCampaignHtml(results, ZONE, template('campaign.hbs'), template('report.css')));
    if (options.save !== undefined) {
      const folder = join(options.save, 'found');
      mkdirSync(folder, { recursive: true });
      for (const one of explained) {
        const file = join(folder, `${one.rule.replaceAll(/[^a-z0-9]+/g, '-')}.yaml`);
        writeFileSync(file, scenarioFile(one));
        print(`Scenario: ${file}`);
      }
    }
    print(`Report: ${page}`);
    process.exitCode = fuzzExitCode(results);
  } finally {
    await close();
  }
}

/** `portalproof explore`: random scenarios that crowd around limits, on any portal. */
export const define = (command: Command): void => {
  withInterface(command, ['scenarios at a time, on a portal of your own', '4'])
    .option('--minutes <n>', 'how long to play; 5 unless --cases is given')
    .option('--cases <n>', 'how many scenarios to play')
    .option('--seed <text>', 'the same seed plays the same scenarios', '1')
    .option('--out <folder>', 'where the report goes', 'reports/campaign')
    .option('--save <folder>', 'write the shortest scenarios there, as files for `run --scenarios`')
    .option('--replay <token>', 'play one scenario again')
    .option('--history <file>', 'with --replay: write what was sent and answered there, for `judge`')
    .option('--threads <n>', 'threads, on the reference implementation', String(availableParallelism()))
    .option('--inject-faults', 'lose, repeat and delay answers between the harness and the portal')
    .option('--no-control-run', 'do not check that the fault of a known faulty portal is found')
    .option('--mutant <id>', 'fuzz this mutant of the reference implementation, to see its fault found')
    .option(
      '--kills <n>',
      'kill and restart the reference implementation this many times while scenarios are played on it',
    )
    .action(explore);
  oldOption(command, '--liar <id>', '--mutant');
  oldOption(command, '--troubles', '--inject-faults');
  oldOption(command, '--no-canary', '--no-control-run');
};
