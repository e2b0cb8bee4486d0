import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFindings } from '../../src/audit/count/count.ts';
import { BATCH } from '../../src/audit/duckdb.ts';
import { Audit } from '../../src/audit/engine.ts';
import { sqlOf } from '../../src/audit/expression/sql.ts';
import {
  ALWAYS,
  all,
  among,
  any,
  type Comparison,
  choose,
  column,
  compare,
  greatest,
  least,
  minus,
  not,
  over,
  plus,
  type Test,
  times,
  type Value,
  word,
} from '../../src/audit/expression/tree.ts';
import { callOf } from '../../src/audit/kernel/intake.ts';
import { compileKernels } from '../../src/audit/kernel/kernel.ts';
import { auditPackOf } from '../../src/audit/pack/bind.ts';
import { parquetInput } from '../../src/audit/source/parquet.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { memoryDatabase, parquetOf, temporaryFolder } from './memory-log.ts';

const NAMES = ['a', 'b', 'c'] as const;
const TEXTS = ['', 'yes', "it's", 'no'] as const;
type Row = { readonly [name in (typeof NAMES)[number]]: number } & { readonly s_word: string | null };

const words = (list: readonly string[]): Test => word('word', list);

/** Values and tests, as columns are compiled to. */
const { value } = fc.letrec<{ value: Value; test: Test }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...NAMES).map(column),
    fc.integer({ min: -900, max: 900 }).map((number) => choose([], number)),
    fc.constantFrom(
      ...[1, 2].map((more) =>
        choose(
          [
            [words(['yes']), more],
            [words(["it's"]), 0],
            [words(['']), 7],
          ],
          3,
        ),
      ),
      choose([[words(['yes', 'no']), 4]], 9),
      choose([[not(words(['no'])), 5]], 6),
    ),
    fc
      .tuple(tie('value'), fc.constantFrom(plus, minus), tie('value'))
      .map(([left, sum, right]) => sum(left, right)),
    // Small factors keep every product within 32 bits, in which the database works literals out.
    fc.tuple(fc.integer({ min: 0, max: 5 }), tie('value')).map(([by, of]) => times(by, of)),
    tie('value').map((of) => over(greatest(of, 0), 7)),
    fc
      .tuple(fc.constantFrom(least, greatest), tie('value'), tie('value'))
      .map(([extreme, one, other]) => extreme(one, other)),
    fc
      .tuple(tie('test'), tie('value'), tie('test'), tie('value'), tie('value'))
      .map(([one, first, two, second, rest]) =>
        choose(
          [
            [one, first],
            [two, second],
          ],
          rest,
        ),
      ),
  ),
  test: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .tuple(tie('value'), fc.constantFrom<Comparison>('<', '<=', '>', '>=', '=', '<>'), tie('value'))
      .map(([left, sign, right]) => compare(left, sign, right)),
    fc.constantFrom(
      ALWAYS,
      words(['yes']),
      not(words([''])),
      words(['yes', "it's"]),
      among(column('a'), [0, 2]),
      not(among(column('a'), [1, 3])),
    ),
    fc
      .tuple(fc.constantFrom(all, any), fc.array(tie('test'), { minLength: 1, maxLength: 3 }))
      .map(([join, of]) => join(...of)),
    tie('test').map(not),
  ),
}));

