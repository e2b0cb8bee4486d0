import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { temporaryFolder } from './memory-log.ts';
import { auditHere, SMALL_PACK } from './run-audit.ts';

const args = ['log.csv', '--pack', './pack.yaml', '--as-of', '2026-06-01T00:00:00Z'];

async function audited(log: string, more: readonly string[] = []) {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'pack.yaml'), SMALL_PACK);
  writeFileSync(join(folder.path, 'log.csv'), log);
  const ran = await auditHere(folder.path, [...args, ...more]);
  const written = readdirSync(join(folder.path, 'out')).map(
    (name) => [name, readFileSync(join(folder.path, 'out', name), 'latin1')] as const,
  );
  const texts = new Map(written);
  return {
    code: ran.code,
    out: ran.out,
    err: ran.err,
    json: ran.json(),
    file: (name: string) => texts.get(name) ?? '',
    written,
  };
}

describe('what an audit writes', () => {
  it('never holds a live formula in a CSV', async () => {
    const names = ['=HYPERLINK("http://x")', '+1', '-2+3', '@SUM(A1)'];
    const rows = names.map((name) => `"${name.replaceAll('"', '""')}",shed,2026-03-02T09:00:00Z,`);
    const { file } = await audited(
      `permit_id,kind,filed_at,granted_at\n${rows.join('\n')}\n=bad,castle,2026-03-02T09:00:00Z,\n`,
    );
    for (const name of ['violations.csv', 'rejected.csv']) {
      const cells = file(name)
        .split('\n')
        .flatMap((line) => line.split(','));
      expect(
        cells.filter((cell) => /^"?[=+@\t]|^"?-\d/.test(cell)),
        name,
      ).toEqual([]);
    }
    expect(file('violations.csv')).toContain("'=HYPERLINK");
  });

  it('names no person, birth date or member id of the log', async () => {
    const log =
      'permit_id,kind,filed_at,granted_at,member_name,member_id,birth_date\nA,shed,2026-03-02T09:00:00Z,,Jane Q Exampleperson,M99887766,1961-07-08\nB,Jane Q Exampleperson,2026-03-02T09:00:00Z,,x,y,z\n';
    const { written } = await audited(log, ['--sample', 's']);
    for (const [name, text] of written) {
      for (const secret of ['Exampleperson', 'exampleperson', 'M99887766', '1961-07-08'])
        expect(text.includes(secret), `${name}: ${secret}`).toBe(false);
    }
  });

  it('says with file, line, column and reason what it could not judge', async () => {
    const { file } = await audited(
      'permit_id,kind,filed_at,granted_at\nA,shed,2026-03-02T09:00:00Z,\nB,shed,yesterday,\n',
    );
    expect(file('rejected.csv').split('\n')[1]).toBe(
      'log.csv,3,filed_at,aaaaaaaaa,is no date or time that can be read',
    );
  });

  it('warns of times that look filled in', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `P${i},shed,2026-03-02T09:${String(i).padStart(2, '0')}:11-06:00,2026-03-03T16:00:00-06:00`,
    );
    const { json } = await audited(`permit_id,kind,filed_at,granted_at\n${rows.join('\n')}\n`);
    expect(json.quality.map(({ column, says }) => `${column}: ${says}`)).toContain(
      'granted_at: always at 16:00:00: perhaps filled in, not seen',
    );
  });

  it('warns of reconsiderations whose case is not in the log, or came later', async () => {
    using folder = temporaryFolder();
    const columns =
      'case_id,parent_case_id,line_of_business,review_type,urgency,setting,received_at,decided_at,outcome,basis,decided_by_role,verbal_notice_at,written_provider_at,written_member_at';
    const row = (id: string, parent: string, type: string, day: string): string =>
      `${id},${parent},commercial,${type},standard,outpatient,2026-03-${day}T09:00:00-05:00,,,,,,,`;
    const rows = [
      row('A', '', 'preservice', '02'),
      row('B', 'A', 'reconsideration', '04'),
      row('C', 'GONE', 'reconsideration', '04'),
      row('D', 'E', 'reconsideration', '04'),
      row('E', '', 'preservice', '05'),
    ];
    writeFileSync(join(folder.path, 'log.csv'), `${columns}\n${rows.join('\n')}\n`);
    const judged = ['log.csv', '--pack', 'allways-commercial', '--as-of', '2026-03-06T00:00:00Z', '--no-law'];
    const { quality } = (await auditHere(folder.path, judged)).json();
    const [told] = quality.filter(({ column }) => column === 'parent_case_id');
    expect(told).toMatchObject({ rows: 2, of: 3 });
  });

  it('is one page, with no script, nothing from outside and nothing left blank', async () => {
    const { file } = await audited(
      'permit_id,kind,filed_at,granted_at\n<script>alert(1)</script>,shed,2026-03-02T09:00:00Z,\n',
    );
    expect(file('index.html')).not.toContain('<script');
    expect(file('index.html')).not.toMatch(/(?:src|href)="http/);
    expect(file('index.html')).not.toMatch(/\[object|NaN|undefined/);
  });
});

