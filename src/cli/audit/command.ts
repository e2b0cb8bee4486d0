import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import {
  Audit,
  type AuditPack,
  columnsOfMapping,
  type Database,
  type Input,
  infer,
  type Mapping,
  openDuckDb,
  readMapping,
  SourceError,
} from '../../audit/index.ts';
import { type AuditResults, auditResults } from '../../report/index.ts';
import { auditExitCode } from '../../run/exit-code.ts';
import { auditPack, auditPackIds, lawPacks } from '../shared/audit-packs.ts';
import { ConfigError, named } from '../shared/config-error.ts';
import { complain, print, programName } from '../shared/ports.ts';
import { filesOf, openLogs } from './files.ts';
import { auditOne } from './one.ts';
import { postgresInput } from './postgres.ts';
import { printSql } from './sql.ts';
import {
  compareFound,
  copyRejected,
  copyViolations,
  findOnly,
  formatOfPath,
  keepFound,
  writeFindings,
  writePage,
} from './write.ts';

type Options = {
  readonly pack: readonly string[];
  readonly asOf?: string;
  readonly out: string;
  readonly findings?: string;
  readonly mapping?: string;
  readonly infer?: boolean;
  readonly sql?: string | true;
  readonly memory?: string;
  readonly threads?: string;
  readonly sample?: string;
  readonly table?: string;
  readonly law?: boolean;
  readonly unmask?: boolean;
};

function instantOf(text: string): number {
  const match = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const at = Date.parse(text);
  if (!match || Number.isNaN(at))
    throw new ConfigError(
      `--as-of is "${text}"; write an instant with its offset, as 2026-11-01T00:00:00-04:00`,
    );
  return at * 1000;
}

function bounds({ memory, threads }: Options): { memory: string; threads: number | undefined } {
  if (memory !== undefined && !/^\d+(\.\d+)?(MB|GB)$/i.test(memory))
    throw new ConfigError(`--memory is "${memory}"; write it as 1500MB or 2GB`);
  if (threads !== undefined && !/^[1-9]\d*$/.test(threads))
    throw new ConfigError(`--threads is "${threads}"; write a number from 1`);
  return { memory: memory ?? '1500MB', threads: threads === undefined ? undefined : Number(threads) };
}

type Opened = { readonly input: Input; readonly unread: number };

