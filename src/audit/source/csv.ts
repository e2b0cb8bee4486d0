import { Readable } from 'node:stream';
import { type CsvError, type InfoRecord, parse } from 'csv-parse';
import { SourceError } from './bytes.ts';
import { type Entry, MAX_RECORD, type Records, utf8, withoutLongLines } from './records.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The delimiter of a header: the one that parts it most. */
function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce<string>((best, next) => (count(next) > count(best) ? next : best), ',');
}

type Parsed = { readonly record: readonly string[]; readonly info: InfoRecord };

const MANY_LINES = 50;

/**
 * Reads CSV of any sane dialect: delimiters `,` `;` tab `|`, quotes, LF or CRLF. A record that cannot be
 * read is handed on with its line. Throws SourceError where there is no header.
 */
export async function readCsv(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  head: string,
): Promise<Records> {
  const [header = ''] = head.replace(/^(?:\s*\r?\n)+/, '').split(/\r\n|\n|\r/);
  const skipped: Entry[] = [];
  const onSkip = (error?: CsvError): undefined => {
    if (!error) return undefined;
    const line = Number((error as { lines?: number }).lines ?? 0);
    skipped.push({ line, problem: problemOf(error), column: null, value: '' });
    return undefined;
  };
  const parser = parse({
    delimiter: delimiterOf(header),
    encoding: 'latin1',
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_RECORD,
    on_skip: onSkip,
  });
  const tooLong = (line: number): void => {
    skipped.push({
      line,
      problem: `the line is longer than ${MAX_RECORD} characters`,
      column: null,
      value: '',
    });
  };
  const source = Readable.from(withoutLongLines(bytes, tooLong));
  source.on('error', (error) => parser.destroy(error));
  const records = source.pipe(parser)[Symbol.asyncIterator]() as AsyncIterator<Parsed>;
  const first = await records.next().catch((error: Error) => {
    if (error instanceof SourceError) throw error;
    throw new SourceError(`${name} cannot be read as CSV: ${error.message}`);
  });
  if (first.done)
    throw new SourceError(`${name} has no header that can be read; give a CSV with a header line`);
  const columns = first.value.record.map((cell) => (utf8(cell) ?? cell).trim());
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined)
    throw new SourceError(`${name} has two columns named “${twice}”; name each column once`);

  async function* entries(): AsyncGenerator<Entry> {
    let last = first.done ? 1 : first.value.info.lines;
    try {
      for (;;) {
        const next = await records.next();
        yield* skipped.splice(0);
        if (next.done) return;
        const { record, info } = next.value;
        last = info.lines;
        const inside = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
        yield entryOf(record, info, Math.max(1, info.lines - inside), columns.length);
      }
    } catch (error) {
      if (error instanceof SourceError) throw error;
      yield* skipped.splice(0);
      yield {
        line: last + 1,
        problem: `nothing after this line can be read: ${problemOf(error as Error)}`,
        column: null,
        value: '',
      };
    }
  }
  return { columns, entries: entries() };
}

function entryOf(record: readonly string[], info: InfoRecord, line: number, width: number): Entry {
  if (info.lines - line > MANY_LINES) {
    return {
      line,
      problem: `a quote opens here and closes on line ${info.lines}; the lines between are lost in one cell`,
      column: null,
      value: '',
    };
  }
  if (record.length !== width) {
    return {
      line,
      problem: `the row has ${record.length} cells; the header has ${width}`,
      column: null,
      value: '',
    };
  }
  const cells: string[] = [];
  for (const cell of record) {
    const text = utf8(cell);
    if (text === null)
      return { line, problem: 'the row is not UTF-8; save the file as UTF-8', column: null, value: '' };
    cells.push(text);
  }
  return { line, cells };
}

function problemOf(error: Error): string {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'CSV_MAX_RECORD_SIZE') return `a record is longer than ${MAX_RECORD} characters`;
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote opens here and never closes';
  if (code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'INVALID_OPENING_QUOTE')
    return 'a quote stands where none may';
  return error.message;
}
