import type { Book } from '../../facts/book.ts';
import type { Exchange } from '../../facts/case-file.ts';
import { type DelegateCase, done } from '../../facts/delegate/file.ts';
import { fields, list, text } from '../../facts/values.ts';
import { shown } from '../delegate-look.ts';
import type { Seen } from '../family.ts';
import { expectedAt } from './eligible.ts';
import { casesIn } from './offers.ts';
import { bookingProblems, isBooking } from './scheduling.ts';

/** Whether something stands in the way, and nothing but what is allowed to. A slot that is soon stands in nobody’s way. */
export const only = (problems: readonly string[], ...allowed: readonly string[]): boolean => {
  const real = problems.filter((one) => one !== 'soon');
  return real.length > 0 && real.every((one) => allowed.includes(one));
};

/** A booking that must be refused for one reason, or is taken where nothing is wrong. */
export const refusedFor =
  (...reasons: readonly string[]) =>
  (call: Exchange, book: Book): Seen | null => {
    if (!isBooking(book, call)) return null;
    const problems = bookingProblems(book, call);
    return only(problems, ...reasons)
      ? shown(
          call,
          !done(call),
          `A booking that must be refused (${problems.join(', ')}) was answered ${call.status}.`,
        )
      : null;
  };

export const accepted = (call: Exchange, book: Book): boolean =>
  isBooking(book, call) && bookingProblems(book, call).length === 0;

/** Whether a Medicare case that may be discussed was said to have nothing to discuss. */
export const deniedTalk = (file: DelegateCase, { answer }: Exchange): boolean =>
  file.line === 'medicare' && answer.code === 'not-eligible';

/** The last look at a case’s eligibility by its user before a call, with what it should have said. */
export function lookedAt(
  book: Book,
  file: DelegateCase,
  seq: number,
): { readonly call: Exchange; readonly level: string | null } | null {
  const calls = book.exchanges.filter(
    (call) =>
      call.seq < seq &&
      call.actor === file.user &&
      done(call) &&
      ((call.op === 'show-peer-to-peer' && call.path.id === file.number) ||
        (call.op === 'look-up-peer-cases' &&
          list(call.body.cases).some((one) => fields(one).caseNumber === file.number))),
  );
  const call = calls.at(-1);
  return call ? { call, level: expectedAt(file, call.seq, call.at).level } : null;
}

/** Whether a case is at another level than when it was last looked up: then the form may be refused as well. */
export const movedOn = (book: Book, call: Exchange): boolean =>
  casesIn(book, call.body).some((file) => {
    const looked = lookedAt(book, file, call.seq);
    return looked !== null && looked.level !== expectedAt(file, call.seq, call.at).level;
  });

export const levelIn = ({ answer }: Exchange, file: DelegateCase): string | null =>
  text(
    list(answer.cases)
      .map(fields)
      .find((one) => one.caseNumber === file.number)?.level,
  );
