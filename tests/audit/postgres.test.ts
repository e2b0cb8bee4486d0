import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Audit } from '../../src/audit/engine.ts';
import { auditPackOf } from '../../src/audit/pack/bind.ts';
import { parquetInput } from '../../src/audit/source/parquet.ts';
import { parentSql } from '../../src/audit/sql/base.ts';
import { POSTGRES } from '../../src/audit/sql/dialect.ts';
import { compileFindings } from '../../src/audit/sql/findings.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { size } from '../size.ts';
import { determinationsIn, tellAudit } from './determinations.ts';
import { type LogRow, memoryDatabase, parquetOf, temporaryFolder } from './memory-log.ts';
import { type Postgres, startPostgres } from './postgres-server.ts';
import { randomHistory } from './random-histories.ts';
import { runAudit, SMALL_PACK } from './run-audit.ts';

const rules = packOf('allways-commercial');
const pack = auditPackOf(rules);
const until = Date.parse('2026-07-06T03:59:59Z');

let server: Postgres;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const exact = (row: LogRow): boolean =>
  Object.entries(row).every(([name, value]) => !name.endsWith('_at') || String(value ?? '').length !== 17);

/** Determinations that both databases judge; each gives some three and a half findings. */
const ROWS = size(20_000, 100_000);

function rowsOf(): LogRow[] {
  const rows: LogRow[] = [];
  for (let seed = 1; rows.length < ROWS; seed += 1) {
    rows.push(
      ...determinationsIn(randomHistory(rules, seed, 2000, until), rules, `h${seed}`).rows.filter(exact),
    );
  }
  return rows;
}

async function load(rows: readonly LogRow[]): Promise<void> {
  const types = pack.columns.map(
    ({ name, type }) => `"${name}" ${type === 'instant' ? 'timestamptz' : 'text'}`,
  );
  await server.client.query(`CREATE TABLE determinations (row_id bigint, ${types.join(', ')})`);
  const names = ['row_id', ...pack.columns.map(({ name }) => name)];
  const list = names.map(
    (name, index) =>
      `$${index + 1}::${name === 'row_id' ? 'bigint' : pack.columns[index - 1]?.type === 'instant' ? 'timestamptz' : 'text'}[]`,
  );
  for (let at = 0; at < rows.length; at += 5000) {
    const part = rows.slice(at, at + 5000);
    const columns = names.map((name) =>
      part.map((row, index) => (name === 'row_id' ? at + index : (row[name] ?? null))),
    );
    await server.client.query(
      `INSERT INTO determinations (${names.map((name) => `"${name}"`).join(', ')}) SELECT * FROM unnest(${list.join(', ')})`,
      columns,
    );
  }
}

describe('the compiled SQL on PostgreSQL', () => {
  it(`finds on ${ROWS} determinations what it finds on DuckDB, under every interpretation`, async () => {
    using folder = temporaryFolder();
    const db = await memoryDatabase(folder.path);
    const rows = rowsOf();
    const audit = await Audit.open(
      db,
      pack,
      await parquetInput(db, [await parquetOf(db, folder.path, 'log', rows)]),
      null,
    );
    await audit.gate();
    await audit.end(until * 1000);
    const query = await audit.findingsBySql();
    const expected = (await db.rows(query)).map(tellAudit).sort();
    db.close();

    await load(rows);
    const named = (column: string): string => `"${column}"`;
    const instant = (column: string) => ({
      low: POSTGRES.microseconds(named(column)),
      high: POSTGRES.microseconds(named(column)),
    });
    const source = {
      relation: 'determinations',
      rowId: 'row_id',
      text: named,
      instant,
      exact: true,
      parents: true,
    };
    await server.client.query(parentSql(pack, source, until * 1000, POSTGRES.temporary));
    const compiled = compileFindings({ ...audit.question({ source, dialect: POSTGRES }), where: '' });
    for (const sql of compiled.setUp.flatMap(({ statements }) => statements)) await server.client.query(sql);
    const found = (await server.client.query(compiled.query)).rows.map(tellAudit).sort();

    expect(expected.length).toBeGreaterThan(3.5 * ROWS);
    expect(found.length).toBe(expected.length);
    expect(found.filter((one, index) => one !== expected[index]).slice(0, 5)).toEqual([]);
  });

  it('is not needed to audit a table of a database: it is read over the wire', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'pack.yaml'), SMALL_PACK);
    await server.client.query(
      'CREATE TABLE permits (permit_id text, kind text, filed_at timestamptz, granted_at timestamptz)',
    );
    await server.client.query(
      "INSERT INTO permits VALUES ('A', 'shed', '2026-03-02T09:00:00-06:00', '2026-03-03T09:00:00-06:00'), ('B', 'shed', '2026-03-02T09:00:00-06:00', '2026-03-04T09:00:00.001-06:00'), ('C', 'castle', now(), NULL)",
    );
    const ran = runAudit(folder.path, [
      server.address,
      '--table',
      'permits',
      '--pack',
      './pack.yaml',
      '--as-of',
      '2026-06-01T00:00:00Z',
    ]);
    expect(ran.code, ran.err).toBe(1);
    expect(ran.json().rows).toEqual({ in: 3, judged: 2, outOfScope: 0, rejected: 1 });
    expect(ran.json().tally).toMatchObject({ met: 1, violated: 1 });
    expect(ran.file('audit.json')).not.toContain('127.0.0.1');
  });
});
