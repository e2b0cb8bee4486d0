/** Compiles src/ to dist/ and prepares the data that the code reads at run time. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
rmSync(join(root, 'dist'), { recursive: true, force: true });
const tsc = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
if (tsc.status !== 0) process.exit(tsc.status ?? 1);
cpSync(join(root, 'src/report/templates'), join(root, 'dist/report/templates'), { recursive: true });

// Reading YAML takes a tenth of a whole run; what was read is kept by the digest of its text, so that it is never stale.
const scenarios = join(root, 'scenarios');
const texts = readdirSync(scenarios, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(scenarios, name), 'utf8'));
const read = Object.fromEntries(
  texts.map((text) => [createHash('sha256').update(text).digest('hex'), parse(text)]),
);
writeFileSync(join(root, 'dist/scenarios.json'), JSON.stringify(read));
chmodSync(join(root, 'dist/cli/main.js'), 0o755);
