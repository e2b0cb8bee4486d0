import { chainHash } from './chain.ts';
import { type Footer, footer, type History, type HistoryRecord, header, record } from './record.ts';

/** What a reader found wrong with a history that can still be judged. */
export type ReadResult = { readonly history: History; readonly warnings: readonly string[] };

/** A history that cannot be judged: it says which line, what was seen and what was expected. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
}

const parse = (line: string, number: number): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    throw new HistoryError(`line ${number} is not JSON: a history is NDJSON, one record to a line`);
  }
};

function readHeader(line: string | undefined): History['header'] {
  if (line === undefined) throw new HistoryError('the history is empty: the first line must be a header');
  const parsed = header.safeParse(parse(line, 1));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new HistoryError(`line 1 is not a header: ${issue?.path.join('.')}: ${issue?.message}`);
}

/**
 * Reads the lines of a history and checks its chain. A history cut short by a kill (no footer, or a
 * last line that was not finished) is read up to the cut, with a warning. Throws HistoryError when a
 * line before the last cannot be read or the chain is broken.
 */
export function readHistory(text: string): ReadResult {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const warnings: string[] = [];
  const head = readHeader(lines[0]);
  const records: HistoryRecord[] = [];
  let hash = chainHash('', head);
  let foot: Footer | undefined;
  for (let index = 1; index < lines.length; index += 1) {
    const number = index + 1;
    let value: unknown;
    try {
      value = parse(lines[index] ?? '', number);
    } catch (error) {
      if (index < lines.length - 1) throw error;
      warnings.push(`line ${number} was cut off; judged up to the line before`);
      break;
    }
    const end = footer.safeParse(value);
    if (end.success) {
      foot = end.data;
      if (index < lines.length - 1) throw new HistoryError(`line ${number + 1} stands after the footer`);
      break;
    }
    const parsed = record.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new HistoryError(`line ${number} is not a record: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    if (parsed.data.seq !== records.length + 1) {
      throw new HistoryError(`line ${number} has seq ${parsed.data.seq}, expected ${records.length + 1}`);
    }
    hash = chainHash(hash, parsed.data);
    if (parsed.data.hash !== hash) {
      throw new HistoryError(`line ${number} does not follow from the line before: its hash is not ${hash}`);
    }
    records.push(parsed.data);
  }
  if (foot && (foot.records !== records.length || foot.hash !== hash)) {
    throw new HistoryError(`the footer counts ${foot.records} records, ${records.length} were read`);
  }
  if (!foot) warnings.push('the history has no footer: it was cut short and is judged up to the cut');
  const until = foot?.until ?? records.at(-1)?.at ?? head.start;
  return { history: { header: head, records, until, complete: foot !== undefined }, warnings };
}
