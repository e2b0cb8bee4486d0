import { chainHash, digestOf } from './chain.ts';
import { HistoryError } from './read.ts';

/**
 * What several histories kept in one folder share, by digest: each world once (`worlds/<digest>.json`) and each large
 * body, event and item once (`values.ndjson`, a line `{"digest","value"}` each). Undefined is a digest that is not there.
 */
export type SharedParts = {
  readonly world: (digest: string) => unknown;
  readonly value: (digest: string) => unknown;
};

/** The fields of a record that may hold `{"$value": "<digest>"}` in place of what several histories share. */
const SHARED: readonly string[] = ['body', 'event', 'item'];

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(line: string, number: number): Fields {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  } catch {
    // Told below, like every other line that is no record.
  }
  throw new HistoryError(`line ${number} is not a JSON object: a history is NDJSON, one record to a line`);
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Whether a history is kept in the compact form: its header names the digest of its world and does not hold the world. */
export function isCompact(text: string): boolean {
  const [first = ''] = linesOf(text.slice(0, text.indexOf('\n') + 1 || undefined));
  try {
    const header = fieldsOf(first, 1);
    return header.kind === 'header' && !('world' in header) && typeof header.worldDigest === 'string';
  } catch {
    return false;
  }
}

function sharedValue(value: unknown, number: number, { value: known }: SharedParts): unknown {
  const digest = (value as { $value?: unknown } | null)?.$value;
  if (typeof digest !== 'string') return value;
  const found = known(digest);
  if (found === undefined)
    throw new HistoryError(
      `line ${number} names the shared value ${digest}, which values.ndjson does not hold`,
    );
  return found;
}

/** A record with what the compact form left out: `seq`, shared values, the digest of a body, and the hash. */
function whole(line: Fields, seq: number, previous: string, shared: SharedParts): Fields {
  const record: Record<string, unknown> = { seq };
  for (const [name, value] of Object.entries(line)) {
    record[name] = SHARED.includes(name) ? sharedValue(value, seq + 1, shared) : value;
    if (name === 'digest' && value === 'of-body') record.digest = digestOf(JSON.stringify(record.body));
  }
  return { ...record, hash: chainHash(previous, record) };
}

/**
 * The text of a compact history as the journal wrote it, for `readHistory`, which checks it against the hash in its
 * footer. Throws HistoryError where a line is no record or a shared part is missing.
 */
export function expandHistory(text: string, shared: SharedParts): string {
  const [first = '', ...rest] = linesOf(text);
  const { worldDigest, ...about } = fieldsOf(first, 1);
  const world = shared.world(String(worldDigest));
  if (world === undefined)
    throw new HistoryError(
      `the header names the world ${worldDigest}, and worlds/${worldDigest}.json is not there`,
    );
  const header = { ...about, world, worldDigest };
  const lines = [JSON.stringify(header)];
  let hash = chainHash('', header);
  for (const [index, line] of rest.entries()) {
    const own = fieldsOf(line, index + 2);
    const record = own.kind === 'footer' ? own : whole(own, index + 1, hash, shared);
    hash = String(record.hash);
    lines.push(JSON.stringify(record));
  }
  return `${lines.join('\n')}\n`;
}
