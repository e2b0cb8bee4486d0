import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  Audit,
  type AuditPack,
  columnsOfMapping,
  comparePacks,
  copyFindings,
  copyRejected,
  copyViolations,
  type Database,
  type FileFormat,
  findViolations,
  type Input,
  infer,
  judgeLog,
  keepFound,
  type Mapping,
  openDuckDb,
  printedSql,
  SourceError,
  type SqlDialect,
} from '../../audit/index.ts';
import { type AuditResults, auditResults } from '../../report/index.ts';
import { lawPacks } from '../shared/audit-packs.ts';
import { ConfigError } from '../shared/config-error.ts';
import { programName } from '../shared/ports.ts';
import { filesOf, openLogs } from './files.ts';
import { postgresInput } from './postgres.ts';

/** What to audit, by which packs, and what to write. */
export type AuditOptions = {
  /** Files or patterns, or one postgres:// address. */
  readonly log: readonly string[];
  /** Packs to judge by; the first one's results are compared with those of the others. */
  readonly packs: readonly AuditPack[];
  readonly mapping?: Mapping | undefined;
  /** The table of a postgres:// address. */
  readonly table?: string | undefined;
  /** Where the log ends, in microseconds since 1970; the last instant in the log unless given. */
  readonly asOf?: number | undefined;
  /** The seed of a sample for a file review. */
  readonly sample?: string | undefined;
  /** Whether the first pack is compared with the statutory packs that are shipped; true unless given. */
  readonly laws?: boolean | undefined;
  /** A folder for rejected.csv and the violations as CSV and Parquet. */
  readonly out?: string | undefined;
  /** Show the values of rejected rows as they are. */
  readonly unmask?: boolean | undefined;
  /** A file for every finding. */
  readonly findings?: { readonly path: string; readonly format: FileFormat } | undefined;
  readonly sql?: SqlDialect | undefined;
  readonly onStep?: ((what: string) => void) | undefined;
};

/** What an audit came to: results by the first pack with the comparisons, and by the other packs; SQL where asked for. */
export type AuditReport = {
  readonly results: AuditResults;
  readonly others: readonly AuditResults[];
  readonly sql: readonly string[];
};

const isAddress = (given: string): boolean => /^postgres(ql)?:\/\//.test(given);

type Opened = { readonly input: Input; readonly unread: number; readonly shown: readonly string[] };

async function open(db: Database, options: AuditOptions): Promise<Opened> {
  const { log, packs, mapping, table, onStep: step = () => {} } = options;
  step('reading the log');
  const address = log.find(isAddress);
  if (address !== undefined) {
    const input = await postgresInput(db, address, table);
    return { input, unread: 0, shown: [`table ${table} of a PostgreSQL database`] };
  }
  const paths = await filesOf(db, log);
  const known = packs.flatMap(({ columns }) => columns.map(({ name }) => name));
  const wanted = [...new Set([...known, ...(mapping ? columnsOfMapping(mapping) : [])])];
  const { input, unread } = await openLogs(db, paths, wanted, (rows) => {
    if (rows % 1_024_000 === 0) step(`read ${rows} rows`);
  });
  return { input, unread, shown: paths };
}

