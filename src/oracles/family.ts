import type { Capability } from '../contract/index.ts';
import type { Book } from '../facts/book.ts';
import type { CaseFile, Exchange } from '../facts/case-file.ts';
import type { ClaimFile } from '../facts/claim-file.ts';
import { type Finding, finding } from './finding.ts';

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

/** What a rule makes of one thing it looked at. `holds` null: the documents leave it open. */
export type Seen = {
  readonly holds: boolean | null;
  /** One sentence: what was seen. */
  readonly because: string;
  readonly events: readonly number[];
} & Partial<Pick<Finding, 'edge' | 'evidence' | 'on' | 'causedBy' | 'case'>>;

/** Looks at one thing. It answers nothing where the rule does not apply. */
type Look<T> = (subject: T, book: Book) => readonly Seen[] | Seen | null;

type Table<T> = Readonly<Record<string, Look<T>>>;

function* apply<T>(table: Table<T>, subject: T, name: string, book: Book): Generator<Finding> {
  for (const [rule, look] of Object.entries(table)) {
    const seen = look(subject, book);
    if (seen === null) continue;
    for (const { holds, causedBy, ...rest } of Array.isArray(seen)
      ? (seen as readonly Seen[])
      : [seen as Seen]) {
      const verdict = holds === null ? 'depends' : holds ? 'met' : 'violated';
      yield finding({
        evidence: 'reported',
        case: name,
        ...rest,
        rule,
        verdict,
        causedBy: holds ? null : (causedBy ?? null),
      });
    }
  }
}

/** Whether an implementation claims what a family needs; without that, silence or another way of working says nothing. */
const tells = ({ capabilities }: Book, needs: readonly Capability[]): boolean =>
  needs.every((one) => capabilities.includes(one));

/** A family whose rules each look at one request. */
export const caseFamily = (name: string, needs: readonly Capability[], table: Table<CaseFile>): Family => ({
  name,
  rules: needing(needs, ...Object.keys(table)),
  judge: (book) =>
    tells(book, needs) ? book.cases.flatMap((file) => [...apply(table, file, file.name, book)]) : [],
});

/** A family whose rules each look at one claim. What the claim says is staged; what became of it, reported. */
export const claimFamily = (name: string, table: Table<ClaimFile>): Family => ({
  name,
  rules: needing(['events', 'inject.claim'], ...Object.keys(table)),
  judge: (book) => book.claims.flatMap((file) => [...apply(table, file, file.claim.id, book)]),
});

/** What is left of findings on a moot answer: a refusal that had to be may keep a rule; it never breaks one. */
export const keptOnly = (found: readonly Finding[]): readonly Finding[] =>
  found.filter(({ verdict }) => verdict === 'met');

/** A family whose rules each look at one call to the portal, by operation. */
export const exchangeFamily = (
  name: string,
  needs: readonly Capability[],
  table: Table<Exchange>,
): Family => ({
  name,
  rules: needing(needs, ...Object.keys(table)),
  judge: (book) =>
    tells(book, needs)
      ? book.exchanges.flatMap((exchange) => {
          const found = [...apply(table, exchange, exchange.case ?? `seq ${exchange.seq}`, book)];
          return exchange.moot ? keptOnly(found) : found;
        })
      : [],
});

/** Several families as one. */
export const together = (name: string, ...families: readonly Family[]): Family => ({
  name,
  rules: Object.assign({}, ...families.map(({ rules }) => rules)) as Family['rules'],
  judge: (book, options) => families.flatMap((family) => family.judge(book, options)),
});
