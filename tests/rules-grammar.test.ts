import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../scripts/generate-rules.mjs', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'portalproof-rules-'));
afterAll(() => rmSync(root, { recursive: true }));

/** One group of the guide with these rules, as the text of a file. */
const group = (rules: string): string => `- document: guide\n  heading: Page 1\n  rules:\n${rules}`;
const row = (id: string, more = ''): string =>
  `  - id: ${id}\n    kind: content\n    statement: It MUST be so.\n${more}`;

/** What the generator says of these rules of the subject \`documents\`. */
function generate(rules: string): { readonly code: number | null; readonly says: string } {
  writeFileSync(join(root, 'rules/documents.yaml'), group(rules));
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, '--root', root], {
    encoding: 'utf8',
  });
  return { code: status, says: stdout + stderr };
}

beforeEach(() => {
  for (const folder of ['rules', 'src/rulebook']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'rules/sources.yaml'), 'guide: A guide\n');
});

describe('the generator of rules', () => {
  it('fills in what a rule leaves out', () => {
    expect(generate(row('a.b'))).toMatchObject({ code: 0 });
    const data = readFileSync(join(root, 'src/rulebook/catalogue.data.ts'), 'utf8');
    expect(data).toContain(
      '"level":"MUST","basis":"stated","severity":"fail","kind":"content","binds":"plan"',
    );
  });

  it('takes the severity from level and basis', () => {
    generate(row('a.b', '    basis: inferred\n') + row('a.c', '    level: MAY\n'));
    const data = readFileSync(join(root, 'src/rulebook/catalogue.data.ts'), 'utf8');
    expect(data).toContain('"basis":"inferred","severity":"warn"');
    expect(data).toContain('"level":"MAY","basis":"stated","severity":"info"');
  });

  it('refuses a field that the grammar does not have, and names the file', () => {
    const { code, says } = generate(row('a.b', '    sort: content\n'));
    expect(code).toBe(2);
    expect(says).toContain('rules/documents.yaml');
    expect(says).toContain('sort');
  });

  it('refuses an id that is taken', () => {
    const { code, says } = generate(row('a.b') + row('a.b'));
    expect(code).toBe(2);
    expect(says).toContain('a.b is taken');
  });

  it('refuses a rule that is summed up by one that is not there, and names what is near', () => {
    const { code, says } = generate(row('a.b') + row('a.c', '    disposition: {summed up by: [x.b]}\n'));
    expect(code).toBe(2);
    expect(says).toContain('near it: a.b');
  });

  it('refuses a rule that is summed up by one that nothing judges', () => {
    const { code, says } = generate(
      row('a.b', '    disposition: {not yet: a log}\n') +
        row('a.c', '    disposition: {summed up by: [a.b]}\n'),
    );
    expect(code).toBe(2);
    expect(says).toContain('not judged itself');
  });

  it('refuses a rule of no kind', () => {
    const { code, says } = generate('  - id: a.b\n    statement: It MUST be so.\n');
    expect(code).toBe(2);
    expect(says).toContain('a.b: give a kind');
  });
});
