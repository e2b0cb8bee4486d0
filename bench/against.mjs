/**
 * How fast this checkout is beside another one, by CPU seconds (user and system) of the same work, in turn: A B B A …
 * On a busy machine only such ratios mean anything.
 *
 * Usage: node bench/against.mjs <other checkout> [--pairs 4] [--selftest]. Both must be built.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: 'string', default: '4' }, selftest: { type: 'boolean', default: false } },
});
const [other] = positionals;
const pairs = Number(values.pairs);
if (other === undefined || !Number.isInteger(pairs) || pairs < 1) {
  process.stderr.write('Usage: node bench/against.mjs <other checkout> [--pairs 4] [--selftest]\n');
  process.exit(2);
}
const own = fileURLToPath(new URL('..', import.meta.url));
const sides = { other: resolve(other), this: own };
const folder = mkdtempSync(join(tmpdir(), 'portalproof-bench-'));

/** CPU seconds of a command and everything that it starts. Throws where it ends otherwise than by 0. */
function cpuOf(args) {
  const [out, errors] = [join(folder, 'out.txt'), join(folder, 'err.txt')];
  const shell = '"$@" >"$OUT" 2>"$ERRORS"; echo $?; times';
  const { stdout } = spawnSync('/bin/sh', ['-c', shell, 'sh', process.execPath, ...args], {
    encoding: 'utf8',
    env: { ...process.env, OUT: out, ERRORS: errors },
  });
  const lines = stdout.trim().split('\n');
  const told = readFileSync(out, 'utf8');
  if (lines[0] !== '0')
    throw new Error(`${args.join(' ')} ended with ${lines[0]}: ${readFileSync(errors, 'utf8')}`);
  // The last line of `times` is what the children took, as 0m11.300000s 0m0.910000s.
  const seconds = [...(lines.at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => 60 * Number(minutes) + Number(rest),
  );
  return { seconds: seconds.reduce((sum, one) => sum + one, 0), out: told };
}

const WORK = {
  'run (CPU s)': (checkout) =>
    cpuOf([join(checkout, 'dist/cli/main.js'), 'run', '--out', join(folder, 'run')]).seconds,
  'scenario in process (CPU ms)': (checkout) => {
    const { out } = cpuOf([join(own, 'bench/suite.mjs'), checkout, '2']);
    const { scenarios, cpu } = JSON.parse(out);
    return (1000 * Math.min(...cpu)) / scenarios;
  },
  ...(values.selftest
    ? {
        'selftest (CPU s)': (checkout) =>
          cpuOf([join(checkout, 'dist/cli/main.js'), 'selftest', '--out', join(folder, 'selftest')]).seconds,
      }
    : {}),
};

const middle = (numbers) => {
  const sorted = [...numbers].sort((one, two) => one - two);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
};

for (const [name, measure] of Object.entries(WORK)) {
  const found = { other: [], this: [] };
  for (let pair = 0; pair < pairs; pair += 1) {
    for (const side of pair % 2 === 0 ? ['other', 'this'] : ['this', 'other'])
      found[side].push(measure(sides[side]));
  }
  const ratios = found.this.map((seconds, pair) => seconds / found.other[pair]);
  const figures = [`other ${middle(found.other).toFixed(2)}`, `this ${middle(found.this).toFixed(2)}`];
  const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  process.stdout.write(
    `${name}: ${figures.join(', ')}; ratio ${middle(ratios).toFixed(2)} (${range}, ${pairs} pairs)\n`,
  );
}
rmSync(folder, { recursive: true, force: true });
