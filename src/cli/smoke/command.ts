import type { Command } from 'commander';
import { smoke } from '../../run/index.ts';
import { type InterfaceOptions, openInterface, withInterface } from '../shared/open-interface.ts';
import { print } from '../shared/ports.ts';

async function run(options: InterfaceOptions): Promise<void> {
  const opened = await openInterface(options);
  try {
    const results = await smoke(opened.adapter, await opened.adapter.describe(), '1');
    for (const { title, wrong } of results)
      print(`${wrong === null ? 'ok   ' : 'WRONG'} ${title}${wrong === null ? '' : `: ${wrong}`}`);
    const good = results.every(({ wrong }) => wrong === null);
    print(
      good
        ? 'The adapter works; go on with `portalproof run`.'
        : 'Fix the adapter before judging the portal.',
    );
    process.exitCode = good ? 0 : 3;
  } finally {
    await opened.close();
  }
}

/** `portalproof smoke`: tells a wrong adapter from a wrong portal. */
export const define = (command: Command): void => {
  withInterface(command, ['connections', '1']).action(run);
};
