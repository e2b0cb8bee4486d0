import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONG } from './size.ts';

const HOME = fileURLToPath(new URL('..', import.meta.url));
const SCRIPT = join(HOME, 'scripts/new-rule.mjs');
let root = '';

// One copy for all: each test that writes has a subject of its own.
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'portalproof-new-rule-'));
  for (const part of ['rules', 'src/oracles', 'src/mutants', 'src/rulebook', 'docs/rule-ids.txt'])
    cpSync(join(HOME, part), join(root, part), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

type Ran = { readonly code: number | null; readonly says: string };

function newRule(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args, '--root', root], {
    encoding: 'utf8',
  });
  return { code: status, says: stdout + stderr };
}

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const written = ({ says }: Ran): string[] =>
  [...says.matchAll(/^written: (.*)$/gm)].map(([, name = '']) => name);

describe('npm run new-rule', () => {
  it('writes row, check, test table, mutant and scenario, and adds them to the lists of the subject', () => {
    const ran = newRule('um.concurrent.second-look', '--subject', 'reviews');
    expect(ran.code, ran.says).toBe(0);
    expect(written(ran).sort()).toEqual([
      'rules/reviews.yaml',
      'scenarios/reviews/second-look.yaml',
      'src/mutants/reviews/index.ts',
      'src/mutants/reviews/second-look.ts',
      'src/oracles/reviews/index.ts',
      'src/oracles/reviews/second-look.test.ts',
      'src/oracles/reviews/second-look.ts',
      'src/rulebook/catalogue.data.ts',
      'src/rulebook/rule-ids.ts',
    ]);
    const before = readFileSync(join(HOME, 'rules/reviews.yaml'), 'utf8').trimEnd();
    expect(read('rules/reviews.yaml').startsWith(before)).toBe(true);
    for (const list of ['src/oracles/reviews/index.ts', 'src/mutants/reviews/index.ts']) {
      expect(read(list)).toContain("import { secondLook } from './second-look.ts';");
      expect(read(list)).toContain('...secondLook,');
    }
  });

  it('takes the subject from the ids that begin alike, where it is one, and prints the next steps', () => {
    const ran = newRule('p2p.outcome.by-mail');
    expect(written(ran)).toContain('src/oracles/peer-to-peer/by-mail.ts');
    expect(ran.says).toContain('npm run selftest -- --only p2p-outcome-by-mail');
  });

  it('asks for the subject where ids that begin alike are in several, and writes nothing', () => {
    const ran = newRule('um.something.new');
    expect(ran.code).toBe(2);
    expect(ran.says).toContain('say --subject; ids that begin alike are in ');
    expect(written(ran)).toEqual([]);
  });

  it.each([
    ['an id that exists', ['um.concurrent.benefit-check'], 'is taken'],
    ['an id of no grammar', ['Benefit check'], 'say an id'],
    ['an unknown subject', ['um.a.b', '--subject', 'weather'], 'there is no subject weather; it is one of '],
    ['a subject that no interface shows', ['credentialing.a.b', '--subject', 'credentialing'], 'has a check'],
    [
      'a subject whose rules bind providers',
      ['um.a.b', '--subject', 'provider-obligations'],
      '--binds provider',
    ],
  ] as const)('refuses %s', (_, args, says) => {
    const ran = newRule(...args);
    expect(ran.code).toBe(2);
    expect(ran.says).toContain(says);
    expect(written(ran)).toEqual([]);
  });

  it('refuses an id that was given up, since ids are never used again', () => {
    writeFileSync(join(root, 'docs/rule-ids.txt'), `${read('docs/rule-ids.txt')}um.given.up\n`);
    expect(newRule('um.given.up', '--subject', 'notices').says).toContain('is taken');
  });

  it('never writes over a file: it takes a longer name', () => {
    mkdirSync(join(root, 'scenarios/documents'), { recursive: true });
    writeFileSync(join(root, 'scenarios/documents/by-mail.yaml'), 'mine');
    expect(written(newRule('portal.docs.by-mail', '--subject', 'documents'))).toContain(
      'src/oracles/documents/docs-by-mail.ts',
    );
    expect(read('scenarios/documents/by-mail.yaml')).toBe('mine');
  });

  it('writes no mutant of a rule that binds providers, and a scenario in which one keeps it and one breaks it', () => {
    const ran = newRule(
      'um.emergency.second-call',
      '--subject',
      'provider-obligations',
      '--binds',
      'provider',
    );
    expect(ran.code, ran.says).toBe(0);
    expect(written(ran).join()).not.toContain('src/mutants');
    expect(read('scenarios/provider-obligations/second-call.yaml')).toContain('verdict: violated');
  });

  it('adds a time limit to the checks of time frames, which count by the clock of a pack', () => {
    expect(newRule('um.preservice-urgent.decision-48h').code).toBe(0);
    expect(read('src/oracles/time-frames/index.ts')).toContain(
      "    'um.preservice-urgent.decision-48h',\n  ),",
    );
    expect(read('src/mutants/time-frames/decision-48h.ts')).toContain('missingLimit');
  });
});

describe.runIf(LONG)('what npm run new-rule wrote', () => {
  const SUBJECTS = ['reviews', 'peer-to-peer', 'claims', 'time-frames', 'documents'];
  const inCopy = (command: string, ...args: string[]): Ran => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(HOME, 'node_modules', command), ...args],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    return { code: status, says: stdout + stderr };
  };

  it('compiles, and its tests fail until it is filled in', () => {
    rmSync(root, { recursive: true });
    mkdirSync(root);
    for (const part of [
      'rules',
      'src',
      'scenarios',
      'tests',
      'bench',
      'tsconfig.json',
      'package.json',
      'vitest.config.ts',
      'dist',
      'README.md',
      'docs',
    ])
      cpSync(join(HOME, part), join(root, part), { recursive: true });
    symlinkSync(join(HOME, 'node_modules'), join(root, 'node_modules'));
    for (const subject of SUBJECTS)
      expect(newRule(`new.rule.of-${subject}`, '--subject', subject).code).toBe(0);
    const types = inCopy('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json');
    expect(types.code, types.says).toBe(0);
    const tests = inCopy('vitest/vitest.mjs', 'run', 'src/oracles', 'tests/architecture', '--reporter=json');
    const { testResults } = JSON.parse(tests.says.slice(tests.says.indexOf('{"'))) as {
      testResults: readonly { readonly name: string; readonly status: string }[];
    };
    const failed = testResults
      .filter(({ status }) => status === 'failed')
      .map(({ name }) => name.slice(root.length + 1));
    expect(failed.filter((name) => name.startsWith('src/')).sort()).toEqual(
      SUBJECTS.filter((subject) => subject !== 'time-frames')
        .map((subject) => `src/oracles/${subject}/of-${subject}.test.ts`)
        .sort(),
    );
    expect(failed).toContain('tests/architecture/skeletons.test.ts');
  });
});
