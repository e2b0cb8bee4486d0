import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { machine, short } from './machine.ts';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** What the command says of itself: how many it made, in how many seconds, with how much memory. */
function made(
  what: 'world' | 'log',
  members: number,
  unit: RegExp,
): { count: number; seconds: number; memory: string } {
  const out = mkdtempSync(join(tmpdir(), 'bench-simulate-'));
  try {
    const args = [main, 'simulate', what, '--members', String(members), '--format', 'parquet', '--out', out];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const count = Number((unit.exec(stdout)?.[1] ?? '').replaceAll(',', ''));
    const [, seconds = '', memory = ''] = /in ([\d.]+) s, with (\d+ MB)/.exec(stdout) ?? [];
    return { count, seconds: Number(seconds), memory };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function compare(what: 'world' | 'log', title: string, sizes: readonly [number, number], unit: RegExp): void {
  const [small, large] = sizes.map((members) => made(what, members, unit));
  if (!small || !large) return;
  for (const { count, seconds, memory } of [small, large])
    process.stdout.write(
      `  ${short(count)} ${title} in ${seconds} s, ${short(count / seconds)} a second, ${memory}\n`,
    );
  const growth = large.seconds / small.seconds / (large.count / small.count);
  process.stdout.write(`  time grows ${growth.toFixed(2)} times as fast as the number\n`);
}

const large = Number(process.argv[2] ?? 1_000_000);
process.stdout.write(`${machine()}\n\nMembers of a world, Parquet\n`);
compare('world', 'members', [large / 10, large], /^([\d,]+) members/m);
process.stdout.write('\nDeterminations of a year, Parquet, with events and answers\n');
compare('log', 'determinations', [large / 10, large], /^([\d,]+) determinations/m);
