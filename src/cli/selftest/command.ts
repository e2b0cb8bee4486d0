import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import {
  type DataMutantResult,
  type Extent,
  type MutantResult,
  type SelfTestResult,
  sumUp,
  trusted,
} from '../../run/self-test/index.ts';
import { ConfigError } from '../shared/config-error.ts';
import { positive } from '../shared/open-interface.ts';
import { print } from '../shared/ports.ts';
import { progress } from '../shared/progress.ts';
import { matrixPage } from './matrix.ts';
import { workOff } from './pool.ts';
import { dataMutantsOf, reachOf, selfTestOptions, withoutTrialOf } from './portal.ts';
import type { Task } from './worker.ts';

type Options = {
  readonly out: string;
  readonly seed: string;
  readonly only?: string;
  readonly threads: string;
  readonly full?: boolean;
  readonly untilKilled?: boolean;
};

function tell(result: SelfTestResult): void {
  const width = Math.max(...result.mutants.map(({ id }) => id.length), 10);
  for (const { id, breaks, caughtBy, unexpected, errors } of result.mutants) {
    const good = caughtBy.length > 0 && unexpected.length === 0 && errors.length === 0;
    const notes = [
      ...(caughtBy.length === 0 ? ['MISSED'] : []),
      ...unexpected.map((rule) => `UNEXPECTED ${rule}`),
      ...errors.map((error) => `ERROR ${error}`),
    ];
    print(
      `${good ? 'killed' : 'ALIVE '} ${id.padEnd(width)} ${breaks} (${caughtBy.length} scenarios) ${notes.join(' ')}`.trimEnd(),
    );
  }
  for (const { id } of result.dataMutants.filter(({ killed }) => !killed)) print(`ALIVE  data mutant ${id}`);
  print();
  print(
    `Mutants: ${result.mutants.filter(({ caughtBy }) => caughtBy.length > 0).length} of ${result.mutants.length} caught by their rule.`,
  );
  print(
    `Data mutants: ${result.dataMutants.filter(({ killed }) => killed).length} of ${result.dataMutants.length} killed.`,
  );
  for (const { id, reason } of result.withoutTrial) print(`Without a trial: ${id}: ${reason}`);
  print(`The reference implementation: ${result.clean.violations} violations.`);
  for (const error of result.clean.errors) print(`  ${error}`);
}

async function run(options: Options): Promise<void> {
  const setup = selfTestOptions(options.seed);
  const wanted = (id: string): boolean => options.only === undefined || id.includes(options.only);
  const mutants = setup.mutants.filter(({ id }) => wanted(id));
  const dataMutants = dataMutantsOf(setup).filter(({ id }) => wanted(id));
  if (mutants.length + dataMutants.length === 0)
    throw new ConfigError(`no mutant or data mutant has “${options.only}” in its name`);
  const reached = options.full ? null : await reachOf(setup);
  const extent: Extent = options.untilKilled ? 'until-killed' : 'all';
  const tasks: Task[] = [
    { kind: 'clean' },
    ...mutants.map(({ id }): Task => {
      const own = reached?.[id];
      return { kind: 'mutant', id, extent, ...(own ? { reached: [...own] } : {}) };
    }),
    // One expectation that notices is what a wrong datum has to meet; which others would is told on request.
    ...dataMutants.map(
      ({ id }): Task => ({ kind: 'data-mutant', id, extent: options.full ? extent : 'until-killed' }),
    ),
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
    rest.slice(0, mutants.length) as MutantResult[],
    rest.slice(mutants.length) as DataMutantResult[],
    clean as SelfTestResult['clean'],
    withoutTrialOf(setup).filter(({ id }) => wanted(id)),
  );
  tell(result);
  mkdirSync(options.out, { recursive: true });
  const flat = {
    ...result,
    mutants: result.mutants.map(({ breaks, ...mutant }) => ({ ...mutant, breaks: [breaks] })),
  };
  writeFileSync(join(options.out, 'kill-matrix.json'), `${JSON.stringify(flat, null, 2)}\n`);
  const page = join(options.out, 'kill-matrix.html');
  writeFileSync(page, matrixPage(result));
  print(`Kill matrix: ${page}`);
  process.exitCode = trusted(result) ? 0 : 4;
}

/** `portalproof selftest`: whether the checks can be trusted, tried on mutants and on wrong data. */
export const define = (command: Command): void => {
  command
    .option('--out <folder>', 'where the kill matrix goes', 'reports/selftest')
    .option('--seed <text>', 'seed of the scenarios’ worlds', '1')
    .option('--only <text>', 'only mutants and data mutants with this in their name')
    .option(
      '--full',
      'play every scenario on every mutant, also where it acts like the reference implementation, and on every wrong datum',
    )
    .option(
      '--until-killed',
      'play a mutant only until a scenario kills it: shows which mutants stay alive, not every kill or false positive',
    )
    .option('--threads <n>', 'threads', String(availableParallelism()))
    .action(run);
};
