import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachOf, selfTestOptions } from '../../src/cli/self-portal.ts';
import { tryLiar } from '../../src/harness/index.ts';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

type Matrix = {
  readonly killRate: number;
  readonly liars: readonly {
    readonly id: string;
    readonly breaks: readonly string[];
    readonly caughtBy: readonly string[];
    readonly unexpected: readonly string[];
  }[];
  readonly clockMutants: readonly {
    readonly id: string;
    readonly killed: boolean;
    readonly killedBy: readonly string[];
  }[];
  readonly clean: { readonly violations: number };
};

/** Liars of each kind of part, for which the whole suite is played as well. */
const SAMPLE = [
  'nurse-may-deny',
  'units-of-two-digits',
  'a-day-more-to-talk',
  'number-of-another-form',
  'list-remembers-the-other-site',
  'no-outreach',
  'pcp-kept-too-long',
  'grid-of-last-year',
];

describe('the stories in which a liar acts otherwise', () => {
  const options = selfTestOptions('1');
  let reached: Record<string, readonly string[]>;
  beforeAll(async () => {
    reached = await reachOf(options);
  }, 120_000);

  it.each(SAMPLE)(
    'are all that tell of %s',
    async (id) => {
      const liar = options.liars.find((one) => one.id === id);
      if (!liar) throw new Error(`no liar ${id}`);
      expect(await tryLiar(options, liar, reached[id])).toEqual(await tryLiar(options, liar));
    },
    60_000,
  );
});

/** Tries every liar, and the hand-worked stories on every clock mutant. It takes a minute. */
describe('portalproof selftest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portalproof-'));
  let matrix: Matrix;
  let code: number | null;

  beforeAll(() => {
    ({ status: code } = spawnSync(process.execPath, [main, 'selftest', '--out', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }));
    matrix = JSON.parse(readFileSync(join(folder, 'kill-matrix.json'), 'utf8')) as Matrix;
  }, 1_800_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('exits 0', () => {
    expect(code).toBe(0);
  });

  it('catches every liar by the rule that it breaks', () => {
    expect(matrix.liars.filter(({ caughtBy }) => caughtBy.length === 0).map(({ id }) => id)).toEqual([]);
    expect(matrix.killRate).toBe(1);
  });

  it('finds nothing on a liar that it does not break', () => {
    expect(matrix.liars.filter(({ unexpected }) => unexpected.length > 0)).toEqual([]);
  });

  it('kills every clock mutant by hand-worked expectations', () => {
    expect(matrix.clockMutants.length).toBeGreaterThan(150);
    expect(matrix.clockMutants.filter(({ killed }) => !killed).map(({ id }) => id)).toEqual([]);
  });

  it('finds nothing on the portal done right', () => {
    expect(matrix.clean.violations).toBe(0);
  });

  it('has at least 60 stories that each kill something which no other kills', () => {
    const killers = [
      ...matrix.liars.map(({ caughtBy }) => caughtBy),
      ...matrix.clockMutants.map(({ killedBy }) => killedBy),
    ];
    const alone = new Set(killers.filter((own) => own.length === 1).flat());
    expect(alone.size).toBeGreaterThanOrEqual(60);
  });
});
