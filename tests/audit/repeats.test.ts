import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Audit } from '../../src/audit/engine.ts';
import { auditPackOf } from '../../src/audit/pack/bind.ts';
import { parquetInput } from '../../src/audit/source/parquet.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { type LogRow, memoryDatabase, parquetOf, temporaryFolder } from './memory-log.ts';

const pack = auditPackOf(packOf('allways-commercial'));
const row = ([id, urgent]: readonly [number, boolean]): LogRow => ({
  case_id: `C${id}`,
  line_of_business: 'commercial',
  review_type: 'preservice',
  urgency: urgent ? 'urgent' : 'standard',
  setting: 'outpatient',
  received_at: '2026-03-02T14:00:00Z',
  decided_at: null,
});

/** What should be rejected: every copy but the first, and all of what contradicts itself. */
function repeated(rows: readonly (readonly [number, boolean])[]): number[] {
  return rows.flatMap(([id, urgent], place) => {
    const same = rows.filter(([other]) => other === id);
    const agree = same.every((other) => other[1] === urgent);
    const isFirst = rows.findIndex(([other]) => other === id) === place;
    return same.length > 1 && !(agree && isFirst) ? [place] : [];
  });
}

describe('rows whose key another row has', () => {
  it('are found, however many keys are compared at once', async () => {
    using folder = temporaryFolder();
    const db = await memoryDatabase(folder.path);
    let logs = 0;
    const some = fc.array(fc.tuple(fc.nat(9), fc.boolean()), { minLength: 1, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(some, fc.integer({ min: 1, max: 20 }), async (rows, rowsAtOnce) => {
        logs += 1;
        const file = await parquetOf(db, folder.path, `log${logs}`, rows.map(row));
        const audit = await Audit.open(db, pack, await parquetInput(db, [file]), null);
        await audit.gate({ rowsAtOnce });
        const found = await db.rows('SELECT row_id FROM pp_out ORDER BY row_id');
        expect(found.map(({ row_id: id }) => Number(id))).toEqual(repeated(rows));
      }),
      { numRuns: 30, seed: 6 },
    );
    db.close();
  });
});
