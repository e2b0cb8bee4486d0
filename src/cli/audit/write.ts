import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFormat } from '../../audit/index.ts';
import { type AuditResults, toAuditHtml } from '../../report/index.ts';
import { ConfigError } from '../shared/config-error.ts';
import { template } from '../shared/templates.ts';

/** The format that a file's ending names. Throws ConfigError for another ending. */
export function formatOfPath(path: string): FileFormat {
  const ending = path.split('.').at(-1)?.toLowerCase();
  if (ending === 'csv' || ending === 'parquet' || ending === 'ndjson') return ending;
  throw new ConfigError(`--findings ${path} ends in ${ending}; end it in .csv, .ndjson or .parquet`);
}

/** The page of an audit. */
export const auditPage = (results: AuditResults, others: readonly AuditResults[]): string =>
  toAuditHtml(results, others, template('audit.hbs'), template('report.css') + template('audit.css'));

/** Writes index.html, audit.json and, where a sample was drawn, its workpaper. Returns the path of the page. */
export function writePage(folder: string, results: AuditResults, others: readonly AuditResults[]): string {
  mkdirSync(folder, { recursive: true });
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
