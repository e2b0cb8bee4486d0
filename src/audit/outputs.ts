import { quoted } from './sql/dialect.ts';

const instant = (micros: string): string => `make_timestamptz(${micros})`;
/** An instant as people and spreadsheets read it: ISO, UTC, to the millisecond. */
const iso = (micros: string): string => `strftime(make_timestamp(${micros}), '%Y-%m-%dT%H:%M:%S.%gZ')`;

/** A cell that no spreadsheet runs as a formula. */
export const safeCell = (sql: string): string =>
  `CASE WHEN regexp_matches(${sql}, '^[=+\\-@\\t\\r]') THEN '''' || ${sql} ELSE ${sql} END`;

export type FileFormat = 'parquet' | 'csv' | 'ndjson';

/** The columns of findings, as a file shows them. `from` has the compiled columns and `flips`. */
export function findingColumns(format: FileFormat): string {
  const at = format === 'parquet' ? instant : iso;
  const text = (name: string): string => (format === 'csv' ? `${safeCell(name)} AS ${name}` : name);
  return [
    text('case_id'),
    `COALESCE(TRY_CAST(NULLIF(decision_no, '') AS INTEGER), 1) AS decision_no`,
    'duty',
    'rule',
    'also',
    `${at('start_us')} AS start_at`,
    `${at(format === 'parquet' ? 'due_us // 1000 * 1000' : 'due_us')} AS due_at`,
    `${at('actual_us')} AS actual_at`,
    'verdict',
    'verdict_default',
    'verdict_strict',
    'verdict_lenient',
    `COALESCE(flips, '') AS flips`,
    'late_by_seconds',
    'caused_by',
  ].join(', ');
}

const OPTIONS: Record<FileFormat, string> = {
  parquet: 'FORMAT parquet, COMPRESSION zstd',
  csv: 'FORMAT csv, HEADER true',
  ndjson: 'FORMAT json',
};

export const copyTo = (query: string, path: string, format: FileFormat): string =>
  `COPY (${query}) TO ${quoted(path)} (${OPTIONS[format]})`;
