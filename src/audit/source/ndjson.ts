import { SourceError } from './bytes.ts';
import { type Entry, MAX_RECORD, type Records, utf8 } from './records.ts';

/** Lines of a file with their numbers; null stands for a line that is too long. Bytes are kept as Latin-1. */
async function* lines(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ line: number; text: string | null }> {
  let line = 1;
  let rest = '';
  let tooLong = false;
  for await (const chunk of bytes) {
    const parts = (rest + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1')).split(
      '\n',
    );
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield { line, text: tooLong || part.length > MAX_RECORD ? null : part };
      tooLong = false;
      line += 1;
    }
    if (rest.length > MAX_RECORD) {
      tooLong = true;
      rest = '';
    }
  }
  if (tooLong || rest !== '') yield { line, text: tooLong ? null : rest };
}

const cell = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

function fieldsOf(text: string): Record<string, unknown> | string {
  const decoded = utf8(text);
  if (decoded === null) return 'the line is not UTF-8';
  try {
    const value: unknown = JSON.parse(decoded);
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return value as Record<string, unknown>;
    return 'the line is JSON, but no object';
  } catch (error) {
    return `the line is not JSON: ${(error as Error).message}`;
  }
}

/** Reads NDJSON: an object on every line. The columns are those wanted, and the fields of the first thousand objects. */
export async function readNdjson(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  wanted: readonly string[],
): Promise<Records> {
  const all = lines(bytes);
  const ahead: { line: number; fields: Record<string, unknown> | string }[] = [];
  const columns = new Set<string>();
  const take = async (): Promise<(typeof ahead)[number] | null> => {
    for (;;) {
      const next = await all.next();
      if (next.done) return null;
      const { line, text } = next.value;
      if (text !== null && text.trim() === '') continue;
      return {
        line,
        fields: text === null ? `the line is longer than ${MAX_RECORD} characters` : fieldsOf(text),
      };
    }
  };
  while (ahead.length < 1000) {
    const next = await take();
    if (!next) break;
    ahead.push(next);
    if (typeof next.fields !== 'string') for (const field of Object.keys(next.fields)) columns.add(field);
  }
  if (columns.size === 0) throw new SourceError(`${name} holds no JSON object; give one on every line`);
  const names = [...new Set([...wanted, ...columns])];
  const entry = ({ line, fields }: (typeof ahead)[number]): Entry =>
    typeof fields === 'string'
      ? { line, problem: fields, column: null, value: '' }
      : { line, cells: names.map((column) => cell(fields[column])) };

  async function* entries(): AsyncGenerator<Entry> {
    for (const one of ahead) yield entry(one);
    for (let next = await take(); next; next = await take()) yield entry(next);
  }
  return { columns: names, hoped: wanted.filter((name) => !columns.has(name)), entries: entries() };
}
