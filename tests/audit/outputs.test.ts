import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './memory-log.ts';
import { runAudit, SMALL_PACK } from './run-audit.ts';

const args = ['log.csv', '--pack', './pack.yaml', '--as-of', '2026-06-01T00:00:00Z'];

function audited(log: string, more: readonly string[] = []) {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'pack.yaml'), SMALL_PACK);
  writeFileSync(join(folder.path, 'log.csv'), log);
  const ran = runAudit(folder.path, [...args, ...more]);
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
  it('never holds a live formula in a CSV', () => {
    const names = ['=HYPERLINK("http://x")', '+1', '-2+3', '@SUM(A1)'];
    const rows = names.map((name) => `"${name.replaceAll('"', '""')}",shed,2026-03-02T09:00:00Z,`);
    const { file } = audited(
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

  it('names no person, birth date or member id of the log', () => {
    const log =
      'permit_id,kind,filed_at,granted_at,member_name,member_id,birth_date\nA,shed,2026-03-02T09:00:00Z,,Jane Q Exampleperson,M99887766,1961-07-08\nB,Jane Q Exampleperson,2026-03-02T09:00:00Z,,x,y,z\n';
    const { written } = audited(log, ['--sample', 's']);
    for (const [name, text] of written) {
      for (const secret of ['Exampleperson', 'exampleperson', 'M99887766', '1961-07-08'])
        expect(text.includes(secret), `${name}: ${secret}`).toBe(false);
    }
  });

  it('says with file, line, column and reason what it could not judge', () => {
    const { file } = audited(
      'permit_id,kind,filed_at,granted_at\nA,shed,2026-03-02T09:00:00Z,\nB,shed,yesterday,\n',
    );
    expect(file('rejected.csv').split('\n')[1]).toBe(
      'log.csv,3,filed_at,aaaaaaaaa,is no date or time that can be read',
    );
  });

  it('warns of times that look filled in', () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `P${i},shed,2026-03-02T09:${String(i).padStart(2, '0')}:11-06:00,2026-03-03T16:00:00-06:00`,
    );
    const { json } = audited(`permit_id,kind,filed_at,granted_at\n${rows.join('\n')}\n`);
    expect(json.quality.map(({ column, says }) => `${column}: ${says}`)).toContain(
      'granted_at: always at 16:00:00: perhaps filled in, not seen',
    );
  });

  it('has nothing that axe or a printer would mind: one page, no script, no outside resource', () => {
    const { file } = audited(
      'permit_id,kind,filed_at,granted_at\n<script>alert(1)</script>,shed,2026-03-02T09:00:00Z,\n',
    );
    expect(file('index.html')).not.toContain('<script');
    expect(file('index.html')).not.toMatch(/(?:src|href)="http/);
    expect(file('index.html')).not.toMatch(/\[object|NaN|undefined/);
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
  ])('%j is refused with code 2 and a reason', (given, reason) => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'pack.yaml'), SMALL_PACK);
    writeFileSync(join(folder.path, 'log.csv'), 'permit_id,kind,filed_at\nA,shed,2026-03-02T09:00:00Z\n');
    const ran = runAudit(folder.path, given);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(reason);
  });
});
