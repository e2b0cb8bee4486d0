import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RULE = 'noExcessiveLinesPerFunction';
const REASON = `// biome-ignore lint/complexity/${RULE}:`;

/** What the linter says of a text under our configuration, were it a file of src/contract. */
function lint(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'limits-'));
  mkdirSync(join(folder, 'src/contract'), { recursive: true });
  copyFileSync(join(ROOT, 'biome.jsonc'), join(folder, 'biome.jsonc'));
  writeFileSync(join(folder, 'src/contract/planted.ts'), text);
  const options = ['lint', '--vcs-enabled=false', '--colors=off', '.'];
  const { stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin/biome'), options, {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return stdout + stderr;
}

const body = Array.from({ length: 71 }, (_one, index) => `  values.push(${index});`).join('\n');
const long = `export function planted(values: number[]): void {\n${body}\n}\n`;

describe('the limits of the house', () => {
  it('refuse a function of more than 70 lines', () => {
    expect(lint(long)).toContain(RULE);
  });

  it('let it pass with a reason beside it', () => {
    expect(lint(`${REASON} one table, row by row\n${long}`)).not.toContain(RULE);
  });

  it('do not take a suppression without a reason for one', () => {
    expect(lint(`${REASON}\n${long}`)).toContain(RULE);
  });

  it('refuse a file of more than 300 lines', () => {
    const rows = Array.from({ length: 301 }, (_one, index) => `export const row${index} = ${index};`);
    expect(lint(rows.join('\n'))).toContain('noExcessiveLinesPerFile');
  });

  it('say nothing of a short function', () => {
    expect(lint('export const planted = (value: number): number => value + 1;\n')).toContain(
      'No fixes applied',
    );
  });
});
