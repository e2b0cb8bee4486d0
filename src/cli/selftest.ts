import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type LiarResult, type MutantResult, type SelfTestResult, sumUp, trusted } from '../harness/index.ts';
import { ConfigError } from './config-error.ts';
import { positive } from './open-adapter.ts';
import { print } from './ports.ts';
import { progress } from './progress.ts';
import { mutantsOf, reachOf, selfTestOptions } from './self-portal.ts';
import { workOff } from './selftest-pool.ts';
import type { Task } from './selftest-worker.ts';
import { matrixPage } from './write-matrix.ts';

type Options = {
  readonly out: string;
  readonly seed: string;
  readonly only?: string;
  readonly threads: string;
  readonly full?: boolean;
};

function tell(result: SelfTestResult): void {
  const width = Math.max(...result.liars.map(({ id }) => id.length), 10);
  for (const { id, breaks, caughtBy, unexpected, errors } of result.liars) {
    const good = caughtBy.length > 0 && unexpected.length === 0 && errors.length === 0;
    const notes = [
      ...(caughtBy.length === 0 ? ['MISSED'] : []),
      ...unexpected.map((rule) => `UNEXPECTED ${rule}`),
      ...errors.map((error) => `ERROR ${error}`),
    ];
    print(
      `${good ? 'killed' : 'ALIVE '} ${id.padEnd(width)} ${breaks} (${caughtBy.length} stories) ${notes.join(' ')}`.trimEnd(),
    );
  }
  for (const { id } of result.clockMutants.filter(({ killed }) => !killed))
    print(`ALIVE  clock mutant ${id}`);
  print();
  print(
    `Liars: ${result.liars.filter(({ caughtBy }) => caughtBy.length > 0).length} of ${result.liars.length} caught by their rule.`,
  );
  print(
    `Clock mutants: ${result.clockMutants.filter(({ killed }) => killed).length} of ${result.clockMutants.length} killed.`,
  );
  print(`The portal done right: ${result.clean.violations} violations.`);
  for (const error of result.clean.errors) print(`  ${error}`);
}

async function run(options: Options): Promise<void> {
  const setup = selfTestOptions(options.seed);
  const wanted = (id: string): boolean => options.only === undefined || id.includes(options.only);
  const liars = setup.liars.filter(({ id }) => wanted(id));
  const mutants = mutantsOf(setup).filter(({ id }) => wanted(id));
  if (liars.length + mutants.length === 0)
    throw new ConfigError(`no liar or clock mutant has “${options.only}” in its name`);
  const reached = options.full ? null : await reachOf(setup);
  const tasks: Task[] = [
    { kind: 'clean' },
    ...liars.map(({ id }): Task => {
      const own = reached?.[id];
      return { kind: 'liar', id, ...(own ? { reached: [...own] } : {}) };
    }),
    ...mutants.map(({ id }): Task => ({ kind: 'mutant', id })),
  ];
  const bar = progress('Self-test', tasks.length);
  const threads = positive(options.threads, '--threads');
  const [clean, ...rest] = await workOff(tasks, {
    threads,
    seed: options.seed,
    onDone: (task) => bar.step(task.kind === 'clean' ? 'clean' : task.id),
  });
  bar.stop();
  const result = sumUp(
    rest.slice(0, liars.length) as LiarResult[],
    rest.slice(liars.length) as MutantResult[],
    clean as SelfTestResult['clean'],
  );
  tell(result);
  mkdirSync(options.out, { recursive: true });
  const flat = {
    ...result,
    liars: result.liars.map(({ breaks, ...liar }) => ({ ...liar, breaks: [breaks] })),
  };
  writeFileSync(join(options.out, 'kill-matrix.json'), `${JSON.stringify(flat, null, 2)}\n`);
  const page = join(options.out, 'kill-matrix.html');
  writeFileSync(page, matrixPage(result));
  print(`Kill matrix: ${page}`);
  process.exitCode = trusted(result) ? 0 : 4;
}

/** `portalproof selftest`: whether the oracles can be trusted, tried on liars and on wrong clock data. */
export const addSelfTest = (program: Command): void => {
  program
    .command('selftest')
    .description(
      'try the oracles on portals with one fault each, on wrong clock data, and on the portal done right',
    )
    .option('--out <folder>', 'where the kill matrix goes', 'reports/selftest')
    .option('--seed <text>', 'seed of the stories’ worlds', '1')
    .option('--only <text>', 'only liars and mutants with this in their name')
    .option('--full', 'play every story on every liar, also where the liar acts like the portal done right')
    .option('--threads <n>', 'threads', String(availableParallelism()))
    .action(run);
};
