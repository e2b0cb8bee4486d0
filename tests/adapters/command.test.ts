import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAdapter } from '../../src/adapters/index.ts';
import { type RunningServer, startReference } from '../../src/cli/shared/reference-server.ts';
import { smoke } from '../../src/run/index.ts';

const place = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The example in Python is tried where there is a Python; the messages are tried everywhere. */
const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
const CHILDREN = [
  { language: 'JavaScript', command: process.execPath, script: place('./node-child.mjs') },
  ...(python ? [{ language: 'Python', command: python, script: place('../../examples/adapter.py') }] : []),
];

describe.each(CHILDREN)('an adapter in $language', ({ command, script }) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startReference({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  it('passes the smoke scenarios over NDJSON', async () => {
    const adapter = commandAdapter({ command, args: [script, server.url], timeoutMs: 120_000 });
    const results = await smoke(adapter, await adapter.describe(), '1');
    await adapter.dispose();
    expect(results.map(({ wrong }) => wrong)).toEqual([null, null, null]);
  });
});

describe('a child process that', () => {
  const failing = (command: string, args: string[], timeoutMs = 120_000) =>
    commandAdapter({ command, args, timeoutMs });

  it('cannot be started is an error that names the command’s trouble', async () => {
    await expect(failing('no-such-command', []).describe()).rejects.toMatchObject({ kind: 'process-ended' });
  });
  it('ends at once is an error with what it wrote', async () => {
    await expect(
      failing(process.execPath, ['-e', 'console.error("out of paper"); process.exit(3)']).describe(),
    ).rejects.toThrow(/code 3|out of paper/);
  });
  it('writes no JSON is an error', async () => {
    await expect(
      failing(process.execPath, ['-e', 'console.log("hello"); setTimeout(() => {}, 5000)']).describe(),
    ).rejects.toMatchObject({ kind: 'process-ended' });
  });
  it('never answers is an error', async () => {
    const adapter = failing(process.execPath, ['-e', 'process.stdin.resume()'], 500);
    await expect(adapter.describe()).rejects.toMatchObject({ kind: 'hung' });
    await adapter.dispose();
  });
});
