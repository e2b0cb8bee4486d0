import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type Audit,
  type AuditPack,
  copyTo,
  type Database,
  type FileFormat,
  findingColumns,
  rejectedSql,
} from '../../audit/index.ts';
import { type AuditResults, toAuditHtml } from '../../report/index.ts';
import { ConfigError } from '../shared/config-error.ts';
import { template } from '../shared/templates.ts';

/** The format that a file's ending names. Throws ConfigError for another ending. */
export function formatOfPath(path: string): FileFormat {
  const ending = path.split('.').at(-1)?.toLowerCase();
  if (ending === 'csv' || ending === 'parquet' || ending === 'ndjson') return ending;
  throw new ConfigError(`--findings ${path} ends in ${ending}; end it in .csv, .ndjson or .parquet`);
}

/** Every rejected row: file, line, column, value and reason. A value is masked to its shape unless it is an instant or of a fixed set. */
export async function copyRejected(
  db: Database,
  audit: Audit,
  path: string,
  how: { readonly unread: boolean; readonly unmask: boolean },
): Promise<void> {
  await db.run(copyTo(rejectedSql(audit, how.unread, how.unmask), path, 'csv'));
}

const withFlips = (from: string): string =>
  `SELECT f.*, x.flips FROM (${from}) f LEFT JOIN pp_flips x ON x.row_id = f.row_id AND x.slot = f.slot`;

export async function copyViolations(db: Database, folder: string): Promise<void> {
  const violated = withFlips("SELECT * FROM pp_found WHERE verdict = 'violated'");
  for (const format of ['parquet', 'csv'] as const) {
    const rows = `SELECT ${findingColumns(format)} FROM (${violated}) v ORDER BY row_id, slot`;
    await db.run(copyTo(rows, join(folder, `violations.${format}`), format));
  }
}

/** Every finding, in the format that the ending of the path names. */
export async function writeFindings(db: Database, audit: Audit, path: string): Promise<void> {
  const format = formatOfPath(path);
  mkdirSync(dirname(path), { recursive: true });
  const query = await audit.findings();
  await audit.asWritten(() =>
    db.run(copyTo(`SELECT ${findingColumns(format)} FROM (${withFlips(query)}) v`, path, format)),
  );
}

const keptAs = (pack: string): string => `"pp_found_${pack.replaceAll('"', '')}"`;

/** Keeps what was found under one pack, to be held against what another finds. */
export async function keepFound(db: Database, pack: string): Promise<void> {
  await db.run(
    `CREATE OR REPLACE TABLE ${keptAs(pack)} AS SELECT case_id, decision_no, duty, rule, verdict FROM pp_found WHERE verdict = 'violated'`,
  );
}

/** Judges a log under a law, for nothing but what is violated; a law that binds no row of it leaves nothing. */
export async function findOnly(
  db: Database,
  audit: Audit,
  asOf: number | null,
  laws: AuditPack[],
): Promise<void> {
  await audit.gate();
  await audit.end(asOf);
  const query = await audit.findings();
  await audit.asWritten(() =>
    db.run(`CREATE OR REPLACE TABLE pp_found AS SELECT * FROM (${query}) f WHERE verdict = 'violated'`),
  );
  await keepFound(db, audit.pack.id);
  laws.push(audit.pack);
}

const MOST = 100;
const key = (a: string, b: string): string =>
  `${a}.case_id = ${b}.case_id AND ${a}.decision_no = ${b}.decision_no AND ${a}.duty = ${b}.duty`;
const onlyIn = (own: string, other: string): string =>
  `SELECT * FROM ${keptAs(own)} o WHERE NOT EXISTS (SELECT 1 FROM ${keptAs(other)} h WHERE ${key('h', 'o')})`;

/** The first pack's results, with what the others find otherwise, and with where it asks for less than a law. */
export async function compareFound(
  db: Database,
  all: readonly AuditResults[],
  laws: readonly AuditPack[],
): Promise<AuditResults> {
  const [first, ...others] = all as [AuditResults, ...AuditResults[]];
  const weaker: AuditResults['weaker'] = [];
  const flipped: AuditResults['flipped'] = [];
  for (const law of laws) {
    const [count] = await db.rows(
      `SELECT COUNT(DISTINCT case_id) AS n FROM (${onlyIn(law.id, first.pack.id)}) t`,
    );
    const cases = Number(count?.n);
    if (cases === 0) continue;
    const unconfirmed = law.clocks.some(({ confirmed }) => !confirmed)
      ? ' Some of its clocks nobody has confirmed yet.'
      : '';
    const says = `${cases.toLocaleString('en-US')} cases have a duty that ${first.pack.id} finds in time, or does not ask for, and that is late under ${law.id} (${law.title}), if that law binds them.${unconfirmed}`;
    weaker.push({ pack: law.id, title: law.title, cases, says });
  }
  for (const other of others) {
    const take = async (query: string, here: string, there: string): Promise<void> => {
      const rows = await db.rows(
        `SELECT DISTINCT case_id, decision_no, duty FROM (${query}) t ORDER BY ALL LIMIT ${MOST}`,
      );
      for (const row of rows) {
        flipped.push({
          caseId: String(row.case_id),
          decisionNo: String(row.decision_no || '1'),
          duty: String(row.duty),
          here,
          there,
          pack: other.pack.id,
        });
      }
    };
    await take(onlyIn(other.pack.id, first.pack.id), 'not violated', 'violated');
    await take(onlyIn(first.pack.id, other.pack.id), 'violated', 'not violated');
  }
  return { ...first, weaker, flipped: flipped.slice(0, MOST) };
}

/** The page of an audit. */
export const auditPage = (results: AuditResults, others: readonly AuditResults[]): string =>
  toAuditHtml(results, others, template('audit.hbs'), template('report.css') + template('audit.css'));

/** Writes index.html, audit.json and, where a sample was drawn, its workpaper. Returns the path of the page. */
export function writePage(folder: string, results: AuditResults, others: readonly AuditResults[]): string {
  writeFileSync(
    join(folder, 'audit.json'),
    `${JSON.stringify(others.length > 0 ? { ...results, others } : results, null, 2)}\n`,
  );
  if (results.sample) {
    const { sample, pack, asOf, log } = results;
    const paper = { pack: { id: pack.id, dated: pack.dated }, asOf, files: log.files, ...sample };
    const digest = createHash('sha256').update(JSON.stringify(paper)).digest('hex');
    writeFileSync(join(folder, 'workpaper.json'), `${JSON.stringify({ ...paper, digest }, null, 2)}\n`);
  }
  const page = join(folder, 'index.html');
  writeFileSync(page, auditPage(results, others));
  return page;
}
