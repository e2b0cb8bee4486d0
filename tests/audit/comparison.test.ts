import { describe, expect, it } from 'vitest';
import { Audit } from '../../src/audit/engine.ts';
import { auditPackOf } from '../../src/audit/pack/bind.ts';
import type { AuditPack } from '../../src/audit/pack/model.ts';
import { trySettings } from '../../src/audit/sensitivity.ts';
import { parquetInput } from '../../src/audit/source/parquet.ts';
import type { History } from '../../src/history/index.ts';
import { factsOf } from '../../src/oracles/index.ts';
import { judgeTimeframes } from '../../src/oracles/time-frames/time-frames.ts';
import { coarse, compare, pack } from './compare.ts';
import { determinationsIn } from './determinations.ts';
import { memoryDatabase, parquetOf, temporaryFolder } from './memory-log.ts';
import { randomHistory } from './random-histories.ts';

const audit = auditPackOf(pack);
const until = Date.parse('2026-07-06T03:59:59Z');
/** Histories in which every time is told to the millisecond. */
function exactHistories(count: number, cases: number): History[] {
  const found: History[] = [];
  for (let seed = 1; found.length < count; seed += 1) {
    const history = randomHistory(pack, seed, cases, until);
    if (!determinationsIn(history, pack, 'h').rows.some(coarse)) found.push(history);
  }
  return found;
}

const few = exactHistories(2, 300);
/** Three calendar days are less than a business day only over long weekends, which takes more cases to meet. */
const many = exactHistories(8, 900);

/** The pack with one arm of its i-th distinct limit counted one more, wherever that limit stands. */
const mutants: readonly (readonly [rule: string, pack: AuditPack])[] = pack.clocks
  .flatMap(({ arms }) => arms.filter(({ capScope }) => !capScope))
  .map((arm) => {
    const clocks = audit.clocks.map((clock) => ({
      ...clock,
      arms: clock.arms.map((own) =>
        own.rule === arm.rule && own.within[1] === arm.within[1]
          ? { ...own, within: [own.within[0] + 1, own.within[1]] as const }
          : own,
      ),
    }));
    return [`${arm.rule} by ${arm.within[1]}`, { ...audit, clocks }] as const;
  });

describe('the comparison of oracle and audit', () => {
  it('finds nothing on the pack as it is', async () => {
    expect((await compare(few, until)).wrong).toEqual([]);
  });

  it.each(mutants)('finds out that %s is counted one more', async (name, mutant) => {
    const histories = name.endsWith('lesser-calendar-days') ? many : few;
    expect((await compare(histories, until, { by: mutant, inEachWay: false })).wrong.length).toBeGreaterThan(
      0,
    );
  });
});

describe('what turns a finding that depends', () => {
  it('is the same to oracle and audit, setting by setting', async () => {
    const [history] = few;
    if (!history) throw new Error('no history');
    using folder = temporaryFolder();
    const db = await memoryDatabase(folder.path);
    const { rows } = determinationsIn(history, pack, 'h');
    const own = await Audit.open(
      db,
      audit,
      await parquetInput(db, [await parquetOf(db, folder.path, 'log', rows)]),
      null,
    );
    await own.gate();
    await own.end(until * 1000);
    await db.run(
      `CREATE TABLE pp_found AS SELECT * FROM (${await own.findings()}) f WHERE verdict = 'depends'`,
    );
    await trySettings(db, own);
    const found = await db.rows(
      "SELECT f.case_id, f.duty, f.rule, COALESCE(x.flips, '') AS flips FROM pp_found f LEFT JOIN pp_flips x ON x.row_id = f.row_id AND x.slot = f.slot",
    );
    db.close();

    const names = new Map(
      rows.map((row) => [String(row.case_id).replace(/^h\/(\w+)\/.*\/(\d+)$/, '$1 $2'), String(row.case_id)]),
    );
    const expected = judgeTimeframes(factsOf(history, pack), { explain: true })
      .filter(({ verdict, time }) => verdict === 'depends' && time !== null)
      .filter(({ rule }) => audit.clocks.some(({ arms }) => arms.some((arm) => arm.rule === rule)))
      .map(({ rule, case: name, events, time }) => {
        const flips = (time?.flips ?? []).map(({ setting, value }) => `${setting}=${value}`).sort();
        return [names.get(`${name} ${events[0]}`), time?.duty, rule, flips.join(' ')].join(' | ');
      });
    expect(expected.length).toBeGreaterThan(40);
    expect(expected.filter((one) => one.includes('=')).length).toBeGreaterThan(30);
    expect(
      found
        .map((row) =>
          [row.case_id, row.duty, row.rule, String(row.flips).split(' ').sort().join(' ')].join(' | '),
        )
        .sort(),
    ).toEqual(expected.sort());
  });
});
