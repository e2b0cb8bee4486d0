import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL_PACK } from '../audit/run-audit.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A project of somebody else, with portalproof, vitest and msw among its packages. */
let project = '';

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'portalproof-stranger-'));
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(root, join(project, 'node_modules/portalproof'), 'dir');
  for (const name of ['vitest', 'msw'])
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name), 'dir');
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }\n');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Runs a program of the project; answers its exit code and what it printed. */
function program(name: string, text: string): { code: number | null; out: string; err: string } {
  writeFileSync(join(project, name), text);
  return node([name]);
}

function node(args: readonly string[]): { code: number | null; out: string; err: string } {
  const ran = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

describe('portalproof', () => {
  const example = join(root, 'examples/run-a-suite.mjs');

  it('runs a suite and writes JUnit and HTML in at most fifteen lines, by the example', () => {
    const lines = readFileSync(example, 'utf8').split('\n');
    expect(lines.filter((line) => line.trim() !== '' && !line.startsWith('//')).length).toBeLessThanOrEqual(
      15,
    );
    const { code, out, err } = program('suite.mjs', readFileSync(example, 'utf8'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('reports/from-a-program/index.html');
    const folder = join(project, 'reports/from-a-program');
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toMatch(/<testsuites .*failures="0" errors="0"/);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain(
      '<h1>Conformance report: Reference implementation 1',
    );
  });
});

describe('portalproof/audit', () => {
  it('judges a log from a program: one permit in time, one a day late', () => {
    writeFileSync(join(project, 'pack.yaml'), SMALL_PACK);
    writeFileSync(
      join(project, 'log.csv'),
      [
        'permit_id,kind,filed_at,granted_at',
        'in-time,shed,2026-03-02T09:00:00-06:00,2026-03-03T09:00:00-06:00',
        'late,shed,2026-03-02T09:00:00-06:00,2026-05-29T09:00:00-05:00',
        '',
      ].join('\n'),
    );
    const { code, out, err } = program(
      'audit.mjs',
      `import { auditExitCode, auditLog, auditPack } from 'portalproof/audit';
const asOf = Date.parse('2026-06-01T00:00:00Z') * 1000;
const { results, others } = await auditLog({ log: ['log.csv'], packs: [auditPack('./pack.yaml')], asOf });
const { rows, tally } = results;
console.log(JSON.stringify({ rows, met: tally.met, violated: tally.violated, late: results.worst.map((one) => one.caseId), code: auditExitCode([results, ...others]) }));
`,
    );
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      rows: { in: 2, judged: 2, outOfScope: 0, rejected: 0 },
      met: 1,
      violated: 1,
      late: ['late'],
      code: 1,
    });
  });
});

describe('portalproof/vitest', () => {
  type Told = {
    readonly testResults: readonly {
      readonly assertionResults: readonly {
        readonly ancestorTitles: readonly string[];
        readonly title: string;
        readonly status: string;
        readonly failureMessages: readonly string[];
      }[];
    }[];
  };

  it('gives each scenario one test: passed, failed with the rule, or skipped', () => {
    writeFileSync(
      join(project, 'portal.test.mjs'),
      `import { referenceAdapter } from 'portalproof';
import { defineConformance } from 'portalproof/vitest';

const cases = { suite: 'claims' };
defineConformance({ title: 'sound', adapter: () => referenceAdapter(), ...cases });

const blind = async () => {
  const adapter = referenceAdapter();
  const { capabilities, ...rest } = await adapter.describe();
  const lacking = capabilities.filter((one) => one !== 'inject.claim');
  return { ...adapter, describe: async () => ({ ...rest, capabilities: lacking }) };
};
defineConformance({ title: 'lacking', adapter: blind, ...cases });

const untrue = () => {
  const adapter = referenceAdapter();
  return { ...adapter, perform: async (world, ask) => {
    const reply = await adapter.perform(world, ask);
    if (ask.op !== 'view-request' || reply.status !== 200) return reply;
    return { ...reply, body: { ...reply.body, status: 'Approved' } };
  } };
};
defineConformance({ title: 'untrue', adapter: untrue, suite: 'time-frames/desk-row2-denied' });
`,
    );
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const { code, err } = node([
      vitest,
      'run',
      '--root',
      project,
      '--reporter=json',
      '--outputFile=told.json',
    ]);
    expect(code, err).toBe(1);
    const told = JSON.parse(readFileSync(join(project, 'told.json'), 'utf8')) as Told;
    const of = (title: string) =>
      told.testResults.flatMap(({ assertionResults }) =>
        assertionResults.filter(({ ancestorTitles }) => ancestorTitles.includes(title)),
      );
    expect(of('sound').map(({ status }) => status)).toEqual(of('sound').map(() => 'passed'));
    expect(of('sound').length).toBeGreaterThan(10);
    expect(of('lacking').some(({ status }) => status === 'skipped' || status === 'pending')).toBe(true);
    expect(of('lacking').some(({ status }) => status === 'failed')).toBe(false);
    const failed = of('untrue').filter(({ status }) => status === 'failed');
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.flatMap(({ failureMessages }) => failureMessages).join('\n')).toContain(
      'um.status.matches-decision',
    );
  });
});

describe('portalproof/msw', () => {
  it('answers a front end as a portal that keeps its state and follows the rules', () => {
    const { code, out, err } = program(
      'front-end.mjs',
      `import { setupServer } from 'msw/node';
import { portalHandlers } from 'portalproof/msw';

const baseUrl = 'https://portal.example.com/api';
const { handlers, world, advance } = portalHandlers({ baseUrl, at: '2026-01-05T14:00:00Z' });
const server = setupServer(...handlers);
server.listen({ onUnhandledRequest: 'error' });
const call = async (method, path, body, token) => {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: 'Bearer ' + token } : {}) };
  const reply = await fetch(baseUrl + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: reply.status, body: await reply.json() };
};
const user = world.users.find((one) => one.kind === 'provider');
const wrong = await call('POST', '/sessions', { user: user.id, password: 'no' });
const session = await call('POST', '/sessions', { user: user.id, password: user.password });
const nobody = await call('GET', '/request-types');
const types = await call('GET', '/request-types', undefined, session.body.token);
await advance('2026-01-06T14:00:00Z');
const expired = await call('GET', '/request-types', undefined, session.body.token);
server.close();
console.log(JSON.stringify({ wrong: wrong.status, session: session.status, user: session.body.user, nobody: nobody.status, types: types.status }));
console.log(JSON.stringify({ expected: user.id, later: expired.status }));
`,
    );
    expect([code, err]).toEqual([0, '']);
    const [first = '', second = ''] = out.trim().split('\n');
    const { expected } = JSON.parse(second) as { expected: string };
    expect(JSON.parse(first)).toEqual({
      wrong: 401,
      session: 201,
      user: expected,
      nobody: 401,
      types: 200,
    });
  });
});
