import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAdapter } from '../../src/adapters/index.ts';
import { type RunningServer, startReference } from '../../src/cli/reference-server.ts';
import { smoke } from '../../src/harness/index.ts';

const example = fileURLToPath(new URL('../../examples/adapter.py', import.meta.url));

describe('the example adapter in Python', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startReference({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  it('passes the smoke stories over NDJSON', async () => {
    const adapter = commandAdapter({ command: 'python3', args: [example, server.url], timeoutMs: 10_000 });
    const results = await smoke(adapter, await adapter.describe(), '1');
    await adapter.dispose();
    expect(results.map(({ wrong }) => wrong)).toEqual([null, null, null]);
  });
});

describe('a child process that', () => {
  const failing = (command: string, args: string[]) => commandAdapter({ command, args, timeoutMs: 500 });

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
    const adapter = failing(process.execPath, ['-e', 'process.stdin.resume()']);
    await expect(adapter.describe()).rejects.toMatchObject({ kind: 'hung' });
    await adapter.dispose();
  });
});
