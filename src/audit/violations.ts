import type { AuditResults } from '../report/index.ts';
import type { Database } from './duckdb.ts';
import type { Audit } from './engine.ts';
import { copyTo, type FileFormat, findingColumns } from './outputs.ts';
import type { AuditPack } from './pack/model.ts';
import { rejectedSql } from './rejects.ts';
import { named } from './sql/dialect.ts';

/** The table that holds what the audit at hand found violated or dependent on the interpretation. */
export const FOUND = 'pp_found';

/** Fills `FOUND` with the findings of an audit that have one of the verdicts. */
export async function keepFindings(
  db: Database,
  audit: Audit,
  verdicts: readonly ('violated' | 'depends')[],
): Promise<void> {
  const query = await audit.findings();
  const wanted = verdicts.map((verdict) => `'${verdict}'`).join(', ');
  await audit.asWritten(() =>
    db.run(`CREATE OR REPLACE TABLE ${FOUND} AS SELECT * FROM (${query}) f WHERE verdict IN (${wanted})`),
  );
}

/** The query for the rows with the longest delays, the longest first; what follows from another violation is left out. */
export const worstRows = (audit: Audit, most: number): string =>
  `SELECT row_id FROM ${FOUND} WHERE verdict = 'violated' AND caused_by = '' GROUP BY row_id ORDER BY MAX(COALESCE(late_by_seconds, (${audit.until} - due_us) / 1000000.0)) DESC, row_id LIMIT ${most}`;

/**
 * Writes every rejected row as CSV: file, line, column, value and reason. A value is masked to its shape unless it is an
 * instant or of a fixed set, or `unmask` is set.
 */
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

/** Writes what the audit at hand found violated, ordered by row. Needs `judgeLog` before. */
export async function copyViolations(db: Database, path: string, format: FileFormat): Promise<void> {
  const violated = withFlips(`SELECT * FROM ${FOUND} WHERE verdict = 'violated'`);
  const rows = `SELECT ${findingColumns(format)} FROM (${violated}) v ORDER BY row_id, slot`;
  await db.run(copyTo(rows, path, format));
}

/** Writes every finding of an audit, whatever its verdict. */
export async function copyFindings(
  db: Database,
  audit: Audit,
  path: string,
  format: FileFormat,
): Promise<void> {
  const query = await audit.findings();
  await audit.asWritten(() =>
    db.run(copyTo(`SELECT ${findingColumns(format)} FROM (${withFlips(query)}) v`, path, format)),
  );
}

const keptAs = (pack: string): string => named(`${FOUND}_${pack}`);

/** Keeps what the audit at hand found violated under a pack, so that `comparePacks` can compare it with another's. */
export async function keepFound(db: Database, pack: string): Promise<void> {
  await db.run(
    `CREATE OR REPLACE TABLE ${keptAs(pack)} AS SELECT case_id, decision_no, duty, rule, verdict FROM ${FOUND} WHERE verdict = 'violated'`,
  );
}

/** Judges a log under a statutory pack and keeps only what is violated; a pack that binds no row leaves nothing. */
export async function findViolations(db: Database, audit: Audit, asOf: number | null): Promise<void> {
  await audit.gate();
  await audit.end(asOf);
  await keepFindings(db, audit, ['violated']);
  await keepFound(db, audit.pack.id);
}

const MOST = 100;
const sameDuty = (a: string, b: string): string =>
  `${a}.case_id = ${b}.case_id AND ${a}.decision_no = ${b}.decision_no AND ${a}.duty = ${b}.duty`;
const onlyIn = (own: string, other: string): string =>
  `SELECT * FROM ${keptAs(own)} o WHERE NOT EXISTS (SELECT 1 FROM ${keptAs(other)} h WHERE ${sameDuty('h', 'o')})`;

async function weakerThan(
  db: Database,
  own: string,
  laws: readonly AuditPack[],
): Promise<AuditResults['weaker']> {
  const weaker: AuditResults['weaker'] = [];
  for (const { id, title, clocks } of laws) {
    const [count] = await db.rows(`SELECT COUNT(DISTINCT case_id) AS n FROM (${onlyIn(id, own)}) t`);
    const cases = Number(count?.n);
    if (cases === 0) continue;
    const unconfirmed = clocks.some(({ confirmed }) => !confirmed)
      ? ' Some of its clocks nobody has confirmed yet.'
      : '';
    const says = `${cases.toLocaleString('en-US')} cases have a duty that ${own} finds in time, or does not ask for, and that is late under ${id} (${title}), if that law binds them.${unconfirmed}`;
    weaker.push({ pack: id, title, cases, says });
  }
  return weaker;
}

async function flippedBy(db: Database, own: string, other: string): Promise<AuditResults['flipped']> {
  const take = async (query: string, here: string, there: string): Promise<AuditResults['flipped']> => {
    const rows = await db.rows(
      `SELECT DISTINCT case_id, decision_no, duty FROM (${query}) t ORDER BY ALL LIMIT ${MOST}`,
    );
    return rows.map((row) => ({
      caseId: String(row.case_id),
      decisionNo: String(row.decision_no || '1'),
      duty: String(row.duty),
      here,
      there,
      pack: other,
    }));
  };
  return [
    ...(await take(onlyIn(other, own), 'not violated', 'violated')),
    ...(await take(onlyIn(own, other), 'violated', 'not violated')),
  ];
}

/**
 * The first pack's results, with what the others find otherwise, and with where it asks for less than a law. Each pack
 * and law was kept by `keepFound` before.
 */
export async function comparePacks(
  db: Database,
  first: AuditResults,
  others: readonly AuditResults[],
  laws: readonly AuditPack[],
): Promise<AuditResults> {
  const flipped: AuditResults['flipped'] = [];
  for (const { pack } of others) flipped.push(...(await flippedBy(db, first.pack.id, pack.id)));
  const weaker = await weakerThan(db, first.pack.id, laws);
  return { ...first, weaker, flipped: flipped.slice(0, MOST) };
}
