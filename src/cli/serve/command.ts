import type { Command } from 'commander';
import { ConfigError } from '../shared/config-error.ts';
import { print } from '../shared/ports.ts';
import { startReference } from '../shared/reference-server.ts';

async function run(options: {
  readonly port: string;
  readonly host: string;
  readonly data?: string;
}): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError(`--port is “${options.port}”; it is a number from 0 to 65535`);
  const server = await startReference({
    port,
    host: options.host,
    ...(options.data === undefined ? {} : { data: options.data }),
  });
  print(
    `The reference implementation listens on ${server.url}${options.data ? ` and keeps its worlds in ${options.data}` : ''}. Ctrl-C stops it.`,
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await server.close();
}

/** `portalproof serve`: runs the reference implementation. */
export const define = (command: Command): void => {
  command
    .option('--port <n>', 'port to listen on', '8080')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--data <folder>', 'keep worlds in this folder; without it they live in memory')
    .action(run);
};
