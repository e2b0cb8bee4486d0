import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toLines } from '../../history/index.ts';
import { type Results, toHtml, toJunit } from '../../report/index.ts';
import type { Outcome } from '../../run/index.ts';
import { template } from './templates.ts';

/** The HTML report of a result. */
export const reportPage = (results: Results): string =>
  toHtml(results, template('report.hbs'), template('report.css'));

/** Writes index.html, results.json, junit.xml and history/ into a folder. Returns the path of the page. */
export function writeReport(folder: string, results: Results, outcomes: readonly Outcome[]): string {
  const histories = join(folder, 'history');
  rmSync(histories, { recursive: true, force: true });
  mkdirSync(histories, { recursive: true });
  for (const { scenario, history } of outcomes) {
    if (history)
      writeFileSync(
        join(histories, `${scenario.id.replaceAll('/', '--')}.ndjson`),
        `${toLines(history).join('\n')}\n`,
      );
  }
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, 'junit.xml'), toJunit(results));
  const page = join(folder, 'index.html');
  writeFileSync(page, reportPage(results));
  return page;
}
