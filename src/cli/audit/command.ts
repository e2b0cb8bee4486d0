import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import {
  type AuditPack,
  type Mapping,
  readMapping,
  SourceError,
  SQL_DIALECTS,
  type SqlDialect,
} from '../../audit/index.ts';
import type { AuditResults } from '../../report/index.ts';
import { auditExitCode } from '../../run/exit-code.ts';
import { auditPack, auditPackIds } from '../shared/audit-packs.ts';
import { ConfigError, named } from '../shared/config-error.ts';
import { complain, print } from '../shared/ports.ts';
import { auditLog, inferMapping } from './audit-log.ts';
import { formatOfPath, writePage } from './write.ts';

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

/** A mapping from a file. Throws ConfigError for one that cannot be read or is no mapping. */
function readMappingFile(path: string): Mapping {
  const text = named(`cannot read ${path}`, () => readFileSync(path, 'utf8'));
  try {
    return readMapping(path, text);
  } catch (error) {
    if (error instanceof SourceError) throw new ConfigError(error.message);
    throw error;
  }
}

function mappingOf({ mapping: path }: Options, packs: readonly AuditPack[]): Mapping | undefined {
  if (path === undefined) return undefined;
  const mapping = readMappingFile(path);
  const known = new Set(packs.flatMap(({ columns }) => columns.map(({ name }) => name)));
  const strange = Object.keys(mapping.columns ?? {}).find((name) => !known.has(name));
  if (strange === undefined) return mapping;
  throw new ConfigError(
    `${path} maps a column ${strange}, which no pack here has; they have ${[...known].join(', ')}`,
  );
}

function dialectOf({ sql }: Options): SqlDialect | undefined {
  if (sql === undefined) return undefined;
  const dialect = SQL_DIALECTS.find((known) => known === (sql === true ? 'duckdb' : sql));
  if (!dialect) throw new ConfigError(`--sql ${sql}: there are ${SQL_DIALECTS.join(' and ')}`);
  return dialect;
}

async function run(
  log: readonly string[],
  options: Options,
  onOpen: (leave: () => void) => void,
): Promise<number> {
  const packs = options.pack.map(auditPack);
  if (packs.length === 0)
    throw new ConfigError(`name a pack with --pack: ${auditPackIds().join(', ')}, or a YAML file`);
  const { findings } = options;
  const asked = {
    log,
    packs,
    mapping: mappingOf(options, packs),
    table: options.table,
    asOf: options.asOf === undefined ? undefined : instantOf(options.asOf),
    sample: options.sample,
    laws: options.law,
    out: options.out,
    unmask: options.unmask,
    findings: findings === undefined ? undefined : { path: findings, format: formatOfPath(findings) },
    sql: dialectOf(options),
    onStep: (what: string): void => {
      if (process.stderr.isTTY) complain(`… ${what}`);
    },
    ...bounds(options),
  };
  if (options.infer) {
    print((await inferMapping(asked, onOpen)).trimEnd());
    return 0;
  }
  const { results, others, sql } = await auditLog(asked, onOpen);
  for (const line of sql) print(line);
  const page = writePage(options.out, results, others);
  summarize(results, page);
  return auditExitCode([results, ...others]);
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
    `  met ${n(tally.met)} · violated ${n(tally.violated)} (${n(followOn)} of them follow-on) · depends ${n(tally.depends)} · pending ${n(tally.pending)} · indeterminate ${n(tally.indeterminate)}`,
  );
  for (const column of new Set(unjudged.map((own) => own.column))) {
    print(
      `  not judged: ${unjudged.filter((own) => own.column === column).length} clocks, since the log has no column ${column}`,
    );
  }
  for (const { says } of weaker) print(`  possibly less strict than the law: ${says}`);
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
    .option('--no-law', 'do not compare the pack with the statutory packs that are shipped')
    .option('--unmask', 'show values of rejected rows as they are, whatever they hold')
    .option('--memory <size>', 'the most memory that the database takes; 1500MB unless given')
    .option('--threads <number>', 'how many threads; every core unless given')
    .action(async (log: string[], options: Options) => {
      let interrupted = (): void => {};
      try {
        process.exitCode = await run(log, options, (leave) => {
          interrupted = (): never => {
            leave();
            complain('stopped; nothing was judged to its end, and no report was written');
            process.exit(130);
          };
          process.once('SIGINT', interrupted);
        });
      } finally {
        process.removeListener('SIGINT', interrupted);
      }
    });
};