/** A log under a pack; null where the log has not what the pack asks about. */
async function openIfItFits(
  db: Database,
  law: AuditPack,
  input: Input,
  mapping: Mapping | null,
): Promise<Audit | null> {
  try {
    return await Audit.open(db, law, input, mapping);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

/** Writes what was asked for about the first pack, and answers the lines of its SQL. */
async function writeFirst(
  db: Database,
  audit: Audit,
  unread: number,
  { out, unmask, findings, sql }: AuditOptions,
): Promise<readonly string[]> {
  if (out !== undefined) {
    mkdirSync(out, { recursive: true });
    const how = { unread: unread > 0, unmask: unmask === true };
    await copyRejected(db, audit, join(out, 'rejected.csv'), how);
    for (const format of ['parquet', 'csv'] as const)
      await copyViolations(db, join(out, `violations.${format}`), format);
  }
  if (findings) {
    mkdirSync(dirname(findings.path), { recursive: true });
    await copyFindings(db, audit, findings.path, findings.format);
  }
  return sql === undefined ? [] : printedSql(audit, sql);
}

/** Finds what the statutory packs that fit the log find violated; answers the packs that did. */
async function findUnderLaws(db: Database, input: Input, options: AuditOptions): Promise<AuditPack[]> {
  const { packs, mapping = null, asOf = null, laws = true, onStep: step = () => {} } = options;
  const [first] = packs;
  const insured = first?.columns.some(({ name }) => name === 'line_of_business');
  if (!laws || !insured || packs.some(({ law }) => law)) return [];
  step('comparing the pack with statutory packs');
  const compared: AuditPack[] = [];
  for (const law of lawPacks(packs)) {
    const audit = await openIfItFits(db, law, input, mapping);
    if (!audit) continue;
    await findViolations(db, audit, asOf);
    compared.push(audit.pack);
  }
  return compared;
}

async function auditIn(db: Database, options: AuditOptions): Promise<AuditReport> {
  const { packs, mapping = null, asOf = null, sample = null, onStep: step = () => {} } = options;
  const { input, unread, shown } = await open(db, options);
  const frame = { program: programName(), files: shown, asOf, sample, unread, step };
  const all: AuditResults[] = [];
  let sql: readonly string[] = [];
  for (const [place, pack] of packs.entries()) {
    const audit = await Audit.open(db, pack, input, mapping);
    all.push(auditResults.parse(await judgeLog(db, audit, pack, frame)));
    await keepFound(db, pack.id);
    if (place === 0) sql = await writeFirst(db, audit, unread, options);
  }
  const [first, ...others] = all;
  if (!first) throw new ConfigError('an audit needs at least one pack');
  const laws = await findUnderLaws(db, input, options);
  return { results: await comparePacks(db, first, others, laws), others, sql };
}

/** How much of the machine an audit may take: memory as `1500MB`, and threads. */
export type AuditBounds = { readonly memory?: string | undefined; readonly threads?: number | undefined };

/**
 * Does something with a database of its own in a temporary folder, which is removed afterwards. `onOpen` is handed what
 * removes the folder, for a process that is interrupted. Throws ConfigError for a log that cannot be read.
 */
async function withDatabase<T>(
  { memory = '1500MB', threads }: AuditBounds,
  work: (db: Database) => Promise<T>,
  onOpen: (leave: () => void) => void,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'portalproof-audit-'));
  const leave = (): void => rmSync(folder, { recursive: true, force: true });
  onOpen(leave);
  const db = await openDuckDb({
    file: join(folder, 'log.duckdb'),
    spill: join(folder, 'spill'),
    memory,
    threads,
  });
  try {
    return await work(db);
  } catch (error) {
    if (error instanceof SourceError) throw new ConfigError(error.message);
    throw error;
  } finally {
    db.close();
    leave();
  }
}

/** Audits a log. Throws ConfigError for a log or an option that cannot be used. */
export const auditLog = (
  options: AuditOptions & AuditBounds,
  onOpen: (leave: () => void) => void = () => {},
): Promise<AuditReport> => withDatabase(options, (db) => auditIn(db, options), onOpen);

/** Proposes a mapping from the columns of a log to those of the first pack, as YAML. Throws ConfigError as `auditLog`. */
export const inferMapping = (
  options: AuditOptions & AuditBounds,
  onOpen: (leave: () => void) => void = () => {},
): Promise<string> =>
  withDatabase(
    options,
    async (db) => {
      const [pack] = options.packs;
      if (!pack) throw new ConfigError('an audit needs at least one pack');
      return infer(db, pack, (await open(db, options)).input);
    },
    onOpen,
  );
