import type { Exchange } from '../../facts/case-file.ts';
import { type DelegateCase, done } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { fields, list, text } from '../../facts/values.ts';
import { expectedAt, type PeerToPeerLevel } from './expected-eligibility.ts';
import { casesIn } from './offers.ts';

/** The last look at a case’s eligibility by its user so far, with the level that it should have said. */
export function lastLookUp(
  facts: Facts,
  file: DelegateCase,
): { readonly call: Exchange; readonly level: PeerToPeerLevel | null } | null {
  const calls = facts.exchanges.filter(
    (call) =>
      call.actor === file.user &&
      done(call) &&
      ((call.op === 'show-peer-to-peer' && call.path.id === file.number) ||
        (call.op === 'look-up-peer-cases' &&
          list(call.body.cases).some((one) => fields(one).caseNumber === file.number))),
  );
  const call = calls.at(-1);
  return call ? { call, level: expectedAt(file, call.seq, call.at).level } : null;
}

/** The cases of a call that are at another level than when they were last looked up: then it may be refused as well. */
export const casesMovedOn = (facts: Facts, call: Exchange): readonly DelegateCase[] =>
  casesIn(facts, call.body).filter((file) => {
    const looked = lastLookUp(facts, file);
    return looked !== null && looked.level !== expectedAt(file, call.seq, call.at).level;
  });

/** The level at which an answer shows one of its cases, or null. */
export const levelIn = ({ answer }: Exchange, file: DelegateCase): string | null =>
  text(
    list(answer.cases)
      .map(fields)
      .find((one) => one.caseNumber === file.number)?.level,
  );
