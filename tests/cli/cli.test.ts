import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MUTANTS } from '../../src/mutants/index.ts';
import { createApp, PARTS, type Parts, Portal } from '../../src/reference-impl/index.ts';
import type { Results } from '../../src/report/index.ts';
import { PACKS, RULES } from '../../src/rulebook/index.ts';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
let folder = '';
const closers: (() => void)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portalproof-'));
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
  rmSync(folder, { recursive: true, force: true });
});

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

function portalproof(args: readonly string[], interrupt?: Promise<void>): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], { cwd: folder });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  void interrupt?.then(() => child.kill('SIGINT'));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

const results = (): Results =>
  JSON.parse(readFileSync(join(folder, 'reports/latest/results.json'), 'utf8')) as Results;

/** A portal on a socket, with some of its parts replaced. */
async function faultyPortal(change: (parts: Parts) => Parts, delayMs = 0): Promise<string> {
  const app = createApp(new Portal({ packs: PACKS, token: () => crypto.randomUUID(), parts: change(PARTS) }));
  const fetch = async (request: Request): Promise<Response> => {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    return app.fetch(request);
  };
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    );
    closers.push(() => server.close());
  });
}

const mutant = (id: string) => MUTANTS.find((one) => one.id === id)?.make ?? ((parts: Parts): Parts => parts);

describe('portalproof run', () => {
  it('judges the reference implementation, exits 0, and writes every file of the report', async () => {
    const { code, out } = await portalproof(['run']);
    expect(out).toContain('CONFORMANT');
    expect(code).toBe(0);
    for (const name of [
      'index.html',
      'results.json',
      'junit.xml',
      'history/time-frames--desk-row1-approved.ndjson',
    ]) {
      expect(existsSync(join(folder, 'reports/latest', name)), name).toBe(true);
    }
    expect(results().summary.pass).toBeGreaterThanOrEqual(90);
    expect(results().summary.fail).toBeUndefined();
    expect(results().summary.error).toBeUndefined();
  });

  it('exits 1 for a portal that breaks a rule, and names the rule', async () => {
    const url = await faultyPortal(mutant('nurse-may-deny'));
    const { code, out } = await portalproof(['run', '--target', url, '--suite', 'access']);
    expect(code).toBe(1);
    expect(out).toContain('um.decide.deny-physician-only');
  });

  it('exits 2 for a filter that selects nothing, an interpretation, a rule or an option that does not exist', async () => {
    const wrong = [
      ['run', '--suite', 'nothing'],
      ['run', '--interpretation', 'kind'],
      ['run', '--reading', 'kind'],
      ['run', '--rule', 'um.no-such-rule'],
      ['run', '--concurrency', '0'],
      ['run', '--target', 'nowhere'],
      ['run', '--no-such-option'],
      ['run', '--scenarios', 'nowhere'],
      ['run', '--adapter', 'nowhere.mjs'],
      ['run', '--suite', 'look-up', '--out', '/dev/null/report'],
      ['rules', 'um.no-such-rule'],
    ];
    for (const args of wrong) {
      const { code, err } = await portalproof(args);
      expect([args.join(' '), code]).toEqual([args.join(' '), 2]);
      expect(err.trim()).not.toBe('');
      expect(err).not.toContain('fault of portalproof');
    }
  });

  it('exits 3 when nobody answers', async () => {
    const { code, err } = await portalproof(['run', '--target', 'http://127.0.0.1:1']);
    expect(code).toBe(3);
    expect(err).toContain('refused');
  });

  it('exits 4 when a core capability is missing, and shows its rules as unsupported', async () => {
    const url = await faultyPortal((parts) => ({
      ...parts,
      answer: (answer, { operation }) => {
        const body = answer.body as { capabilities?: string[] };
        return operation === 'describe'
          ? { ...answer, body: { ...body, capabilities: body.capabilities?.filter((one) => one !== 'desk') } }
          : answer;
      },
    }));
    const { code } = await portalproof(['run', '--target', url]);
    expect(code).toBe(4);
    const row = results().verdicts.find(({ rule }) => rule === 'um.preservice-urgent.decision-72h');
    expect(row?.verdict).toBe('unsupported');
  });

  it('stopped with Ctrl-C after five scenarios, reports what it had', async () => {
    let ended = 0;
    let stop = (): void => {};
    const interrupt = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const url = await faultyPortal(
      (parts) => ({
        ...parts,
        answer: (answer, { operation }) => {
          if (operation === 'end-world') ended += 1;
          if (ended === 5) stop();
          return answer;
        },
      }),
      10,
    );
    const { code } = await portalproof(['run', '--target', url, '--concurrency', '1'], interrupt);
    expect(code).toBe(3);
    expect(results().complete).toBe(false);
    expect(results().scenarios.length).toBeGreaterThanOrEqual(5);
    expect(results().scenarios.length).toBeLessThan(132);
  });
});

