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
