import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A file that cannot be read as a log at all: the message says what was seen, what is allowed, and what to do. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

/** What a file is, by its first bytes. */
export type Format = 'parquet' | 'csv' | 'ndjson' | 'xml' | 'json' | 'x12';

const starts = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);
export const isGzip = (head: Uint8Array): boolean => starts(head, [0x1f, 0x8b]);

/** The encoding that a byte-order mark names, and its length; UTF-8 where there is none. */
export function markOf(head: Uint8Array): {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly length: number;
} {
  if (starts(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', length: 3 };
  if (starts(head, [0xff, 0xfe])) return { encoding: 'utf-16le', length: 2 };
  if (starts(head, [0xfe, 0xff])) return { encoding: 'utf-16be', length: 2 };
  return { encoding: 'utf-8', length: 0 };
}

/** Throws SourceError for a file that holds no log: empty, an archive, a spreadsheet, binary. */
export function formatOf(name: string, head: Uint8Array): Format {
  if (head.length === 0) throw new SourceError(`${name} is empty; give a log with a header and rows`);
  if (starts(head, [0x50, 0x41, 0x52, 0x31])) return 'parquet';
  if (starts(head, [0x50, 0x4b])) {
    throw new SourceError(
      `${name} is a zip archive or a spreadsheet; unpack it, or export it as CSV or Parquet`,
    );
  }
  if (starts(head, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new SourceError(`${name} is a spreadsheet; export it as CSV`);
  if (starts(head, [0x28, 0xb5, 0x2f, 0xfd]))
    throw new SourceError(`${name} is packed with zstd; unpack it, or use gzip`);
  const { encoding, length } = markOf(head);
  const text = new TextDecoder(encoding).decode(head.subarray(length)).trimStart();
  if (encoding === 'utf-8' && head.subarray(0, 512).includes(0)) {
    throw new SourceError(`${name} is not text: it holds zero bytes; give CSV, NDJSON or Parquet`);
  }
  if (text === '')
    throw new SourceError(`${name} holds nothing but blanks; give a log with a header and rows`);
  if (text.startsWith('ISA')) return 'x12';
  if (text.startsWith('<')) return 'xml';
  if (text.startsWith('[')) return 'json';
  if (!text.startsWith('{')) return 'csv';
  if (/^\{[^}]*"(?:objectTypes|eventTypes|resourceType)"\s*:/.test(text)) return 'json';
  const [first = ''] = text.split(/\r?\n/);
  return /^\{.*\}\s*$/.test(first) || (text.length >= head.length - length - 4 && first.length > 200)
    ? 'ndjson'
    : 'json';
}

const BOMB_BYTES = 256_000_000;
const BOMB_RATIO = 200;

/** Unpacks gzip, and stops at what can only be meant to fill the disk. Throws SourceError that names the file. */
export async function* unpacked(name: string, packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let taken = 0;
  let given = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of packed) {
      taken += chunk.length;
      yield chunk;
    }
  }
  const gunzip = createGunzip();
  const source = Readable.from(counted());
  source.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Uint8Array>) {
      given += chunk.length;
      if (given > BOMB_BYTES && given / taken > BOMB_RATIO) {
        throw new SourceError(
          `${name} unpacks to more than ${BOMB_RATIO} times its size (over ${Math.round(given / 1e6)} MB so far); unpack it yourself if it is a real log`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(
      `${name} is damaged gzip after ${given} bytes: ${(error as Error).message}; get it anew`,
    );
  }
}
