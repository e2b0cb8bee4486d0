import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Name and version of this program, as `portalproof 0.1.0`. */
export function programName(): string {
  const own = new URL('../../../package.json', import.meta.url);
  // Our own manifest, read without a schema: loading one would double the time of `--version`.
  const { name, version } = JSON.parse(readFileSync(own, 'utf8')) as Record<'name' | 'version', string>;
  return `${name} ${version}`;
}

/** The scenarios that are shipped. */
export const scenarioFolder = (): string => fileURLToPath(new URL('../../../scenarios', import.meta.url));

/** Where the build keeps what it read of them. */
export const readScenarios = (): string =>
  fileURLToPath(new URL('../../../dist/scenarios.json', import.meta.url));

/** A text that nobody can guess. */
export const secretToken = (): string => randomBytes(24).toString('base64url');

export const monotonic = (): number => performance.now();
export const wallClock = (): string => new Date().toISOString();

/** Writes a line for people. Results go to stdout, progress and complaints to stderr. */
export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};
export const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
