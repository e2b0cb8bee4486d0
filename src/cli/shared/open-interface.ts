import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { type Adapter, commandAdapter, httpAdapter, socketTransport } from '../../adapters/index.ts';
import { ConfigError } from './config-error.ts';
import { referenceAdapter } from './in-process.ts';

export type InterfaceOptions = {
  readonly target?: string;
  readonly command?: string;
  readonly adapter?: string;
  readonly timeout: string;
  readonly concurrency: string;
};

/** An interface to what is to be judged, where it is in words, and how to close it. */
export type OpenInterface = {
  readonly adapter: Adapter;
  readonly where: string;
  readonly close: () => Promise<void>;
};

/** Adds the options that say which portal is meant, and how to talk to it. */
export const withInterface = (
  command: Command,
  concurrency: readonly [means: string, byDefault: string],
): Command =>
  command
    .option('--target <url>', 'address of a portal that speaks the contract')
    .option('--command <line>', 'adapter as a child process that speaks NDJSON')
    .option('--adapter <file>', 'adapter as a module that exports createAdapter()')
    .option('--timeout <ms>', 'longest wait for one answer', '10000')
    .option('--concurrency <n>', ...concurrency);

/** A whole number from 1, or ConfigError that names the option. */
export function positive(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new ConfigError(`${option} is “${text}”; it must be a whole number from 1`);
  return value;
}

function httpInterface(url: string, timeoutMs: number, connections: number): Adapter {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new ConfigError(`--target is “${url}”; it must be an address such as http://127.0.0.1:8080`);
  }
  return httpAdapter({
    name: `HTTP ${new URL(url).origin}`,
    transport: socketTransport(url, connections),
    timeoutMs,
  });
}

async function moduleInterface(path: string): Promise<Adapter> {
  const module: unknown = await import(pathToFileURL(resolve(path)).href).catch((error: Error) => {
    throw new ConfigError(`--adapter ${path} cannot be loaded: ${error.message}`);
  });
  const loaded = module as {
    createAdapter?: () => Adapter | Promise<Adapter>;
  };
  if (typeof loaded.createAdapter !== 'function')
    throw new ConfigError(`${path} does not export a function createAdapter`);
  return loaded.createAdapter();
}

/** Opens the interface that the options name; without one, the reference implementation in this process. */
export async function openInterface(options: InterfaceOptions): Promise<OpenInterface> {
  const timeoutMs = positive(options.timeout, '--timeout');
  const connections = positive(options.concurrency, '--concurrency');
  const named = [options.target, options.command, options.adapter].filter((one) => one !== undefined);
  if (named.length > 1) throw new ConfigError('give one of --target, --command and --adapter');
  if (options.command !== undefined) {
    const [command = '', ...args] = options.command.split(/\s+/).filter(Boolean);
    const adapter = commandAdapter({ command, args, timeoutMs });
    return { adapter, where: options.command, close: () => adapter.dispose() };
  }
  if (options.adapter !== undefined) {
    const adapter = await moduleInterface(options.adapter);
    return { adapter, where: options.adapter, close: () => adapter.dispose() };
  }
  if (options.target !== undefined) {
    const adapter = httpInterface(options.target, timeoutMs, connections);
    return { adapter, where: options.target, close: () => adapter.dispose() };
  }
  const adapter = referenceAdapter();
  return {
    adapter,
    where: 'the reference implementation, in this process',
    close: () => adapter.dispose(),
  };
}