async function run(db: Database, files: readonly string[], options: Options): Promise<number> {
  const packs = options.pack.map(auditPack);
  const [pack] = packs;
  if (!pack) throw new ConfigError(`name a pack with --pack: ${auditPackIds().join(', ')}, or a YAML file`);
  const asOf = options.asOf === undefined ? null : instantOf(options.asOf);
  const mapping =
    options.mapping === undefined
      ? null
      : readMapping(
          options.mapping,
          named(`cannot read ${options.mapping}`, () => readFileSync(options.mapping ?? '', 'utf8')),
        );
  if (options.findings) formatOfPath(options.findings);
  const known = new Set(packs.flatMap(({ columns }) => columns.map(({ name }) => name)));
  const strange = Object.keys(mapping?.columns ?? {}).find((name) => !known.has(name));
  if (strange !== undefined) {
    throw new ConfigError(
      `${options.mapping} maps a column ${strange}, which no pack here has; they have ${[...known].join(', ')}`,
    );
  }
  const wanted = [...new Set([...known, ...(mapping ? columnsOfMapping(mapping) : [])])];
  const step = (what: string): void => {
    if (process.stderr.isTTY) complain(`… ${what}`);
  };
  const postgres = files.filter((file) => /^postgres(ql)?:\/\//.test(file));
  const paths = postgres.length > 0 ? [] : await filesOf(db, files);
  step('reading the log');
  const { input, unread }: Opened =
    postgres.length > 0
      ? { input: await postgresInput(db, postgres[0] ?? '', options.table), unread: 0 }
      : await openLogs(db, paths, wanted, (rows) => {
          if (rows % 1_024_000 === 0) step(`read ${rows} rows`);
        });
  if (options.infer) {
    print((await infer(db, pack, input)).trimEnd());
    return 0;
  }
  const shown = postgres.length > 0 ? [`table ${options.table} of a PostgreSQL database`] : paths;
  const frame = { program: programName(), files: shown, asOf, sample: options.sample ?? null, unread, step };
  mkdirSync(options.out, { recursive: true });
  const all: AuditResults[] = [];
  const laws: AuditPack[] = [];
  for (const [place, one] of packs.entries()) {
    const audit = await Audit.open(db, one, input, mapping);
    const results = auditResults.parse(await auditOne(db, audit, one, frame));
    all.push(results);
    await keepFound(db, one.id);
    if (place > 0) continue;
    await copyRejected(db, audit, join(options.out, 'rejected.csv'), {
      unread: unread > 0,
      unmask: options.unmask === true,
    });
    await copyViolations(db, options.out);
    if (options.findings) await writeFindings(db, audit, options.findings);
    if (options.sql !== undefined) printSql(audit, options.sql === true ? 'duckdb' : options.sql, print);
  }
  if (
    packs.every(({ law }) => !law) &&
    pack.columns.some(({ name }) => name === 'line_of_business') &&
    options.law !== false
  ) {
    step('holding the pack against the law');
    for (const law of lawPacks(packs)) {
      const audit = await openIfItFits(db, law, input, mapping);
      if (audit) await findOnly(db, audit, asOf, laws);
    }
  }
  const results = await compareFound(db, all, laws);
  const page = writePage(options.out, results, all.slice(1));
  summarize(results, page);
  return auditExitCode(all);
}

/** A log under a law; null where the log has not what the law asks about. */
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

function summarize(
  { rows, tally, followOn, pack, outOfScope, unjudged, weaker }: AuditResults,
  page: string,
): void {
  const n = (value: number): string => value.toLocaleString('en-US');
  print(
    `${pack.id}: ${n(rows.in)} rows in = ${n(rows.judged)} judged + ${n(rows.outOfScope)} out of scope + ${n(rows.rejected)} rejected`,
  );
  for (const { reason, rows: count } of outOfScope) print(`  out of scope: ${n(count)} rows, ${reason}`);
  print(
    `  met ${n(tally.met)} · violated ${n(tally.violated)} (${n(followOn)} of them follow-on) · depends ${n(tally.depends)} · pending ${n(tally.pending)} · cannot be told ${n(tally.indeterminate)}`,
  );
  for (const column of new Set(unjudged.map((own) => own.column))) {
    print(
      `  not judged: ${unjudged.filter((own) => own.column === column).length} clocks, since the log has no column ${column}`,
    );
  }
  for (const { says } of weaker) print(`  perhaps less than the law: ${says}`);
  print(`report: ${page}`);
}

/** `portalproof audit`: judges the decision timeframes in an exported log. */
export const define = (command: Command): void => {
  command
    .argument(
      '<log...>',
      'CSV (also gzip), NDJSON or Parquet files or patterns, XES, OCEL, X12 278, FHIR PAS, or a postgres:// address',
    )
    .option(
      '--pack <id or file>',
      `rules to judge by; may be repeated (${auditPackIds().join(', ')})`,
      (value: string, before: string[]) => [...before, value],
      [] as string[],
    )
    .option('--as-of <instant>', 'where the log ends; the last instant in it unless given')
    .option('--out <folder>', 'where to write', 'reports/audit')
    .option('--findings <file>', 'write every finding, as .csv, .ndjson or .parquet')
    .option('--mapping <file>', 'how the columns of the log map to those of the pack')
    .option('--infer', 'propose a mapping for the log, and stop')
    .option('--sql [dialect]', 'print the compiled SQL (duckdb or postgres)')
    .option('--sample <seed>', 'draw a sample for a file review (8/30), with a workpaper')
    .option('--table <name>', 'the table of a postgres:// address')
    .option('--no-law', 'do not hold the pack against the laws that are shipped')
    .option('--unmask', 'show values of rejected rows as they are, whatever they hold')
    .option('--memory <size>', 'the most memory that the database takes; 1500MB unless given')
    .option('--threads <number>', 'how many threads; every core unless given')
    .action(async (files: string[], options: Options) => {
      const limits = bounds(options);
      const folder = mkdtempSync(join(tmpdir(), 'portalproof-audit-'));
      const db = await openDuckDb({
        file: join(folder, 'log.duckdb'),
        spill: join(folder, 'spill'),
        ...limits,
      });
      const leave = (): void => {
        rmSync(folder, { recursive: true, force: true });
      };
      const interrupted = (): never => {
        leave();
        complain('stopped; nothing was judged to its end, and no report was written');
        process.exit(130);
      };
      process.once('SIGINT', interrupted);
      try {
        process.exitCode = await run(db, files, options);
      } catch (error) {
        if (error instanceof SourceError) throw new ConfigError(error.message);
        throw error;
      } finally {
        process.removeListener('SIGINT', interrupted);
        db.close();
        leave();
      }
    });
};
