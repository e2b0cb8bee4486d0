import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './memory-log.ts';
import { runAudit, SMALL_PACK } from './run-audit.ts';

/**
 * Worked by hand with a calendar of 2026: 2 January is a Friday, 19 January a holiday of the town, the clocks
 * change on 8 March. Ten business days after Friday 2 January end on Friday 16 January; after Monday 5 January
 * on Tuesday 20 January, since the 19th is closed; twenty calendar days bind only where closed days stretch ten.
 */
const LOG = `permit_id,kind,filed_at,planned_at,granted_at,open
in-time,house,2026-01-02T09:00:00-06:00,2026-01-20,2026-01-16T23:59:59-06:00,no
one-second-late,house,2026-01-02T09:00:00-06:00,2026-01-20,2026-01-17T00:00:00-06:00,no
over-the-holiday,house,2026-01-05T09:00:00-06:00,,2026-01-20T17:00:00-06:00,no
shed-over-the-change,shed,2026-03-07T09:00:00-06:00,,2026-03-09T10:00:00-05:00,no
shed-a-second-late,shed,2026-03-07T09:00:00-06:00,,2026-03-09T10:00:01-05:00,no
promise-broken,house,2026-02-02T09:00:00-06:00,2026-02-10,2026-02-11T08:00:00-06:00,no
still-open,house,2026-05-28T09:00:00-05:00,2026-07-01,,yes
open-too-long,shed,2026-05-28T09:00:00-05:00,,,yes
`;

describe('a permit process with a pack of its own', () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'pack.yaml'), SMALL_PACK);
  writeFileSync(join(folder.path, 'log.csv'), LOG);
  const ran = runAudit(folder.path, [
    'log.csv',
    '--pack',
    './pack.yaml',
    '--as-of',
    '2026-06-01T00:00:00-05:00',
    '--findings',
    'all.csv',
    '--sample',
    '1',
  ]);
  const { tally } = ran.json();
  const again = runAudit(folder.path, [
    'log.csv',
    '--pack',
    './pack.yaml',
    '--as-of',
    '2026-06-01T00:00:00-05:00',
    '--sample',
    '1',
  ]);
  const papers = [ran.file('workpaper.json'), again.file('workpaper.json')];
  const all = new Map<string, Record<string, string>>();
  const [header = '', ...lines] = runAllCsv(folder.path).trim().split('\n');
  for (const line of lines) {
    const row = Object.fromEntries(
      header.split(',').map((name, index) => [name, line.split(',')[index]?.replaceAll('"', '') ?? '']),
    );
    all.set(`${row.case_id} ${row.duty}`, row as Record<string, string>);
  }

  it('exits 1, since something was late', () => {
    expect(ran.code, ran.err).toBe(1);
  });

  it.each([
    ['in-time decision', 'met', '2026-01-17T05:59:59.999Z'],
    ['one-second-late decision', 'violated', '2026-01-17T05:59:59.999Z'],
    ['over-the-holiday decision', 'met', '2026-01-21T05:59:59.999Z'],
    ['shed-over-the-change decision', 'met', '2026-03-09T15:00:00.000Z'],
    ['shed-a-second-late decision', 'violated', '2026-03-09T15:00:00.000Z'],
    ['in-time promise', 'met', '2026-01-21T05:59:59.999Z'],
    ['promise-broken promise', 'violated', '2026-02-11T05:59:59.999Z'],
    ['still-open decision', 'pending', '2026-06-12T04:59:59.999Z'],
    ['still-open promise', 'pending', '2026-07-02T04:59:59.999Z'],
    ['open-too-long decision', 'violated', '2026-05-30T14:00:00.000Z'],
  ])('finds %s %s, due %s', (name, verdict, due) => {
    expect(all.get(name)).toMatchObject({ verdict, due_at: due });
  });

  it('asks for no promised date where none was promised', () => {
    expect(all.has('over-the-holiday promise')).toBe(false);
  });

  it('counts what it found', () => {
    expect(tally).toMatchObject({ met: 6, violated: 4, pending: 2 });
  });

  it('draws the same sample again, to the byte', () => {
    expect(papers[0]?.length).toBeGreaterThan(500);
    expect(papers[1]).toBe(papers[0]);
  });
});

function runAllCsv(folder: string): string {
  return readFileSync(join(folder, 'all.csv'), 'utf8');
}
