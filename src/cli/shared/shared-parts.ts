import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HistoryError, type SharedParts } from '../../history/index.ts';

type Line = { readonly digest: string; readonly value: unknown };

/** The lines of `values.ndjson`. Throws HistoryError where one is not JSON. */
function valuesOf(path: string): ReadonlyMap<string, unknown> {
  if (!existsSync(path)) return new Map();
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return new Map(
    lines.map((line, index) => {
      try {
        const { digest, value } = JSON.parse(line) as Line;
        return [digest, value];
      } catch {
        throw new HistoryError(`${path}, line ${index + 1} is not JSON`);
      }
    }),
  );
}

/** What the compact histories of a folder share: `worlds/<digest>.json` and `values.ndjson`, read when first asked for. */
export function sharedParts(folder: string): SharedParts {
  let values: ReadonlyMap<string, unknown> | undefined;
  const worlds = new Map<string, unknown>();
  return {
    world: (digest) => {
      const path = join(folder, 'worlds', `${digest.replaceAll(/[^0-9a-f]/g, '')}.json`);
      if (!worlds.has(digest))
        worlds.set(digest, existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);
      return worlds.get(digest);
    },
    value: (digest) => {
      values ??= valuesOf(join(folder, 'values.ndjson'));
      return values.get(digest);
    },
  };
}
