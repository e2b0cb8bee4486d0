import type { Exchange } from '../../facts/case-file.ts';
import {
  finishBy,
  finishByLastSave,
  localDateOf,
  stateBefore,
  submitted,
} from '../../facts/delegate/course.ts';
import {
  buildAt,
  type DelegateCase,
  delegateOf,
  done,
  isPractice,
  memberAt,
} from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { type Fields, fields, list, text } from '../../facts/values.ts';
import { memberByKeys } from '../case-build/starts.ts';
import { type Comparison, delegateCallChecks, onCall } from '../check.ts';
import { atLeast, atMost, type Expected, type Values } from '../value.ts';

const rows = ({ answer }: Exchange): readonly Fields[] => list(answer.cases).map(fields);

/** The numbers of the cases that an answer lists, in order. */
const listedIn = (call: Exchange): string[] => rows(call).map((row) => text(row.caseNumber) ?? '');

const numbersOf = (files: readonly DelegateCase[]): string[] => files.map(({ number }) => number);

/** The cases of a user that were submitted before a call. */
const ownSubmitted = (facts: Facts, { actor, seq }: Exchange): DelegateCase[] =>
  [...delegateOf(facts).cases.values()].filter(
    (file) => file.user === actor && submitted(file, seq) !== null,
  );

/** Whether a call is one of an operation that was done, by a user of the delegate. */
const isDone = (facts: Facts, call: Exchange, op: string): boolean =>
  call.op === op && isPractice(facts, call.actor) && done(call);

/** The authorization number that a case was shown to have before a call. */
const authorizationOf = (file: DelegateCase): string | null =>
  file.calls
    .filter(done)
    .map(({ answer }) => text(answer.authorization))
    .filter((one) => one !== null && one !== 'NA')
    .at(-1) ?? null;

const npiOf = (facts: Facts, file: DelegateCase, seq: number): string | undefined =>
  delegateOf(facts).delegation?.practitioners.find(({ id }) => id === buildAt(file, seq).practitioner)?.npi;

/** What the numbers of cases and pages must be beside the rows of a page, and what they are. */
function countsOf(call: Exchange): { readonly expected: Expected; readonly observed: Values } {
  const total = Number(call.answer.total);
  const pages = Number(call.answer.pages);
  return {
    expected:
      total === 0 ? { total: 0, pages: atMost(1) } : { total: atLeast(rows(call).length), pages: atLeast(1) },
    observed: { total, pages },
  };
}

/** A finding on one page of the list: its counts, with what else is required of it. */
function onPage(call: Exchange, expected: Expected, observed: Values, given: Values): Comparison {
  const counts = countsOf(call);
  return onCall(call, { ...expected, ...counts.expected }, { ...observed, ...counts.observed }, { given });
}

/** The cases of a page that the first page, asked for just before, listed as well. */
function repeatedFromFirst(facts: Facts, call: Exchange): string[] {
  const first = (facts.index.byOperation.get('list-cases') ?? []).find(
    (one) => one.actor === call.actor && one.at === call.at && (one.query.page ?? '1') === '1',
  );
  const before = first ? listedIn(first) : [];
  return listedIn(call).filter((one) => before.includes(one));
}

/** A search of the list by a word: only rows with the word, and every case of a member of that last name. */
function bySearch(facts: Facts, call: Exchange, search: string): Comparison {
  const word = search.toLowerCase();
  const unrelated = rows(call).filter(
    (row) => !Object.values(row).some((one) => String(one).toLowerCase().includes(word)),
  );
  const named = ownSubmitted(facts, call).filter(
    (file) => memberAt(facts, file, call.seq)?.lastName.toLowerCase() === word,
  );
  const listed = listedIn(call);
  // Cases that are not on this page may be on another.
  const isWhole = !(Number(call.answer.total) > listed.length);
  const expected = isWhole ? numbersOf(named) : numbersOf(named).filter((one) => listed.includes(one));
  return onPage(
    call,
    { casesWithoutTheWord: [], casesOfThatMember: expected },
    {
      casesWithoutTheWord: unrelated.map((row) => text(row.caseNumber)),
      casesOfThatMember: numbersOf(named).filter((one) => listed.includes(one)),
    },
    { filter: 'search', listed },
  );
}

