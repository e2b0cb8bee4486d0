import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Audit, auditPackOf, type Database, openDuckDb, parquetInput } from '../src/audit/index.ts';
import { packOf } from '../src/rulebook/index.ts';
import { logSql } from './audit-log.ts';
import { machine } from './machine.ts';

/**
 * How long judging takes against the barest thing that can be done with the same columns, in one run:
 * `npm run bench:audit [rows]`. Memory is what the process held at its highest.
 */
const rows = Number(process.argv[2] ?? 10_000_000);
const folder = join(tmpdir(), `portalproof-bench-${rows}`);
const log = join(folder, 'log.parquet');
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const seconds = async (act: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
};
const peak = (): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;

const FINDING =
  'case_id, decision_no, duty, rule, also, start_us, due_us, actual_us, verdict, verdict_default, verdict_strict, verdict_lenient, late_by_seconds, caused_by';
/** The same rows, of which nothing was judged but what they owe. */
const CONSTANT =
  "case_id, decision_no, duty, rule, '' AS also, start_us, start_us AS due_us, start_us AS actual_us, 'met' AS verdict, 'met' AS verdict_default, 'met' AS verdict_strict, 'met' AS verdict_lenient, CAST(NULL AS DOUBLE) AS late_by_seconds, '' AS caused_by";

/** So many rows with the columns of findings, by nothing but reading and writing. */
function unjudgedRows(wanted: number): string {
  const slots = Math.ceil(wanted / rows);
  const columns =
    "case_id, CAST(decision_no AS VARCHAR) AS decision_no, 'decision' AS duty, 'no.rule' AS rule, '' AS also, came AS start_us, came AS due_us, came AS actual_us, 'met' AS verdict, 'met' AS verdict_default, 'met' AS verdict_strict, 'met' AS verdict_lenient, CAST(NULL AS DOUBLE) AS late_by_seconds, '' AS caused_by";
  return `SELECT ${columns} FROM (SELECT case_id, decision_no, epoch_us(received_at) AS came, file_row_number AS place FROM read_parquet('${log}', file_row_number = true)) l CROSS JOIN range(${slots}) s(slot) WHERE (place * 7 + slot) % 1000 < ${Math.round((1000 * wanted) / (rows * slots))}`;
}

async function bareScan(db: Database): Promise<string> {
  const types = await db.rows(`DESCRIBE SELECT * FROM '${log}'`);
  const sums = types.map(({ column_name: name, column_type: type }) =>
    type === 'VARCHAR'
      ? `SUM(length(${name}))`
      : String(type).startsWith('TIMESTAMP')
        ? `SUM(epoch_us(${name}))`
        : `SUM(${name})`,
  );
  return `SELECT ${sums.join(', ')} FROM '${log}'`;
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const db = await openDuckDb({
    file: join(folder, 'work.duckdb'),
    spill: join(folder, 'spill'),
    memory: '1200MB',
    threads: 2,
  });
  if (!existsSync(log)) await db.run(`COPY (${logSql(rows)}) TO '${log}' (FORMAT parquet)`);
  const bare = await bareScan(db);
  await db.rows(bare);
  const scan = await seconds(() => db.rows(bare));
  const audit = await Audit.open(
    db,
    auditPackOf(packOf('allways-commercial')),
    await parquetInput(db, [log]),
    null,
  );
  const gate = await seconds(() => audit.gate());
  await audit.end(Date.parse('2026-11-20T00:00:00Z') * 1000);
  const judged = await seconds(() => audit.count());
  say(`${machine()}\n\nAn audit of ${rows.toLocaleString('en-US')} determinations, Parquet in`);
  say(`  bare scan (sum) of the same columns   ${scan.toFixed(2)} s`);
  say(
    `  every duty, three interpretations, to counts ${judged.toFixed(2)} s   ${(judged / scan).toFixed(1)} times the scan`,
  );
  say(
    `  data-quality gate with uniqueness     ${gate.toFixed(2)} s   ${(gate / scan).toFixed(1)} times the scan`,
  );
  const query = await audit.findings();
  const out = join(folder, 'findings.parquet');
  const write = (rowsSql: string): Promise<number> =>
    seconds(() => audit.asWritten(() => db.run(`COPY (${rowsSql}) TO '${out}' (FORMAT parquet)`)));
  const constant = rows <= 10_000_000 ? await write(`SELECT ${CONSTANT} FROM (${query}) f`) : null;
  const real = await write(`SELECT ${FINDING} FROM (${query}) f`);
  const [written] = await db.rows(`SELECT COUNT(*) AS n FROM '${out}'`);
  say(
    `  every finding to Parquet              ${real.toFixed(2)} s   ${Number(written?.n).toLocaleString('en-US')} rows`,
  );
  if (constant !== null) {
    const unjudged = await write(unjudgedRows(Number(written?.n)));
    say(
      `    against constant verdicts           ${(real / constant).toFixed(2)} times the same rows (${constant.toFixed(2)} s), ${(real / unjudged).toFixed(2)} times as many rows of which nothing was judged (${unjudged.toFixed(2)} s)`,
    );
  }
  say(`  peak memory of the process            ${Math.round(peak())} MB`);
  db.close();
  rmSync(join(folder, 'work.duckdb'), { force: true });
}

await main();
