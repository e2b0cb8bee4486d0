/** A string literal of a source file, with the line (from 1) on which it begins. */
export type StringLiteral = { readonly line: number; readonly text: string };

/** After these a slash begins a regular expression and not a division. */
const BEFORE_REGEX = /(?:[(,=:[!&|?{};>]|\breturn|^)\s*$/;

/**
 * The string and template literals of TypeScript source, in order of their ends, comments and regular expressions left
 * out. What a template inserts is replaced by `…`; strings inside of it are literals too.
 */
export function stringsOf(source: string): StringLiteral[] {
  const found: StringLiteral[] = [];
  let at = 0;
  const lineAt = (index: number): number => source.slice(0, index).split('\n').length;

  const quoted = (quote: string): void => {
    const start = at;
    let text = '';
    at += 1;
    while (at < source.length && source[at] !== quote) {
      if (quote === '`' && source.startsWith('${', at)) {
        at += 2;
        code('}');
        text += '…';
        continue;
      }
      if (source[at] === '\\') at += 1;
      text += source[at];
      at += 1;
    }
    at += 1;
    found.push({ line: lineAt(start), text });
  };

  const regex = (): void => {
    let inClass = false;
    at += 1;
    while (at < source.length && (source[at] !== '/' || inClass)) {
      if (source[at] === '[') inClass = true;
      if (source[at] === ']') inClass = false;
      at += source[at] === '\\' ? 2 : 1;
    }
    at += 1;
  };

  const skip = (end: string): void => {
    const stop = source.indexOf(end, at + 2);
    at = stop === -1 ? source.length : stop + end.length;
  };

  /** Goes on to the brace that closes what began here, or to the end of the file. */
  function code(until: string | null): void {
    let depth = 0;
    while (at < source.length) {
      const letter = source[at] ?? '';
      if (until !== null && depth === 0 && letter === until) {
        at += 1;
        return;
      }
      if (source.startsWith('//', at)) skip('\n');
      else if (source.startsWith('/*', at)) skip('*/');
      else if (letter === '/' && BEFORE_REGEX.test(source.slice(Math.max(0, at - 40), at))) regex();
      else if (letter === "'" || letter === '"' || letter === '`') quoted(letter);
      else {
        if (letter === '{') depth += 1;
        if (letter === '}') depth -= 1;
        at += 1;
      }
    }
  }

  code(null);
  return found;
}