/** The cases that a look-up should find and does find, in the order of their numbers. */
const found = (call: Exchange, expected: readonly DelegateCase[], mode: string): Comparison =>
  onCall(
    call,
    { cases: numbersOf(expected).sort() },
    { cases: listedIn(call).sort() },
    { given: { lookedUpBy: mode } },
  );

/** Lists and look-ups of cases. Training, Certification Summary, Authorization Lookup. */
export const caseLists = delegateCallChecks({
  'case.save.resume-from-in-progress': (call, facts) => {
    if (!isDone(facts, call, 'list-cases-in-progress')) return null;
    const own = [...delegateOf(facts).cases.values()].filter(({ user }) => user === call.actor);
    const open = own.filter(
      (file) => stateBefore(file, call.seq, call.at) === 'saved' && call.at <= finishBy(file),
    );
    const over = own.filter((file) => {
      const last = Math.max(finishBy(file), finishByLastSave(file, call.seq));
      return submitted(file, call.seq) !== null || call.at > last;
    });
    if (open.length + over.length === 0) return null;
    const listed = listedIn(call);
    const isListed = ({ number }: DelegateCase): boolean => listed.includes(number);
    const wrongLastDay = rows(call).some((row) => {
      const file = delegateOf(facts).cases.get(text(row.caseNumber) ?? '');
      return file !== undefined && row.completeBy !== localDateOf(file, finishBy(file));
    });
    return onCall(
      call,
      { savedCases: numbersOf(open), endedCases: [] },
      { savedCases: numbersOf(open.filter(isListed)), endedCases: numbersOf(over.filter(isListed)) },
      { causedBy: wrongLastDay ? 'case.save.2-business-days' : null },
    );
  },
  'summary.list.recent-cases': (call, facts) => {
    if (!isDone(facts, call, 'list-cases') || Object.keys(call.query).length > 0) return null;
    const own = numbersOf(ownSubmitted(facts, call));
    const others = [...delegateOf(facts).cases.values()].filter(({ user }) => user !== call.actor);
    if (own.length + others.length === 0) return null;
    const listed = listedIn(call);
    const ownListed = own.filter((one) => listed.includes(one));
    // Where there are more cases than the page shows, the rest may be on the next.
    const isWhole = Number(call.answer.total) <= listed.length;
    return onCall(
      call,
      { ownCases: isWhole ? own : ownListed, casesOfOthers: [], casesWithoutState: [] },
      {
        ownCases: ownListed,
        casesOfOthers: listed.filter((one) => numbersOf(others).includes(one)),
        casesWithoutState: rows(call)
          .filter((row) => text(row.state) === null)
          .map((row) => text(row.caseNumber)),
      },
    );
  },
  'summary.list.search-filter-page': (call, facts) => {
    if (!isDone(facts, call, 'list-cases') || Object.keys(call.query).length === 0) return null;
    const { caseNumber, search, page } = call.query;
    if (typeof caseNumber === 'string') {
      const own = ownSubmitted(facts, call).some(({ number }) => number === caseNumber);
      const cases = own ? [caseNumber] : [];
      return onPage(call, { cases }, { cases: listedIn(call) }, { filter: 'case number', caseNumber });
    }
    if (typeof search === 'string') return bySearch(facts, call, search);
    const repeated = typeof page === 'string' && page !== '1' ? repeatedFromFirst(facts, call) : [];
    return onPage(
      call,
      { casesOfFirstPage: [] },
      { casesOfFirstPage: repeated },
      { page: text(page) ?? '1', listed: listedIn(call) },
    );
  },
  'lookup.two-modes': (call, facts) => {
    if (!isDone(facts, call, 'look-up-authorization')) return null;
    const { authorization, npi, memberId, birthDate, lastName, caseNumber } = call.query;
    const own = ownSubmitted(facts, call);
    if (typeof authorization === 'string' && typeof npi === 'string') {
      const fits = own.filter(
        (file) => authorizationOf(file) === authorization && npiOf(facts, file, call.seq) === npi,
      );
      return found(call, fits, 'authorization number and NPI');
    }
    if (typeof caseNumber === 'string' || typeof memberId !== 'string') return null;
    const member = memberByKeys(facts, { id: memberId, birthDate, lastName });
    const fits = own.filter(
      (file) => member !== undefined && fields(buildAt(file, call.seq).member).id === member.id,
    );
    return found(call, fits, 'member');
  },
});
