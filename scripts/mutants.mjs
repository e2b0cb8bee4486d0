/**
 * Mutation testing, group by group: how much of the code that verdicts rest on its own tests would notice if it were
 * wrong. Usage: npm run test:mutants [-- <group> …]. Ends with 1 where a score is under its bar.
 * A mutant that stays alive for a reason stands in scripts/mutants-alive.json and counts as killed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const beside = (folder) => ({ mutate: [`${folder}/**/*.ts`], tests: [folder] });

/** What is mutated, the folders whose tests judge it, and the score (%) that it must reach. */
const GROUPS = {
  verdicts: {
    mutate: ['src/run/verdicts.ts', 'src/run/exit-code.ts'],
    tests: ['src/run'],
    texts: true,
    bar: 95,
  },
  history: { ...beside('src/history'), bar: 95 },
  clocks: {
    mutate: ['src/oracles/clocks/**/*.ts'],
    tests: ['src/oracles/clocks', 'tests/time'],
    texts: true,
    bar: 95,
  },
  run: { mutate: ['src/run/*.ts', 'src/run/results/*.ts'], tests: ['src/run'], bar: 85 },
  facts: { mutate: ['src/facts/**/*.ts'], tests: ['src/facts', 'src/oracles'], bar: 85 },
  adapters: { mutate: ['src/adapters/**/*.ts'], tests: ['src/adapters', 'tests/adapters'], bar: 85 },
  report: { ...beside('src/report'), bar: 85 },
  audit: { mutate: ['src/audit/**/*.ts'], tests: ['src/audit', 'tests/audit'], bar: 85 },
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in GROUPS));
if (unknown.length > 0) {
  process.stderr.write(`no group ${unknown.join(', ')}; there are ${Object.keys(GROUPS).join(', ')}\n`);
  process.exit(2);
}

const alive = JSON.parse(readFileSync(join(root, 'scripts/mutants-alive.json'), 'utf8'));
const isExcused = (file, { mutatorName, replacement, location }) =>
  alive.some(
    (one) =>
      one.file === file &&
      one.mutator === mutatorName &&
      one.replacement === replacement &&
      one.line === location.start.line,
  );

/** The score of one group from the report that its run left, and what lives in it without a reason. */
function scoreOf(path) {
  let killed = 0;
  const living = [];
  for (const [file, { mutants }] of Object.entries(JSON.parse(readFileSync(path, 'utf8')).files))
    for (const mutant of mutants) {
      if (['Killed', 'Timeout'].includes(mutant.status) || isExcused(file, mutant)) killed += 1;
      else if (['Survived', 'NoCoverage'].includes(mutant.status))
        living.push(
          `${file}:${mutant.location.start.line} ${mutant.mutatorName} -> ${mutant.replacement.split('\n')[0]}`,
        );
    }
  const all = killed + living.length;
  return { score: all === 0 ? 100 : (100 * killed) / all, killed, all, living };
}

const folder = join(root, 'reports/mutation');
mkdirSync(folder, { recursive: true });
const rows = [];
for (const [name, { mutate, tests, texts, bar }] of Object.entries(GROUPS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const globs = [...mutate, '!src/**/*.test.ts', '!src/**/*.data.ts', '!src/**/index.ts'];
  const args = [
    'run',
    '--mutate',
    globs.join(','),
    '--incrementalFile',
    join(folder, `${name}.incremental.json`),
  ];
  const env = {
    ...process.env,
    PORTALPROOF_MUTANTS: tests.join(' '),
    PORTALPROOF_MUTANTS_REPORT: `${name}.json`,
    PORTALPROOF_MUTANTS_TEXTS: texts ? '1' : '',
  };
  const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, ...args], { cwd: root, env, stdio: 'inherit' });
  const report = join(folder, `${name}.json`);
  if (status !== 0 || !existsSync(report)) {
    process.stderr.write(`${name}: the run ended with ${status}; its score is not known\n`);
    process.exitCode = 3;
    continue;
  }
  rows.push({ name, bar, ...scoreOf(report) });
}
for (const { name, bar, score, killed, all, living } of rows) {
  for (const line of living) process.stdout.write(`  alive  ${line}\n`);
  const verdict = score >= bar ? 'holds' : 'MISSED';
  process.stdout.write(`${name}: ${score.toFixed(1)} % (${killed} of ${all}), bar ${bar} %: ${verdict}\n`);
}
if (rows.some(({ score, bar }) => score < bar)) process.exitCode = 1;
