/**
 * How recorded histories are kept, so that git holds 36 MB of them in a third of that and can still tell what changed.
 *
 * - `<name>.ndjson`: the lines of the history, without what the others give back: the header without its world, each
 *   record without `seq` and `hash`, and without `digest` where it is that of the body.
 * - `worlds/<digest>.json`: each world once, under its `worldDigest`.
 * - `values.ndjson`: each large body, event and item once, a line `{"digest","value"}` each, sorted by digest. A record
 *   holds `{"$value":"<digest>"}` in its place.
 *
 * What is left out is worked out again on reading (`src/history/compact.ts`); the footer keeps the hash at the end of the
 * chain, so that reading a history checks every byte of it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = ['body', 'event', 'item'];
/** Shorter values stay where they are. */
const LEAST = 120;

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const parsed = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/**
 * Opens a folder of histories; `keep` writes one. `canonical` and `expandHistory` are those of `src/history`, built.
 */
export function openStore(folder, { canonical, expandHistory }) {
  const worlds = join(folder, 'worlds');
  const valuesPath = join(folder, 'values.ndjson');
  mkdirSync(worlds, { recursive: true });
  const values = new Map(
    existsSync(valuesPath) ? parsed(valuesPath).map(({ digest, value }) => [digest, value]) : [],
  );

  const share = (value) => {
    const text = JSON.stringify(value);
    if (text === undefined || text.length < LEAST) return value;
    const digest = sha256(text).slice(0, 16);
    values.set(digest, value);
    return { $value: digest };
  };

  return {
    keep(name, text) {
      const [header, ...rest] = text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
      const { world, ...about } = header;
      if (sha256(canonical(world)) !== header.worldDigest)
        throw new Error(`${name}: not the digest of its world`);
      writeFileSync(join(worlds, `${header.worldDigest}.json`), `${JSON.stringify(world)}\n`);
      const lines = rest.map((line) => {
        if (line.kind === 'footer') return line;
        const { seq: _seq, hash: _hash, ...record } = line;
        const ofBody = 'body' in record && record.digest === sha256(JSON.stringify(record.body));
        for (const field of SHARED) if (field in record) record[field] = share(record[field]);
        return ofBody ? { ...record, digest: 'of-body' } : record;
      });
      writeFileSync(
        join(folder, `${name}.ndjson`),
        `${[about, ...lines].map((line) => JSON.stringify(line)).join('\n')}\n`,
      );
      const kept = readFileSync(join(folder, `${name}.ndjson`), 'utf8');
      const parts = { world: () => world, value: (digest) => values.get(digest) };
      if (expandHistory(kept, parts) !== text)
        throw new Error(`${name}: comes back otherwise than it went in`);
    },

    /** Writes the values that all histories share. Call it once, after the last `keep`. */
    close() {
      const sorted = [...values].sort(([one], [other]) => (one < other ? -1 : 1));
      const lines = sorted.map(([digest, value]) => JSON.stringify({ digest, value }));
      writeFileSync(valuesPath, `${lines.join('\n')}\n`);
    },
  };
}
