import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Capability } from '../contract/index.ts';
import {
  type CampaignPart,
  type Canary,
  canary,
  cutStory,
  type Ground,
  neverReached,
  readToken,
  storyAt,
  tokenOf,
  tryStory,
  violatedIn,
} from '../harness/index.ts';
import { LIARS } from '../liars/index.ts';
import { type CampaignResults, toCampaignHtml } from '../report/index.ts';
import { packOf } from '../rulebook/index.ts';
import { ConfigError } from './config-error.ts';
import { playWithKills } from './explore-kills.ts';
import { type PlayPlan, playOnTarget, playOnThreads } from './explore-play.ts';
import { canaryGrounds, inProcessGround } from './explore-portal.ts';
import { type Explained, explain, storyFile } from './explore-shrink.ts';
import { type DoorOptions, openDoor, positive, withDoor } from './open-adapter.ts';
import { complain, monotonic, print } from './ports.ts';

type ExploreOptions = DoorOptions & {
  readonly minutes?: string;
  readonly cases?: string;
  readonly seed: string;
  readonly out: string;
  readonly save?: string;
  readonly replay?: string;
  readonly threads: string;
  readonly troubles?: boolean;
  readonly canary: boolean;
  readonly liar?: string;
  readonly kills?: string;
};

/** How many rules are cut down to their shortest story; the others are named with their token. */
const MOST_EXPLAINED = 25;
const CANARY_STORIES = 3_000;
const ZONE = packOf('allways-commercial').zone;

const template = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../report/templates/${name}`, import.meta.url)), 'utf8');

type Played = { readonly ground: Ground; readonly part: CampaignPart; readonly close: () => Promise<void> };

const hasDoor = ({ target, command, adapter }: ExploreOptions): boolean =>
  [target, command, adapter].some((one) => one !== undefined);

async function doorGround(options: ExploreOptions): Promise<{ ground: Ground; close: () => Promise<void> }> {
  const door = await openDoor(options);
  const { product, version, capabilities } = await door.adapter.describe();
  const ground = {
    adapter: door.adapter,
    implementation: `${product} ${version}`,
    capabilities: capabilities as readonly Capability[],
  };
  return { ground, close: door.close };
}

function limitsOf({ minutes, cases }: ExploreOptions): { stories: number; milliseconds: number } {
  const stories = cases === undefined ? Number.MAX_SAFE_INTEGER : positive(cases, '--cases');
  const span = Number(minutes ?? (cases === undefined ? 5 : 24 * 60));
  if (!(span > 0)) throw new ConfigError(`--minutes is “${minutes}”; it must be a number above 0`);
  return { stories, milliseconds: span * 60_000 };
}

async function playAll(options: ExploreOptions, plan: PlayPlan): Promise<Played> {
  const { liar = null } = options;
  if (liar !== null && !LIARS.some(({ id }) => id === liar))
    throw new ConfigError(`--liar is “${liar}”, which is no liar; \`portalproof selftest\` lists them`);
  if (hasDoor(options)) {
    const { ground, close } = await doorGround(options);
    return {
      ground,
      close,
      part: await playOnTarget(plan, ground, positive(options.concurrency, '--concurrency')),
    };
  }
  const part = await playOnThreads(plan, positive(options.threads, '--threads'), liar);
  return { ground: await inProcessGround(liar), part, close: async () => {} };
}

function tell(results: CampaignResults): void {
  for (const { rule, because, token, steps, left, from, stories } of results.failures) {
    print(`VIOLATED ${rule} (${stories} stories)`);
    print(`  ${because}`);
    for (const { at, as, what, told } of steps) print(`  ${at}  ${as.padEnd(12)} ${what}  ${told}`);
    print(`  ${left} of ${from} steps; portalproof explore --replay ${token}`);
    print();
  }
  for (const { message, stories, token } of results.broken)
    print(`BROKEN   ${message} (${stories} stories; --replay ${token})`);
  const { canary: bird } = results;
  if (bird)
    print(
      bird.caught
        ? `Canary: found out after ${bird.stories} stories, ${bird.faulty} of them faulty.`
        : `Canary: NOT found out in ${bird.stories} stories, ${bird.faulty} of them faulty. This campaign proves nothing.`,
    );
  if (bird && bird.false.length > 0)
    print(`Canary: the portal done right was convicted of ${bird.false.join(', ')}.`);
  print(
    `${results.stories.toLocaleString('en-US')} stories with ${results.cases.toLocaleString('en-US')} requests and cases, ${results.steps.toLocaleString('en-US')} steps in ${results.seconds.toFixed(1)} s; ${Object.keys(results.coverage.rules).length} rules came up, ${results.coverage.neverRules.length} never.`,
  );
}

