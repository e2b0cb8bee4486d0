/**
 * How recorded histories are kept, so that git holds 36 MB of them in a third of that and can still tell what changed.
 *
 * - `<name>.ndjson`: the lines of the history, without what the others give back: the header without its world, each
 *   record without `seq` and `hash`, and without `digest` where it is that of the body.
 * - `worlds/<digest>.json`: each world once, under its `worldDigest`.
 * - `values.ndjson`: each large body, event and item once, a line `{"digest","value"}` each, sorted by digest. A record
 *   holds `{"$value":"<digest>"}` in its place.
 *
 * What is left out is worked out again on reading; the footer keeps the hash at the end of the chain, so that reading
 * what `restore` gives checks every byte of it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** The names of the histories in a folder, sorted. */
export const names = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ndjson') && file !== 'values.ndjson')
    .map((file) => file.replace(/\.ndjson$/, ''))
    .sort();

/**
 * Opens a folder of histories; `keep` writes one, `restore` answers the text of one as it was given to `keep`.
 * `canonical` and `chainHash` are those of `src/history/chain.ts`, built or not.
 */
export function openStore(folder, { canonical, chainHash }) {
  const worlds = join(folder, 'worlds');
  const valuesPath = join(folder, 'values.ndjson');
  mkdirSync(worlds, { recursive: true });
  const values = new Map(
    existsSync(valuesPath) ? parsed(valuesPath).map(({ digest, value }) => [digest, value]) : [],
  );
  const known = new Map();

  const share = (value) => {
    const text = JSON.stringify(value);
    if (text === undefined || text.length < LEAST) return value;
    const digest = sha256(text).slice(0, 16);
    values.set(digest, value);
    return { $value: digest };
  };
  const whole = (value) => (value?.$value === undefined ? value : values.get(value.$value));

  const worldOf = (digest) => {
    const world = known.get(digest) ?? JSON.parse(readFileSync(join(worlds, `${digest}.json`), 'utf8'));
    known.set(digest, world);
    return world;
  };

  /** Fields in the order in which the journal writes them. */
  const restored = (line, seq, previous) => {
    const record = { seq };
    for (const [name, value] of Object.entries(line)) {
      record[name] = SHARED.includes(name) ? whole(value) : value;
      if (name === 'digest' && value === 'of-body') record.digest = sha256(JSON.stringify(record.body));
    }
    return { ...record, hash: chainHash(previous, record) };
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
      if (this.restore(name) !== text) throw new Error(`${name}: comes back otherwise than it went in`);
    },

    restore(name) {
      const [about, ...rest] = parsed(join(folder, `${name}.ndjson`));
      const { worldDigest, ...before } = about;
      const header = { ...before, world: worldOf(worldDigest), worldDigest };
      const lines = [JSON.stringify(header)];
      let hash = chainHash('', header);
      for (const [index, line] of rest.entries()) {
        const record = line.kind === 'footer' ? line : restored(line, index + 1, hash);
        hash = record.hash;
        lines.push(JSON.stringify(record));
      }
      return `${lines.join('\n')}\n`;
    },

    /** Writes the values that all histories share. Call it once, after the last `keep`. */
    close() {
      const sorted = [...values].sort(([one], [other]) => (one < other ? -1 : 1));
      const lines = sorted.map(([digest, value]) => JSON.stringify({ digest, value }));
      writeFileSync(valuesPath, `${lines.join('\n')}\n`);
    },
  };
}