describe('the page of an audit', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(['light', 'dark'] as const)('has nothing that axe finds wrong, %s', async (colorScheme) => {
    const log =
      'permit_id,kind,filed_at,granted_at\nA,shed,2026-03-02T09:00:00Z,2026-03-09T09:00:00Z\nB,castle,2026-03-02T09:00:00Z,\nC,house,2026-03-02T09:00:00Z,2026-03-03T09:00:00Z\n';
    const { file } = await audited(log, ['--sample', '1']);
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.setContent(file('index.html'));
    const { violations } = await new AxeBuilder({ page }).analyze();
    await context.close();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('two packs on one log', () => {
  it('are shown side by side, with the cases that flip', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'town.yaml'), SMALL_PACK);
    writeFileSync(
      join(folder.path, 'strict.yaml'),
      SMALL_PACK.replace('pack: permits', 'pack: strict').replace('within: 48 hours', 'within: 24 hours'),
    );
    writeFileSync(
      join(folder.path, 'log.csv'),
      'permit_id,kind,filed_at,granted_at\nA,shed,2026-03-02T09:00:00Z,2026-03-03T21:00:00Z\nB,shed,2026-03-02T09:00:00Z,2026-03-03T01:00:00Z\n',
    );
    const ran = await auditHere(folder.path, [
      'log.csv',
      '--pack',
      './town.yaml',
      '--pack',
      './strict.yaml',
      '--as-of',
      '2026-06-01T00:00:00Z',
    ]);
    expect(ran.code).toBe(1);
    expect(ran.json().flipped).toEqual([
      {
        caseId: 'A',
        decisionNo: '1',
        duty: 'decision',
        here: 'not violated',
        there: 'violated',
        pack: 'strict',
      },
    ]);
    expect(ran.file('index.html')).toContain('The same log under 2 packs');
  });

  it('are compared with the law by themselves: where a plan asks for less, the first screen says so', async () => {
    using folder = temporaryFolder();
    const head =
      'case_id,line_of_business,review_type,urgency,setting,received_at,information_complete_at,decided_at,outcome,verbal_notice_at,written_provider_at,written_member_at';
    const at = (hour: string): string => `2026-07-07T${hour}:00:00-04:00`;
    const row = `W1,commercial,preservice,urgent,outpatient,2026-07-06T09:00:00-04:00,2026-07-06T09:00:00-04:00,${at('10')},approved,${at('11')},${at('12')},${at('12')}`;
    writeFileSync(join(folder.path, 'log.csv'), `${head}\n${row}\n`);
    const ran = await auditHere(folder.path, [
      'log.csv',
      '--pack',
      'allways-commercial',
      '--as-of',
      '2026-08-01T00:00:00Z',
    ]);
    expect(ran.code, ran.err).toBe(0);
    expect(ran.json().weaker).toMatchObject([{ pack: 'ma-176o', cases: 1 }]);
    expect(ran.file('index.html')).toContain('The pack may ask for less than the law.');
  });
});

describe('the ledger of a case', () => {
  it('shows the arm that bound, also where two arms have one rule', async () => {
    using folder = temporaryFolder();
    const head =
      'case_id,line_of_business,review_type,urgency,setting,received_at,information_complete_at,decided_at,outcome,verbal_notice_at,written_provider_at,written_member_at';
    const row = (id: string, day: string, letter: string): string =>
      `${id},commercial,preservice,urgent,outpatient,${day}T09:00:00-05:00,${day}T09:00:00-05:00,${day}T10:00:00-05:00,denied,${day}T11:00:00-05:00,${letter}T12:00:00-05:00,${letter}T12:00:00-05:00`;
    // Friday before Presidents' Day: three calendar days end on Monday, one business day on Tuesday.
    writeFileSync(
      join(folder.path, 'log.csv'),
      [head, row('WEEKEND', '2026-02-13', '2026-02-20'), row('WEEKDAY', '2026-02-03', '2026-02-10')].join(
        '\n',
      ),
    );
    const ran = await auditHere(folder.path, [
      'log.csv',
      '--pack',
      'allways-commercial',
      '--no-law',
      '--as-of',
      '2026-08-01T00:00:00Z',
    ]);
    const worst = ran.json().worst as {
      caseId: string;
      obligations: { duty: string; arithmetic: string; dueAt: string }[];
    }[];
    const letters = worst.map(({ caseId, obligations }) => {
      const letter = obligations.find(({ duty }) => duty === 'written-member');
      return [caseId, letter?.arithmetic, letter?.dueAt];
    });
    expect(letters.sort()).toEqual([
      ['WEEKDAY', '1 business day after the start', '2026-02-05T04:59:59.999Z'],
      ['WEEKEND', '3 calendar days after the start', '2026-02-17T04:59:59.999Z'],
    ]);
  });
});

describe('bad usage of the audit', () => {
  it.each([
    [['log.csv', '--pack', 'nonsense'], /there is no pack nonsense/],
    [['nowhere.csv', '--pack', './pack.yaml'], /no file nowhere.csv/],
    [[...args.slice(0, 3), '--as-of', 'yesterday'], /--as-of is "yesterday"/],
    [[...args, '--memory', 'lots'], /--memory is "lots"/],
    [[...args, '--findings', 'x.doc'], /end it in .csv/],
    [['log.csv'], /name a pack/],
  ])('%j is refused with code 2 and a reason', async (given, reason) => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'pack.yaml'), SMALL_PACK);
    writeFileSync(join(folder.path, 'log.csv'), 'permit_id,kind,filed_at\nA,shed,2026-03-02T09:00:00Z\n');
    const ran = await auditHere(folder.path, given);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(reason);
  });
});