const rows = fc.array(
  fc.record({
    a: fc.integer({ min: 0, max: 3 }),
    b: fc.integer({ min: 0, max: 2000 }),
    c: fc.integer({ min: 0, max: 50 }),
    s_word: fc.constantFrom(null, ...TEXTS),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('a kernel', () => {
  it('works a compiled column out as the database does, texts that are missing among them', async () => {
    using folder = temporaryFolder();
    const db = await memoryDatabase(folder.path);
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 6 }), rows, async (columns, log) => {
          const steps = columns.map((expression, place) => ({ name: `out_${place}`, expression }));
          const wanted = steps.map(({ name }) => name);
          const values = log.map(({ a, b, c, s_word: word }: Row) => {
            const text = word === null ? 'NULL' : `'${word.replaceAll("'", "''")}'`;
            return `(${a}, ${b}, ${c}, ${text})`;
          });
          const from = `(SELECT a, b, c, COALESCE(word, '') AS s_word, word AS r_word FROM (SELECT CAST(a AS BIGINT) AS a, CAST(b AS BIGINT) AS b, CAST(c AS BIGINT) AS c, word FROM (VALUES ${values.join(', ')}) v(a, b, c, word)) t) r`;
          const asked = await db.rows(
            `SELECT ${steps.map((one) => `${sqlOf(one.expression)} AS ${one.name}`).join(', ')} FROM ${from}`,
          );
          const constants = new Map<string, number>();
          const { inputs, each } = compileKernels([{ steps, tables: [], wanted, constants }], {
            batch: BATCH,
            small: [],
          });
          const found: number[][] = [];
          const read = inputs.length === 0 ? ['0'] : inputs;
          // Adding makes a 0 of -0, which the database does not tell apart.
          const judging = db.define({ given: read.length, results: 1 }, (numbers, count) => {
            const judged = each[0]?.judge(numbers, count) ?? [];
            for (let row = 0; row < count; row += 1)
              found.push(judged.map((column) => 0 + (column[row] ?? Number.NaN)));
          });
          await db.rows(`SELECT ${callOf(judging, read)} AS one FROM ${from}`);
          expect(found).toEqual(asked.map((row) => wanted.map((name) => Number(row[name]))));
        }),
        { numRuns: 150 },
      );
    } finally {
      db.close();
    }
  });

  it('is given no number where there is none', async () => {
    using folder = temporaryFolder();
    const db = await memoryDatabase(folder.path);
    try {
      const deaf = db.define({ given: 2, results: 1 }, () => {});
      const asked = db.rows(`SELECT ${callOf(deaf, ['n', '1'])} AS one FROM (VALUES (1), (NULL)) v(n)`);
      await expect(asked).rejects.toThrow('is given NULL');
    } finally {
      db.close();
    }
  });

  it('cuts a quotient of microseconds by days and by minutes as whole numbers do', () => {
    const century = fc.integer({ min: 0, max: 47_847 });
    const near = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(
        fc.constantFrom(86_400_000_000, 60_000_000),
        century,
        fc.integer({ min: 0, max: 1439 }),
        near,
        (by, day, minute, off) => {
          const micros = day * 86_400_000_000 + (by === 60_000_000 ? minute * by : 0) + off;
          fc.pre(micros >= 0);
          expect(Math.floor(micros / by)).toBe(Number(BigInt(micros) / BigInt(by)));
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

/** Determinations of many delegates, none of them late. */
function log(delegates: number) {
  return Array.from({ length: delegates * 2 }, (_, at) => ({
    case_id: `C${at}`,
    line_of_business: 'commercial',
    review_type: 'preservice',
    urgency: 'standard',
    received_at: '2026-03-02T15:00:00Z',
    information_complete_at: '2026-03-02T15:00:00Z',
    decided_at: at % 2 === 0 ? '2026-03-03T15:00:00Z' : '2026-03-20T15:00:00Z',
    outcome: 'approved',
    verbal_notice_at: '2026-03-20T16:00:00Z',
    written_provider_at: '2026-03-20T16:00:00Z',
    written_member_at: '2026-03-20T16:00:00Z',
    delegate: `delegate ${at >> 1}${at % 4 === 0 ? '' : "'s"}`.trim(),
  }));
}

describe('counting', () => {
  it.each([3, 60])('tells %i delegates apart, whatever their names hold', async (delegates) => {
    using folder = temporaryFolder();
    const db = await memoryDatabase(folder.path);
    try {
      const rowsOfLog = log(delegates);
      const input = await parquetInput(db, [await parquetOf(db, folder.path, 'log', rowsOfLog)]);
      const audit = await Audit.open(db, auditPackOf(packOf('allways-commercial')), input, null);
      await audit.gate();
      await audit.end(Date.parse('2026-04-01T00:00:00Z') * 1000);
      const {
        groups,
        rows: counted,
        noLimit,
      } = await countFindings(
        db,
        audit.question({ source: { ...audit.source, parents: false } }),
        async () => {},
      );
      const late = new Map<string, number>();
      for (const { delegate, decided_at: at } of rowsOfLog)
        late.set(delegate, (late.get(delegate) ?? 0) + (at.startsWith('2026-03-20') ? 1 : 0));
      const found = groups.filter(({ by, duty }) => by === 'delegate' && duty === 'decision');
      expect(new Map(found.map(({ value, tally }) => [value, tally.violated]))).toEqual(late);
      expect([counted, noLimit]).toEqual([delegates * 2, 0]);
    } finally {
      db.close();
    }
  });
});
