import { describe, expect, it } from 'vitest';
import { Audit } from '../../src/audit/engine.ts';
import { auditPackOf } from '../../src/audit/pack/bind.ts';
import type { AuditPack } from '../../src/audit/pack/model.ts';
import { followsEnd } from '../../src/audit/parents.ts';
import { parquetInput } from '../../src/audit/source/parquet.ts';
import { kindNumber } from '../../src/audit/sql/conditions.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { type LogRow, memoryDatabase, parquetOf, temporaryFolder } from './memory-log.ts';

const NONURGENT = 'preservice-nonurgent';
const pack = auditPackOf(packOf('allways-commercial'));
/** A pack in which a request is of its kind only once it was decided. */
const late: AuditPack = {
  ...pack,
  kinds: pack.kinds.map((kind) =>
    kind.name === NONURGENT
      ? { ...kind, when: kind.when.map((all) => ({ ...all, decided_at: { present: true } })) }
      : kind,
  ),
};

const row = (id: string, more: Partial<LogRow>): LogRow => ({
  case_id: id,
  line_of_business: 'commercial',
  review_type: 'preservice',
  urgency: 'standard',
  setting: 'outpatient',
  received_at: '2026-03-02T14:00:00Z',
  ...more,
});
const rows = [
  row('A', {
    decided_at: '2026-03-10T14:00:00Z',
    outcome: 'denied',
    basis: 'medical-necessity',
    decided_by_role: 'physician',
  }),
  row('B', { review_type: 'reconsideration', received_at: '2026-03-04T14:00:00Z', parent_case_id: 'A' }),
];

/** The kinds of what is reconsidered, by the number of each, in a log that ends at an instant. */
async function parentKinds(by: AuditPack, ends: string): Promise<number[]> {
  using folder = temporaryFolder();
  const db = await memoryDatabase(folder.path);
  const input = await parquetInput(db, [await parquetOf(db, folder.path, 'log', rows)]);
  const audit = await Audit.open(db, by, input, null);
  await audit.gate();
  await audit.end(Date.parse(ends) * 1000);
  await audit.findingsBySql();
  const found = await db.rows('SELECT parent_kind FROM pp_parent');
  db.close();
  return found.map(({ parent_kind: kind }) => Number(kind));
}

describe('what a reconsideration is about', () => {
  const nonurgent = kindNumber(pack, NONURGENT);

  it('does not change with the end of the log under the pack of the time table', async () => {
    expect(followsEnd(pack)).toBe(false);
    expect(await parentKinds(pack, '2026-03-06T00:00:00Z')).toEqual([nonurgent]);
  });

  it('is looked for anew at the end of the log where kinds follow what was done', async () => {
    expect(followsEnd(late)).toBe(true);
    expect(await parentKinds(late, '2026-03-12T00:00:00Z')).toEqual([nonurgent]);
    expect(await parentKinds(late, '2026-03-06T00:00:00Z')).toEqual([0]);
  });
});
