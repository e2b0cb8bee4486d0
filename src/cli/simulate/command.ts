import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { FileFormat } from '../../audit/index.ts';
import { PACKS } from '../../rulebook/index.ts';
import { ERRORS, LOG_TABLES, PUBLISHED, RATES } from '../../simulator/index.ts';
import { ConfigError } from '../shared/config-error.ts';
import { positive } from '../shared/open-interface.ts';
import { monotonic, print } from '../shared/ports.ts';
import { progress } from '../shared/progress.ts';
import {
  type LogSimulation,
  type Part,
  type PartMade,
  type Simulation,
  type WorldSimulation,
  workloadFor,
} from './jobs.ts';
import { makeInOrder } from './pool.ts';
import { SimulationStore } from './store.ts';
import { AccessCheck, worldNetwork, worldTables } from './world.ts';

const PART = 4096;
const FORMATS = ['ndjson', 'csv', 'parquet'] as const;

type Options = Readonly<Record<'out' | 'seed' | 'threads' | 'members' | 'format', string>>;
type WorldOptions = Options & { readonly asOf: string };
type LogOptions = Options &
  Readonly<Record<'days' | 'from' | 'pack' | 'requestsPerMember' | 'late' | 'justInTime' | 'errors', string>>;

const partsOf = (count: number): Part[] =>
  Array.from({ length: Math.ceil(count / PART) }, (_, index) => ({
    from: index * PART,
    to: Math.min(count, (index + 1) * PART),
  }));

function dateOption(text: string, option: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))) return text;
  throw new ConfigError(`${option} is “${text}”; it must be a date such as 2025-01-01`);
}

function share(text: string, option: string, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= most) return value;
  throw new ConfigError(`${option} is “${text}”; it must be a number from 0 to ${most}`);
}

function formatsOf(text: string, known: readonly string[]): string[] {
  const formats = text.split(',').map((one) => one.trim());
  const unknown = formats.find((one) => !known.includes(one));
  if (unknown !== undefined)
    throw new ConfigError(`--format has “${unknown}”; it may hold ${known.join(', ')}, joined by commas`);
  return formats;
}

/** Whether someone pressed Ctrl-C; what was made up to then is written. */
function untilInterrupted(): () => boolean {
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
  });
  return () => stopped;
}

/** Has all parts made, keeps their rows, and gives each bundle away. Answers whether it was stopped before the end. */
async function fill(
  title: string,
  sim: Simulation,
  count: number,
  threads: number,
  store: SimulationStore,
  onPart: (made: PartMade, own: Part) => void = () => {},
): Promise<boolean> {
  const stopped = untilInterrupted();
  const parts = partsOf(count);
  const bar = progress(title, parts.length);
  await makeInOrder(
    sim,
    parts,
    threads,
    (made, own) => {
      for (const [name, columns] of Object.entries(made.tables)) store.add(name, columns);
      onPart(made, own);
      bar.step(`${own.to}`);
    },
    stopped,
  );
  bar.stop();
  return stopped();
}

const peak = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;
const count = (number: number): string => number.toLocaleString('en-US');

async function runWorld(options: WorldOptions): Promise<void> {
  const members = positive(options.members, '--members');
  const threads = positive(options.threads, '--threads');
  const formats = formatsOf(options.format, [...FORMATS, 'fhir']);
  const asOf = dateOption(options.asOf, '--as-of');
  const fhir = formats.includes('fhir');
  const sim: WorldSimulation = { kind: 'world', seed: options.seed, members, asOf, fhir };
  const started = monotonic();
  const network = worldNetwork(sim);
  const tables = worldTables(network);
  const access = new AccessCheck(network, tables);
  const store = await SimulationStore.open(tables, threads);
  const folder = join(options.out, 'fhir');
  rmSync(folder, { recursive: true, force: true });
  if (fhir) mkdirSync(folder, { recursive: true });
  try {
    for (const { name, rows, columns } of network.tables)
      store.add(
        name,
        columns.map((_, place) => rows.map((row) => row[place] as string | number | null)),
      );
    if (fhir) writeFileSync(join(folder, 'network.json'), network.bundle());
    const stopped = await fill('Members', sim, members, threads, store, (made, own) => {
      access.take(made.tables);
      const file = join(folder, `members-${String(own.from).padStart(9, '0')}.json`);
      if (made.bundle !== null) writeFileSync(file, made.bundle);
    });
    await store.write(formats.filter((one) => one !== 'fhir') as FileFormat[], () => options.out);
    const made = store.count('members');
    const seconds = (monotonic() - started) / 1000;
    print(
      `${count(made)} members, ${count(store.count('practitioners'))} practitioners at ${count(store.count('sites'))} sites in ${count(network.towns)} towns of Massachusetts, as of ${asOf}.`,
    );
    if (stopped) print(`Stopped: ${count(members - made)} members were not made.`);
    const sound = stopped || access.tell();
    print(`Written to ${options.out} in ${seconds.toFixed(1)} s, with ${peak()} of memory at most.`);
    process.exitCode = stopped || !sound ? 4 : 0;
  } finally {
    store.close();
  }
}

