import type { Exchange } from '../../facts/case-file.ts';
import { DAY_MS } from '../../facts/civil.ts';
import { determinationsBefore } from '../../facts/delegate/course.ts';
import { caseOfCall, type DelegateCase, delegateOf, done } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { type Fields, fields, list, text } from '../../facts/values.ts';
import type { Comparison } from '../check.ts';
import { discussableUntil, type ExpectedEligibility, expectedAt } from './expected-eligibility.ts';

/** A case with what was answered about its eligibility and what should have been. */
export type AskedEligibility = {
  readonly file: DelegateCase;
  readonly answer: Fields;
  readonly expected: ExpectedEligibility;
  readonly call: Exchange;
};

/** Each case of whose eligibility a successful call tells. */
function askedIn(facts: Facts, call: Exchange): AskedEligibility[] {
  if (!done(call)) return [];
  const about = (file: DelegateCase | undefined, answer: Fields): AskedEligibility[] =>
    file ? [{ file, answer, call, expected: expectedAt(file, call.seq, call.at) }] : [];
  if (call.op === 'show-peer-to-peer') return about(caseOfCall(facts, call), call.answer);
  if (call.op !== 'look-up-peer-cases') return [];
  return list(call.answer.cases)
    .map(fields)
    .flatMap((answer) => about(delegateOf(facts).cases.get(text(answer.caseNumber) ?? ''), answer));
}

/** A check of each case of whose eligibility a call tells. */
export const perCase =
  (look: (asked: AskedEligibility, facts: Facts) => Comparison | null) =>
  (call: Exchange, facts: Facts): Comparison[] =>
    askedIn(facts, call).flatMap((asked) => {
      const found = look(asked, facts);
      return found ? [{ ...found, case: asked.file.name }] : [];
    });

/** Whether a call was made in the last second, or the last minute, of a window. */
export function edgeOf({ expected, call }: AskedEligibility): 'at' | 'near' | null {
  const ends = [expected.reconsiderUntil, expected.validUntil, expected.dueAt].filter((one) => one !== null);
  const gap = Math.min(...ends.map((end) => end - call.at));
  return gap >= 0 && gap < 1_000 ? 'at' : gap >= 0 && gap < 60_000 ? 'near' : null;
}

/** Whether the days of a peer-to-peer alone make the difference between what was answered and what was expected. */
export function differsByDays({ expected, answer, file, call }: AskedEligibility): boolean {
  const until = discussableUntil(file, call.seq);
  if (until === null) return false;
  if (expected.result === 'none') return call.at > until && answer.result === 'consultative';
  return expected.result === 'consultative' && answer.result === 'none' && until - call.at < DAY_MS;
}

/** The line and the stage at which a case stands decide which rule speaks of a wrong answer. */
export const stageOf = ({ file, call }: AskedEligibility) => ({
  medicaid: file.line === 'medicaid',
  decided: determinationsBefore(file, call.seq).length > 0,
});
