import { Readable } from 'node:stream';
import { Audit } from '../../src/audit/engine.ts';
import type { AuditPack } from '../../src/audit/pack/model.ts';
import { readNdjson } from '../../src/audit/source/ndjson.ts';
import { stage } from '../../src/audit/source/staging.ts';
import { type LogRow, memoryDatabase, temporaryFolder } from './memory-log.ts';

export type Found = {
  readonly case: string;
  readonly duty: string;
  readonly rule: string;
  readonly due: string | null;
  readonly verdict: string;
  readonly byDefault: string;
};

const iso = (micros: unknown): string | null =>
  micros === null || micros === undefined ? null : new Date(Math.floor(Number(micros) / 1000)).toISOString();

/** Every finding on some rows under a pack, in this process; a row that is rejected is an error. */
export async function findIn(pack: AuditPack, rows: readonly LogRow[], asOf: string): Promise<Found[]> {
  using folder = temporaryFolder();
  const db = await memoryDatabase(folder.path);
  try {
    const lines = Readable.from(rows.map((row) => Buffer.from(`${JSON.stringify(row)}\n`)));
    const { input } = await stage(db, [{ name: 'rows', records: await readNdjson('rows', lines, []) }]);
    const audit = await Audit.open(db, pack, input, null);
    const { rows: rejected } = await audit.gate();
    if (rejected > 0) throw new Error(JSON.stringify(await db.rows('SELECT * FROM pp_rejected')));
    await audit.end(Date.parse(asOf) * 1000);
    const query = await audit.findings();
    return (await audit.asWritten(() => db.rows(query))).map((row) => ({
      case: String(row.case_id),
      duty: String(row.duty),
      rule: String(row.rule),
      due: iso(row.due_us),
      verdict: String(row.verdict),
      byDefault: String(row.verdict_default),
    }));
  } finally {
    db.close();
  }
}
