import type { Exchange } from '../../facts/case-file.ts';
import { type DelegateCase, done } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { fields, list, text } from '../../facts/values.ts';
import type { Seen } from '../check.ts';
import { shown } from '../seen.ts';
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
  (call: Exchange, facts: Facts): Seen | null => {
    if (!isBooking(facts, call)) return null;
    const problems = bookingProblems(facts, call);
    return only(problems, ...reasons)
      ? shown(
          call,
          !done(call),
          `A booking that must be refused (${problems.join(', ')}) was answered ${call.status}.`,
        )
      : null;
  };

export const accepted = (call: Exchange, facts: Facts): boolean =>
  isBooking(facts, call) && bookingProblems(facts, call).length === 0;

/** Whether a Medicare case that may be discussed was said to have nothing to discuss. */
export const deniedTalk = (file: DelegateCase, { answer }: Exchange): boolean =>
  file.line === 'medicare' && answer.code === 'not-eligible';

/** The last look at a case’s eligibility by its user before a call, with what it should have said. */
export function lookedAt(
  facts: Facts,
  file: DelegateCase,
  seq: number,
): { readonly call: Exchange; readonly level: string | null } | null {
  const calls = facts.exchanges.filter(
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
export const movedOn = (facts: Facts, call: Exchange): boolean =>
  casesIn(facts, call.body).some((file) => {
    const looked = lookedAt(facts, file, call.seq);
    return looked !== null && looked.level !== expectedAt(file, call.seq, call.at).level;
  });

export const levelIn = ({ answer }: Exchange, file: DelegateCase): string | null =>
  text(
    list(answer.cases)
      .map(fields)
      .find((one) => one.caseNumber === file.number)?.level,
  );