describe('portalproof judge', () => {
  it('judges a recorded history, and one that was cut short up to the cut', async () => {
    await portalproof(['run', '--suite', 'time-frames/desk-row1-approved']);
    const path = join(folder, 'reports/latest/history/time-frames--desk-row1-approved.ndjson');
    const whole = await portalproof(['judge', path]);
    expect(whole.code).toBe(0);
    expect(whole.out).toMatch(/\d+ met, 0 violated/);
    const text = readFileSync(path, 'utf8');
    const header = text.indexOf('\n');
    writeFileSync(path, text.slice(0, header + Math.floor((text.length - header) * 0.7)));
    const cut = await portalproof(['judge', path]);
    expect(cut.code).toBe(0);
    expect(cut.err).toContain('cut');
  });

  it('refuses a history that was changed, says where, and judges the others', async () => {
    await portalproof(['run', '--suite', 'time-frames/desk-row1-approved']);
    const path = join(folder, 'reports/latest/history/time-frames--desk-row1-approved.ndjson');
    const forged = join(folder, 'forged.ndjson');
    writeFileSync(forged, readFileSync(path, 'utf8').replace('"outcome":"approved"', '"outcome":"denied"'));
    const { code, err, out } = await portalproof(['judge', forged, path]);
    expect(code).toBe(3);
    expect(err).toMatch(/line \d+ does not follow/);
    expect(out).toContain('0 violated');
  });
});

describe('portalproof', () => {
  it('init writes an adapter that passes smoke against the reference portal', async () => {
    expect((await portalproof(['init', 'mine'])).code).toBe(0);
    const url = await faultyPortal((parts) => parts);
    const path = join(folder, 'mine/portal-adapter.mjs');
    writeFileSync(path, readFileSync(path, 'utf8').replace('http://127.0.0.1:8080', url));
    const { code, out } = await portalproof(['smoke', '--adapter', path]);
    expect([code, out]).toEqual([0, expect.stringContaining('The adapter works')]);
  });

  it('smoke blames the adapter that drops the token', async () => {
    const url = await faultyPortal((parts) => parts);
    await portalproof(['init', '.']);
    const path = join(folder, 'portal-adapter.mjs');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('http://127.0.0.1:8080', url).replace('...(token ?', '...(false ?'),
    );
    const { code, out } = await portalproof(['smoke', '--adapter', path]);
    expect(code).toBe(3);
    expect(out).toContain('is the token handed on?');
  });

  it('rules explains a rule with its clock, interpretations, scenarios and mutants', async () => {
    const { out } = await portalproof(['rules', 'um.preservice-urgent.decision-72h']);
    for (const part of ['clock', 'interpretations', 'scenarios (', 'mutants (2)', 'row 2, column 1'])
      expect(out).toContain(part);
  });

  it('rules lists by disposition', async () => {
    const { out } = await portalproof(['rules', '--disposition', 'judged']);
    const judged = RULES.filter(({ disposition }) => disposition.is === 'judged');
    expect(out).toContain(`
${judged.length} of ${RULES.length} rules`);
  });
});
