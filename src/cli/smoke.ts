import type { Command } from 'commander';
import { smoke } from '../harness/index.ts';
import { type DoorOptions, openDoor } from './open-adapter.ts';
import { print } from './ports.ts';

async function run(options: DoorOptions): Promise<void> {
  const door = await openDoor(options);
  try {
    const results = await smoke(door.adapter, await door.adapter.describe(), '1');
    for (const { title, wrong } of results)
      print(`${wrong === null ? 'ok   ' : 'WRONG'} ${title}${wrong === null ? '' : `: ${wrong}`}`);
    const good = results.every(({ wrong }) => wrong === null);
    print(
      good
        ? 'The adapter works; go on with `portalproof run`.'
        : 'Mend the adapter before judging the portal.',
    );
    process.exitCode = good ? 0 : 3;
  } finally {
    await door.close();
  }
}

/** `portalproof smoke`: tells a wrong adapter from a wrong portal. */
export const addSmoke = (program: Command): void => {
  program
    .command('smoke')
    .description('three trivial stories that fail only when the adapter is wrong')
    .option('--target <url>', 'address of a portal that speaks the contract')
    .option('--command <line>', 'adapter as a child process that speaks NDJSON')
    .option('--adapter <file>', 'adapter as a module that exports createAdapter()')
    .option('--timeout <ms>', 'longest wait for one answer', '10000')
    .option('--concurrency <n>', 'connections', '1')
    .action(run);
};
