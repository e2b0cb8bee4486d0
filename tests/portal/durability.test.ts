import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { httpAdapter, socketTransport } from '../../src/adapters/index.ts';
import { standardWorld, submissionTemplates } from '../../src/simulator/index.ts';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const folders: string[] = [];
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function serve(data: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const url = await new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const [found] = /http:\/\/[\d.:]+/.exec(chunk.toString()) ?? [];
      if (found) resolve(found);
    });
  });
  return { url, child };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

const open = (url: string) =>
  httpAdapter({ name: 'durable', transport: socketTransport(url, 4), timeoutMs: 120_000 });

describe('the reference implementation with --data', () => {
  it('loses nothing that it acknowledged, however often it is killed', async () => {
    const data = mkdtempSync(join(tmpdir(), 'portalproof-'));
    folders.push(data);
    const world = standardWorld('durable', 'allways-commercial', 'America/New_York');
    const password = world.users.find(({ id }) => id === 'pcp')?.password ?? '';
    const acknowledged: string[] = [];
    let running = await serve(data);
    const id = await open(running.url).open(world, '2026-02-02T09:00:00-05:00');
    for (let round = 0; round < 4; round += 1) {
      const adapter = open(running.url);
      const signedIn = await adapter.perform(id, { op: 'sign-in', body: { user: 'pcp', password } });
      const token = String((signedIn.body as { token: string }).token);
      let stopped = false;
      const writer = (async () => {
        while (!stopped) {
          const body = submissionTemplates('2026-02-02').outpatient;
          const reply = await adapter.perform(id, { op: 'submit-request', body, token });
          if (reply.status === 201) acknowledged.push(String((reply.body as { id: string }).id));
        }
      })().catch(() => undefined);
      const enough = acknowledged.length + 5 + round * 4;
      while (acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 1));
      await kill(running.child);
      stopped = true;
      await writer;
      running = await serve(data);
    }
    const adapter = open(running.url);
    const told = await adapter.events(id, 0);
    const kept = new Set(told.filter(({ type }) => type === 'received').map(({ request }) => request));
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter((request) => !kept.has(request))).toEqual([]);
    const statuses = told.filter(({ type }) => type === 'status-changed').map(({ request }) => request);
    expect(
      [...kept].filter((request) => !statuses.includes(request)),
      'half of a command was kept',
    ).toEqual([]);
  });

  it('has the documents and the accounts of before the kill, and an outage that was on is still on', async () => {
    const data = mkdtempSync(join(tmpdir(), 'portalproof-'));
    folders.push(data);
    const world = standardWorld('durable', 'allways-commercial', 'America/New_York');
    const password = world.users.find(({ id }) => id === 'pcp')?.password ?? '';
    const before = await serve(data);
    const first = open(before.url);
    const id = await first.open(world, '2026-02-02T09:00:00-05:00');
    const signedIn = await first.perform(id, { op: 'sign-in', body: { user: 'pcp', password } });
    const token = String((signedIn.body as { token: string }).token);
    const body = submissionTemplates('2026-02-02').referral;
    const made = await first.perform(id, { op: 'submit-request', body, token });
    const request = String((made.body as { id: string }).id);
    const file = Buffer.from('%PDF-1.4\nkept').toString('base64');
    const about = { op: 'attach-document', path: { id: request }, token, file } as const;
    const attached = await first.perform(id, { ...about, body: { name: 'a.pdf', description: 'Notes' } });
    await first.inject(id, { kind: 'outage', until: '2026-02-02T12:00:00-05:00' });
    await first.dispose();
    await kill(before.child);

    const second = open((await serve(data)).url);
    const document = String((attached.body as { id: string }).id);
    const back = await second.perform(id, {
      op: 'download-document',
      path: { id: request, document },
      token,
    });
    expect(back.body).toMatchObject({ file: { type: 'application/pdf', bytes: 13, head: '%PDF-1.4' } });
    const other = { ...body, member: 'M1000002' };
    expect((await second.perform(id, { op: 'submit-request', body: other, token })).status).toBe(202);
    await second.dispose();
  });
});
