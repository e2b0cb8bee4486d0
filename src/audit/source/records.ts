/** One record of a text file: its cells by position, or why it is none. `line` counts from 1. */
export type Entry =
  | { readonly line: number; readonly cells: readonly (string | null)[] }
  | {
      readonly line: number;
      readonly problem: string;
      readonly column: string | null;
      readonly value: string;
    };

/** A text file as records. Columns stand in the order of the cells. */
export type Records = {
  readonly columns: readonly string[];
  /** Columns that may turn out not to be there at all. */
  readonly hoped?: readonly string[];
  readonly entries: AsyncIterable<Entry>;
};

/** The longest record that is read; a longer one is damage. */
export const MAX_RECORD = 1_000_000;

/** Rows that were put together from something else, as records; a row's place stands for its line. */
export function recordsOfRows(
  rows: Iterable<Readonly<Record<string, string>>>,
  columns: readonly string[] = [...new Set([...rows].flatMap((row) => Object.keys(row)))],
): Records {
  async function* entries(): AsyncGenerator<Entry> {
    let line = 0;
    for (const row of rows) {
      line += 1;
      yield { line, cells: columns.map((column) => row[column] ?? null) };
    }
  }
  return { columns, entries: entries() };
}

/** What a certification action (X12 HCR01, also in FHIR) decides; A4 is pended, and decides nothing. */
const CERTIFICATION_ACTIONS: Readonly<Record<string, string>> = {
  A1: 'approved',
  A2: 'partial',
  A3: 'denied',
  A6: 'partial',
  C: 'withdrawn',
};

/**
 * Writes into a row what the certification actions of its items decide together, and when. While one is
 * pended nothing is decided; a withdrawal closes and decides nothing.
 */
export function decideRow(row: Record<string, string>, actions: readonly string[], at: string): void {
  const outcomes = new Set(actions.flatMap((action) => CERTIFICATION_ACTIONS[action] ?? []));
  const [first] = outcomes;
  if (first === undefined || actions.includes('A4')) return;
  const outcome = outcomes.size === 1 ? first : 'partial';
  Object.assign(row, { outcome, [outcome === 'withdrawn' ? 'closed_at' : 'decided_at']: at });
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 text of bytes that were read as Latin-1; null where they are no UTF-8. */
export function utf8(latin: string): string | null {
  for (let at = 0; at < latin.length; at += 1) {
    if (latin.charCodeAt(at) > 127) {
      try {
        return strict.decode(Buffer.from(latin, 'latin1'));
      } catch {
        return null;
      }
    }
  }
  return latin;
}

const NEWLINE = 10;

/**
 * Bytes without the lines that are longer than `MAX_RECORD`, of which only the line end is left; `tell`
 * hears of each. No more than one such line is ever held.
 */
export async function* withoutLongLines(
  bytes: AsyncIterable<Uint8Array>,
  tell: (line: number) => void,
): AsyncGenerator<Uint8Array> {
  let line = 1;
  let held: Uint8Array[] = [];
  let size = 0;
  let tooLong = false;
  for await (const chunk of bytes) {
    let from = 0;
    let kept = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      if (tooLong || size + at - from > MAX_RECORD) {
        yield chunk.subarray(kept, from);
        tell(line);
        kept = at;
      } else if (size > 0) {
        yield* held;
      }
      [held, size, tooLong] = [[], 0, false];
      from = at + 1;
      line += 1;
    }
    yield chunk.subarray(kept, from);
    const rest = chunk.subarray(from);
    if (!tooLong) held.push(rest);
    size += rest.length;
    if (size > MAX_RECORD) [held, tooLong] = [[], true];
  }
  if (tooLong) tell(line);
  else yield* held;
}