async function runLog(options: LogOptions): Promise<void> {
  const threads = positive(options.threads, '--threads');
  const formats = formatsOf(options.format, FORMATS) as FileFormat[];
  if (!PACKS.some(({ id }) => id === options.pack))
    throw new ConfigError(`--pack is “${options.pack}”; there are ${PACKS.map(({ id }) => id).join(', ')}`);
  const sim: LogSimulation = {
    kind: 'log',
    seed: options.seed,
    pack: options.pack,
    members: positive(options.members, '--members'),
    from: dateOption(options.from, '--from'),
    days: positive(options.days, '--days'),
    requestsPerMember: share(options.requestsPerMember, '--requests-per-member', 50),
    late: share(options.late, '--late', 0.5),
    justInTime: share(options.justInTime, '--just-in-time', 0.4),
    errors: share(options.errors, '--errors', 0.5),
  };
  const load = workloadFor(sim);
  const started = monotonic();
  const store = await SimulationStore.open(LOG_TABLES, threads);
  try {
    const stopped = await fill('Requests', sim, load.requests, threads, store);
    const hidden = join(options.out, 'answers');
    await store.write(formats, (table) => (table.endsWith('answers') ? hidden : options.out));
    const end = new Date(load.end).toISOString();
    print(
      `${count(store.count('determinations'))} determinations of ${count(sim.members)} members, ${count(store.count('events'))} events, ${count(store.count('answers'))} answers.`,
    );
    if (stopped) print('Stopped before the end; what was made is written.');
    print(`The log ends ${end}. To judge it:`);
    const file = join(options.out, `determinations.${formats.at(-1)}`);
    print(`  portalproof audit ${file} --pack ${sim.pack} --as-of ${end}`);
    print(
      `Written to ${options.out} in ${((monotonic() - started) / 1000).toFixed(1)} s, with ${peak()} of memory at most. What no check may read is in ${hidden}.`,
    );
    process.exitCode = stopped ? 4 : 0;
  } finally {
    store.close();
  }
}

const shared = (command: Command, members: string, out: string): Command =>
  command
    .option('--members <n>', 'members of the plan', members)
    .option('--seed <text>', 'the same seed gives the same bytes', '1')
    .option('--out <folder>', 'where the files go', out)
    .option('--threads <n>', 'workers; any number gives the same bytes', String(availableParallelism()));

/** `portalproof simulate`: people who do not exist, and a year of requests with known answers. */
export const define = (command: Command): void => {
  shared(
    command.command('world').description('members, practices, practitioners, panels, users and reviewers'),
    '10000',
    'reports/world',
  )
    .option('--as-of <date>', 'the day on which the network is as it is', '2026-01-01')
    .option('--format <list>', 'ndjson, csv, parquet, fhir', 'ndjson,csv,parquet,fhir')
    .action(runWorld);
  shared(
    command.command('log').description('a determination log, its events, and the answers apart from both'),
    '10000',
    'reports/log',
  )
    .option('--pack <id>', 'the pack by whose clocks the plan works', 'allways-commercial')
    .option('--from <date>', 'the first local day', '2025-01-01')
    .option('--days <n>', 'how many days requests come', '365')
    .option('--requests-per-member <n>', 'in a year', String(PUBLISHED.requestsPerMember))
    .option('--late <share>', 'duties that are done late', String(RATES.late))
    .option('--just-in-time <share>', 'duties that are done just in time', String(RATES.justInTime))
    .option('--errors <share>', 'requests with a row that cannot be judged', String(ERRORS))
    .option('--format <list>', 'ndjson, csv, parquet', 'parquet')
    .action(runLog);
};
