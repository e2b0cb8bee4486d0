import type { Command } from 'commander';
import { smoke } from '../../run/index.ts';
import { type DoorOptions, openDoor, withDoor } from '../shared/open-interface.ts';
import { print } from '../shared/ports.ts';

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
export const define = (command: Command): void => {
  withDoor(command, ['connections', '1']).action(run);
};
