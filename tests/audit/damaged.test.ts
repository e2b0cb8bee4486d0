import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAMAGED } from './damaged.ts';
import { temporaryFolder } from './memory-log.ts';
import { auditHere, SMALL_PACK } from './run-audit.ts';

describe('a log that', () => {
  it('is damaged stands in a corpus of at least forty', async () => {
    expect(DAMAGED.length).toBeGreaterThanOrEqual(40);
  });

  for (const { name, file, bytes, refused, judged, rejected, reasons } of DAMAGED) {
    it(`${name} ${refused ? 'is refused with a reason' : 'loses no row in silence'}`, async () => {
      using folder = temporaryFolder();
      writeFileSync(join(folder.path, 'pack.yaml'), SMALL_PACK);
      writeFileSync(join(folder.path, file), bytes());
      const ran = await auditHere(folder.path, [
        file,
        '--pack',
        './pack.yaml',
        '--as-of',
        '2026-06-01T00:00:00Z',
      ]);
      expect(ran.err).not.toContain('fault of portalproof');
      if (refused) {
        expect(ran.code, ran.err).toBe(2);
        expect(ran.err).toMatch(refused);
        expect(ran.err).toContain(file);
        return;
      }
      expect([0, 1, 4], ran.err).toContain(ran.code);
      const { rows } = ran.json();
      expect(rows.in).toBe(rows.judged + rows.outOfScope + rows.rejected);
      if (judged !== undefined) expect(rows.judged, ran.file('rejected.csv')).toBe(judged);
      if (rejected !== undefined) expect(rows.rejected, ran.file('rejected.csv')).toBe(rejected);
      for (const reason of reasons ?? []) expect(ran.file('rejected.csv')).toMatch(reason);
    });
  }
});
