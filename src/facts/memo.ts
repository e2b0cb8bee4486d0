import type { Book } from './book.ts';
import type { CaseFile } from './case-file.ts';
import { grouped } from './groups.ts';

/** Something that is worked out once for a book and kept with it. */
export function once<T>(build: (book: Book) => T): (book: Book) => T {
  const kept = new WeakMap<Book, T>();
  return (book) => {
    const known = kept.get(book);
    if (known !== undefined) return known;
    const built = build(book);
    kept.set(book, built);
    return built;
  };
}

/** Groups of cases by a key; a case without a key is in none. */
export const groupCases = (keyOf: (file: CaseFile, book: Book) => string | null) =>
  once(
    (book) => grouped(book.cases, (file) => keyOf(file, book)) as ReadonlyMap<string, readonly CaseFile[]>,
  );

const ids = groupCases(({ id }) => id);

/** The case of a request's number. */
export const caseOf = (book: Book, id: unknown): CaseFile | undefined => ids(book).get(String(id))?.[0];
