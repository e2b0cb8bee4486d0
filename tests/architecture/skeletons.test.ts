import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The lines under a folder of the project that still say what is to be filled in. */
const unfilledIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|yaml)$/.test(name))
    .flatMap((name) =>
      readFileSync(join(ROOT, folder, name), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          line.includes('FILL IN') ? [`${folder}/${name}:${index + 1}: ${line.trim()}`] : [],
        ),
    );

it('nothing that npm run new-rule wrote is left to be filled in', () => {
  const left = ['rules', 'scenarios', 'src/oracles', 'src/mutants'].flatMap(unfilledIn);
  expect(left, left.join('\n')).toEqual([]);
});
