import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportPage } from '../src/cli/shared/write-report.ts';
import { type Results, toJunit } from '../src/report/index.ts';
import { EXAMPLE_FAULTS, playInProcess } from './example.ts';

const folder = fileURLToPath(new URL('../reports/example', import.meta.url));

describe('the report of a portal with faults', () => {
  let results: Results;

  beforeAll(async () => {
    ({ results } = await playInProcess(EXAMPLE_FAULTS));
  });

  it('stands in reports/example, as the code gives it', () => {
    const files = {
      'index.html': reportPage(results),
      'results.json': `${JSON.stringify(results, null, 2)}\n`,
      'junit.xml': toJunit(results),
    };
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      if (process.env.UPDATE) writeFileSync(`${folder}/${name}`, text);
      expect(
        readFileSync(`${folder}/${name}`, 'utf8') === text,
        `reports/example/${name} is stale: run UPDATE=1 npx vitest run tests/report`,
      ).toBe(true);
    }
  });

  it('names every broken rule, and exits 1', () => {
    const failed = results.verdicts.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule);
    expect(failed).toEqual(
      expect.arrayContaining([
        'um.preservice-urgent.written-denial-lesser',
        'um.concurrent-urgent.decision-24h',
        'um.decide.deny-physician-only',
        'portal.referral.remarks-max-255',
        'um.denial-letter.physician-contact',
        'portal.status.realtime-status',
      ]),
    );
    expect(results.exitCode).toBe(1);
  });

  it('gives each violation what was expected and observed, its records, its scenario and the command that reproduces it', () => {
    for (const { because, expected, observed, records, scenario, reproduce } of results.violations) {
      expect(because).not.toBe('');
      expect(Object.keys(expected)).not.toEqual([]);
      expect(Object.keys(observed)).not.toEqual([]);
      expect(records).not.toEqual([]);
      expect(reproduce).toContain(`--suite ${scenario}`);
    }
  });

  it('draws a timeline for a late decision', () => {
    expect(reportPage(results)).toMatch(/<svg class="timeline"[^>]*aria-label="[^"]*Decision due/);
  });

  it('counts failures in junit.xml as rules that failed', () => {
    const failed = results.verdicts.filter(({ verdict }) => verdict === 'fail').length;
    expect(toJunit(results)).toContain(`failures="${failed}"`);
  });
});
