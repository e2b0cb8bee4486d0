import type { Capability } from '../contract/index.ts';
import type { Book } from './casebook/book.ts';
import type { Finding } from './finding.ts';

/** A group of rules that are judged from the same facts. */
export type Family = {
  readonly name: string;
  /** The rules that this family judges, each with what an implementation must be able to do. */
  readonly rules: Readonly<Record<string, readonly Capability[]>>;
  readonly judge: (book: Book, options: { readonly explain: boolean }) => readonly Finding[];
};

/** One list of capabilities for several rules. */
export const needing = (
  needs: readonly Capability[],
  ...ids: readonly string[]
): Record<string, readonly Capability[]> => Object.fromEntries(ids.map((id) => [id, needs]));
