import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { Audit } from '../../src/audit/engine.ts';
import { timeTablePack } from '../../src/audit/pack/time-table.ts';
import { readNdjson } from '../../src/audit/source/ndjson.ts';
import { parquetInput } from '../../src/audit/source/parquet.ts';
import { stage } from '../../src/audit/source/staging.ts';
import type { History } from '../../src/history/index.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { determinationsIn, tellAudit } from './determinations.ts';
import { type LogRow, memoryDatabase, parquetOf, temporaryFolder } from './memory-log.ts';

export const pack = packOf('allways-commercial');

const coarse = ({
  received_at,
  decided_at,
  verbal_notice_at,
  written_provider_at,
  written_member_at,
}: LogRow): boolean =>
  [received_at, decided_at, verbal_notice_at, written_provider_at, written_member_at].some(
    (at) => String(at).length === 17,
  );

/** What the audit finds in a log, in the form of the oracle's findings: by Parquet, or as text where times are coarse. */
async function audited(rows: readonly LogRow[], until: number): Promise<string[]> {
  if (rows.length === 0) return [];
  using folder = temporaryFolder();
  const db = await memoryDatabase(folder.path);
  try {
    const text = rows.some(coarse);
    const lines = Readable.from(rows.map((row) => Buffer.from(`${JSON.stringify(row)}\n`)));
    const input = text
      ? (await stage(db, [{ name: 'log', records: await readNdjson('log', lines, []) }])).input
      : await parquetInput(db, [await parquetOf(db, folder.path, 'log', rows)]);
    const audit = await Audit.open(db, timeTablePack(pack), input, null);
    const { rows: rejected } = await audit.gate({ parts: 1 });
    expect(rejected).toBe(0);
    await audit.end(until * 1000);
    const query = await audit.findings();
    return (await db.rows(query)).map(tellAudit).sort();
  } finally {
    db.close();
  }
}

function differences(expected: readonly string[], found: readonly string[]): string[] {
  const left = [...expected].sort();
  const wrong: string[] = [];
  for (let a = 0, b = 0; a < left.length || b < found.length; ) {
    const [one, other] = [left[a], found[b]];
    if (one === other) {
      a += 1;
      b += 1;
    } else if (other === undefined || (one !== undefined && one < other)) {
      wrong.push(`oracle ${one}`);
      a += 1;
    } else {
      wrong.push(`audit  ${other}`);
      b += 1;
    }
  }
  return wrong;
}

/** Rows and the oracle's findings of histories that end at one instant, and what differs. */
export async function compare(
  histories: readonly History[],
  until: number,
): Promise<{ rows: number; found: string[]; wrong: string[] }> {
  const told = histories.map((history, index) => determinationsIn(history, pack, `h${index}`));
  const wrong: string[] = [];
  for (const asText of [false, true]) {
    const own = told.filter(({ rows }) => rows.some(coarse) === asText);
    wrong.push(
      ...differences(
        own.flatMap((one) => one.found),
        await audited(
          own.flatMap((one) => one.rows),
          until,
        ),
      ),
    );
  }
  return { rows: told.flatMap(({ rows }) => rows).length, found: told.flatMap((own) => own.found), wrong };
}
