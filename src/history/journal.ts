import { canonical, chainHash, digestOf } from './chain.ts';
import { type Entry, type Header, HISTORY_FORMAT, type History, type HistoryRecord } from './record.ts';

export type JournalOptions = {
  readonly header: Omit<Header, 'kind' | 'formatVersion' | 'worldDigest'>;
  /** The wall clock, as ISO; left out of a journal that should be the same on every run. */
  readonly wall?: () => string;
};

type Digests = { readonly world: string; readonly headers: Map<string, string> };

const kept = new WeakMap<object, Digests>();

/** The digest of a world, and those of headers that hold it: a world is played often and hashed once. */
function digestsOf(world: Header['world']): Digests {
  const known = kept.get(world) ?? { world: digestOf(canonical(world)), headers: new Map<string, string>() };
  kept.set(world, known);
  return known;
}

/** Writes a history record by record. */
export class Journal {
  readonly #header: Header;
  readonly #records: HistoryRecord[] = [];
  readonly #wall: (() => string) | undefined;
  #hash: string;

  constructor({ header, wall }: JournalOptions) {
    const { world, ...rest } = header;
    const digests = digestsOf(world);
    const kind = { kind: 'header', formatVersion: HISTORY_FORMAT } as const;
    this.#header = { ...kind, ...header, worldDigest: digests.world };
    const key = JSON.stringify(rest);
    const known = digests.headers.get(key) ?? chainHash('', this.#header);
    digests.headers.set(key, known);
    this.#hash = known;
    this.#wall = wall;
  }

  /** Appends one entry and chains it. */
  add(entry: Entry): void {
    const numbered = { seq: this.#records.length + 1, ...entry };
    const hash = chainHash(this.#hash, numbered);
    const wall = this.#wall?.();
    this.#hash = hash;
    this.#records.push({ ...numbered, ...(wall ? { wall } : {}), hash } as HistoryRecord);
  }

  /** The history so far. `complete` says that the scenario was played to its end. */
  history(until: string, complete: boolean): History {
    return { header: this.#header, records: [...this.#records], until, complete };
  }
}

/** The lines of a history: header, records, footer (left out where the history was cut short). */
export function toLines(history: History): string[] {
  const lines = [JSON.stringify(history.header), ...history.records.map((record) => JSON.stringify(record))];
  if (history.complete) {
    const last = history.records.at(-1)?.hash ?? chainHash('', history.header);
    lines.push(
      JSON.stringify({ kind: 'footer', until: history.until, records: history.records.length, hash: last }),
    );
  }
  return lines;
}
