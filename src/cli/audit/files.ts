import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import {
  type Database,
  type Format,
  formatOf,
  type Input,
  isGzip,
  markOf,
  matchingFiles,
  parquetInput,
  type Records,
  readCsv,
  readNdjson,
  recordsOf,
  SourceError,
  stage,
  unpacked,
} from '../../audit/index.ts';
import { ConfigError } from '../shared/config-error.ts';

const HEAD = 1 << 16;

function headOf(path: string): Uint8Array {
  const head = Buffer.alloc(HEAD);
  const file = openSync(path, 'r');
  try {
    return head.subarray(0, readSync(file, head, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}

async function* chunks(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) yield chunk as Uint8Array;
}

/** Text without its byte-order mark, as UTF-8. */
async function* asUtf8(
  bytes: AsyncIterable<Uint8Array>,
  mark: ReturnType<typeof markOf>,
): AsyncGenerator<Uint8Array> {
  let skip = mark.length;
  const decoder = mark.encoding === 'utf-8' ? null : new TextDecoder(mark.encoding);
  for await (const chunk of bytes) {
    const rest = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - rest.length;
    yield decoder ? Buffer.from(decoder.decode(rest, { stream: true })) : rest;
  }
}

/** Files of the names and patterns that were given. Throws ConfigError for one that fits no file. */
export async function filesOf(db: Database, given: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const one of given) {
    const stat = statSync(one, { throwIfNoEntry: false });
    if (stat?.isFile()) {
      found.push(one);
      continue;
    }
    if (stat)
      throw new ConfigError(
        `${one} is a folder; give files, or a pattern such as ${one.replace(/\/$/, '')}/*.parquet`,
      );
    const matches = /[*?[{]/.test(one) ? await matchingFiles(db, one) : [];
    if (matches.length === 0) throw new ConfigError(`no file ${one}; give a log as CSV, NDJSON or Parquet`);
    found.push(...matches);
  }
  return [...new Set(found)];
}

async function take(
  bytes: AsyncGenerator<Uint8Array>,
  atLeast: number,
): Promise<{ head: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < atLeast) {
    const next = await bytes.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(parts);
  async function* all(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* bytes;
  }
  return { head: head.subarray(0, HEAD), all: all() };
}

async function textOf(path: string, wanted: readonly string[]): Promise<Records> {
  const packed = isGzip(headOf(path));
  const { head, all } = await take(packed ? unpacked(path, chunks(path)) : chunks(path), HEAD);
  const format = formatOf(path, head);
  const mark = markOf(head);
  const bytes = asUtf8(all, mark);
  const text = new TextDecoder(mark.encoding).decode(head.subarray(mark.length));
  if (format === 'csv') return readCsv(path, bytes, text);
  if (format === 'ndjson') return readNdjson(path, bytes, wanted);
  if (format === 'parquet') throw new SourceError(`${path} is packed Parquet; unpack it`);
  return recordsOf(path, format, bytes);
}

/** Opens logs: Parquet is read where it lies, everything else is copied into the database. */
export async function openLogs(
  db: Database,
  paths: readonly string[],
  wanted: readonly string[],
  tick: (rows: number) => void,
): Promise<{ input: Input; unread: number; read: number | null }> {
  const formats = paths.map((path): Format | 'packed' => {
    const head = headOf(path);
    return isGzip(head) ? 'packed' : formatOf(path, head);
  });
  const parquet = formats.filter((format) => format === 'parquet').length;
  if (parquet === paths.length) return { input: await parquetInput(db, paths), unread: 0, read: null };
  if (parquet > 0) throw new ConfigError('give Parquet files or text files, not both in one audit');
  const files = [];
  for (const path of paths) files.push({ name: path, records: await textOf(path, wanted) });
  return stage(db, files, tick);
}