function exitOf({ failures, broken, canary: bird, stories }: CampaignResults): number {
  if (broken.length > 0) return 3;
  if (failures.length > 0) return 1;
  return stories === 0 || (bird !== null && (!bird.caught || bird.false.length > 0)) ? 4 : 0;
}

async function replay(options: ExploreOptions, token: string): Promise<void> {
  let read: ReturnType<typeof readToken>;
  try {
    read = readToken(token);
  } catch (error) {
    throw new ConfigError((error as Error).message);
  }
  const { ground, close } = hasDoor(options)
    ? await doorGround(options)
    : { ground: await inProcessGround(options.liar ?? null), close: async () => {} };
  try {
    const story = cutStory(storyAt(read.origin), read.cut);
    const tried = await tryStory(story, ground);
    for (const { at, as, do: what, case: name } of story.steps)
      print(`${at}  ${as.padEnd(12)} ${what} ${name ?? ''}`);
    const broken = violatedIn(tried);
    for (const found of tried.findings)
      if (found.verdict === 'violated' && broken.includes(found.rule))
        print(`VIOLATED ${found.rule}: ${found.because}`);
    if (tried.error !== null) print(`BROKEN ${tried.error}`);
    if (broken.length === 0 && tried.error === null) print('Nothing is violated.');
    process.exitCode = tried.error !== null ? 3 : broken.length > 0 ? 1 : 0;
  } finally {
    await close();
  }
}

function progressLine(): (stories: number, failures: number) => void {
  if (!process.stderr.isTTY) return () => {};
  return (stories, failures) =>
    process.stderr.write(`\r${stories.toLocaleString('en-US')} stories, ${failures} rules broken `);
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
    troubles: options.troubles === true,
    onProgress: progressLine(),
    onStop: (stop) => stops.push(stop),
  };
  const { ground, part, close } = await playAll(options, plan);
  try {
    if (process.stderr.isTTY) complain('');
    const bird: Canary | null = options.canary
      ? await canary({
          seed: options.seed,
          most: CANARY_STORIES,
          stopped: () => stopped,
          ...(await canaryGrounds()),
        })
      : null;
    const explained: Explained[] = [];
    for (const failure of part.failures.slice(0, MOST_EXPLAINED))
      explained.push(await explain(failure, ground));
    const never = neverReached(part.coverage);
    const results: CampaignResults = {
      formatVersion: 1,
      implementation: ground.implementation,
      seed: options.seed,
      troubles: plan.troubles,
      stopped,
      stories: part.stories,
      cases: part.cases,
      steps: part.steps,
      seconds: (monotonic() - started) / 1000,
      onOthers: part.onOthers,
      failures: explained.map(({ story: _story, ...failure }) => failure),
      broken: part.broken.map(({ message, stories, origin }) => ({
        message,
        stories,
        token: tokenOf(origin),
      })),
      canary: bird && { ...bird, false: [...bird.false] },
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
        writeFileSync(file, storyFile(one));
        print(`Story: ${file}`);
      }
    }
    print(`Report: ${page}`);
    process.exitCode = exitOf(results);
  } finally {
    await close();
  }
}

/** `portalproof explore`: random stories that crowd around limits, on any portal. */
export const addExplore = (program: Command): void => {
  withDoor(
    program
      .command('explore')
      .description('play random stories on a portal, and cut what breaks a rule down to the shortest one'),
    ['stories at a time, behind a door', '4'],
  )
    .option('--minutes <n>', 'how long to play; 5 unless --cases is given')
    .option('--cases <n>', 'how many stories to play')
    .option('--seed <text>', 'the same seed plays the same stories', '1')
    .option('--out <folder>', 'where the report goes', 'reports/campaign')
    .option('--save <folder>', 'write the shortest stories there, as files for `run --scenarios`')
    .option('--replay <token>', 'play one story again')
    .option('--threads <n>', 'threads, on the reference portal', String(availableParallelism()))
    .option('--troubles', 'lose, repeat and delay answers at the door')
    .option('--no-canary', 'do not prove that a faulty portal is found out')
    .option('--liar <id>', 'a reference portal with one deliberate fault, to see it found')
    .option(
      '--kills <n>',
      'kill and restart the reference portal so many times while stories are played on it',
    )
    .action(explore);
};
