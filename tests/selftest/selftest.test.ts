import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachOf, selfTestOptions } from '../../src/cli/selftest/portal.ts';
import { tryMutant } from '../../src/run/self-test/index.ts';
import { LONG, size } from '../size.ts';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

type Matrix = {
  readonly killRate: number;
  readonly mutants: readonly {
    readonly id: string;
    readonly breaks: readonly string[];
    readonly caughtBy: readonly string[];
    readonly unexpected: readonly string[];
  }[];
  readonly dataMutants: readonly {
    readonly id: string;
    readonly killed: boolean;
  }[];
  readonly clean: { readonly violations: number };
};

/** Mutants of each kind of part, for which the whole suite is played as well; two of them in `npm test`. */
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

describe('the scenarios in which a mutant acts otherwise', () => {
  const options = selfTestOptions('1');
  let reached: Record<string, readonly string[]>;
  beforeAll(async () => {
    reached = await reachOf(options);
  });

  it.each(SAMPLE.slice(0, size(2, 8)))(
    'are all that tell of %s',
    async (id) => {
      const mutant = options.mutants.find((one) => one.id === id);
      if (!mutant) throw new Error(`no mutant ${id}`);
      expect(await tryMutant(options, mutant, reached[id])).toEqual(await tryMutant(options, mutant));
    },
    60_000,
  );
});

/**
 * Tries every mutant, and the hand-worked scenarios on every data mutant: until each is killed, and with
 * `npm run test:long` in every scenario.
 */
describe('portalproof selftest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portalproof-'));
  let matrix: Matrix;
  let code: number | null;

  beforeAll(() => {
    ({ status: code } = spawnSync(
      process.execPath,
      [main, 'selftest', ...(LONG ? [] : ['--until-killed']), '--out', folder],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    ));
    matrix = JSON.parse(readFileSync(join(folder, 'kill-matrix.json'), 'utf8')) as Matrix;
  }, 1_800_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('exits 0', () => {
    expect(code).toBe(0);
  });

  it('catches every mutant by the rule that it breaks', () => {
    expect(matrix.mutants.filter(({ caughtBy }) => caughtBy.length === 0).map(({ id }) => id)).toEqual([]);
    expect(matrix.killRate).toBe(1);
  });

  it('finds nothing on a mutant that it does not break', () => {
    expect(matrix.mutants.filter(({ unexpected }) => unexpected.length > 0)).toEqual([]);
  });

  it('kills every data mutant by hand-worked expectations', () => {
    expect(matrix.dataMutants.length).toBeGreaterThanOrEqual(220);
    expect(matrix.dataMutants.filter(({ killed }) => !killed).map(({ id }) => id)).toEqual([]);
  });

  it('finds nothing on the reference implementation', () => {
    expect(matrix.clean.violations).toBe(0);
  });

  it.runIf(LONG)('has at least 60 scenarios that each kill something which no other kills', () => {
    const killers = matrix.mutants.map(({ caughtBy }) => caughtBy);
    const alone = new Set(killers.filter((own) => own.length === 1).flat());
    expect(alone.size).toBeGreaterThanOrEqual(60);
  });
});
