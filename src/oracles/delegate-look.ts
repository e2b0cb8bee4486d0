import type { Capability } from '../contract/index.ts';
import type { Book } from '../facts/book.ts';
import type { Exchange } from '../facts/case-file.ts';
import { type DelegateCase, delegateOf, type Talk } from '../facts/delegate/file.ts';
import { type Family, keptOnly, needing, type Seen } from './family.ts';
import { type Finding, finding } from './finding.ts';

type Look<T> = (subject: T, book: Book) => readonly Seen[] | Seen | null;

function* findings<T>(table: Readonly<Record<string, Look<T>>>, subject: T, name: string, book: Book) {
  for (const [rule, look] of Object.entries(table)) {
    const seen = look(subject, book);
    for (const { holds, causedBy, ...rest } of seen === null ? [] : ([seen].flat() as Seen[])) {
      const verdict = holds === null ? 'depends' : holds ? 'met' : 'violated';
      const root = holds ? null : (causedBy ?? null);
      yield finding({ evidence: 'reported', case: name, ...rest, rule, verdict, causedBy: root });
    }
  }
}

const family = <T>(
  name: string,
  needs: readonly Capability[],
  table: Readonly<Record<string, Look<T>>>,
  subjects: (
    book: Book,
  ) => readonly { readonly subject: T; readonly name: string; readonly moot?: boolean }[],
): Family => ({
  name,
  rules: needing(needs, ...Object.keys(table)),
  judge: (book): Finding[] => {
    if (!book.world.delegation || !needs.every((need) => book.capabilities.includes(need))) return [];
    return subjects(book).flatMap(({ subject, name: own, moot }) => {
      const found = [...findings(table, subject, own, book)];
      return moot ? keptOnly(found) : found;
    });
  },
});

const CASES: readonly Capability[] = ['events', 'outbox', 'delegate-cases'];
const TALKS: readonly Capability[] = [...CASES, 'peer-to-peer'];

/** Rules that look at each case of the delegate. */
export const delegateCases = (name: string, table: Readonly<Record<string, Look<DelegateCase>>>): Family =>
  family(name, CASES, table, (book) =>
    [...delegateOf(book).cases.values()].map((subject) => ({ subject, name: subject.name })),
  );

/** Rules that look at each consultation. */
export const delegateTalks = (name: string, table: Readonly<Record<string, Look<Talk>>>): Family =>
  family(name, TALKS, table, (book) =>
    [...delegateOf(book).talks.values()].map((subject) => ({
      subject,
      name: subject.cases[0]?.name ?? subject.id,
    })),
  );

const nameOf = (book: Book, { case: name, path, seq }: Exchange): string => {
  const { cases, talks } = delegateOf(book);
  const id = String(path.id ?? '');
  return name ?? cases.get(id)?.name ?? talks.get(id)?.cases[0]?.name ?? `seq ${seq}`;
};

/** Rules that look at each call to the delegate. `peer` for those about consultations. */
export const delegateCalls = (
  name: string,
  table: Readonly<Record<string, Look<Exchange>>>,
  peer = false,
): Family =>
  family(name, peer ? TALKS : CASES, table, (book) =>
    book.exchanges.map((subject) => ({ subject, name: nameOf(book, subject), moot: subject.moot })),
  );

/** What one call showed, at the door. `holds` null: the documents leave it open. */
export const shown = (
  { seq }: Exchange,
  holds: boolean | null,
  because: string,
  more: Partial<Seen> = {},
): Seen => ({ holds, because, events: [seq], evidence: 'observed', ...more });

/** What the feed or the outbox told. */
export const told = (
  seqs: readonly number[],
  holds: boolean | null,
  because: string,
  more: Partial<Seen> = {},
): Seen => ({ holds, because, events: [...seqs], ...more });
