import { DAY_MS } from '../../facts/civil.ts';
import { businessDaysAfter, determinationsBefore, localDateOf } from '../../facts/delegate/course.ts';
import type { DelegateCase } from '../../facts/delegate/file.ts';
import { fields, list, text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { discussableUntil, expectedAt, reconsiderUntil } from './expected-eligibility.ts';

const rowUntil = (answer: Readonly<Record<string, unknown>>, option: string): string | null | undefined => {
  const row = list(answer.rows)
    .map(fields)
    .find((one) => one.option === option);
  return row ? text(row.until) : undefined;
};

/** The day on which a window would end that ran from the day after the determination, when its notice is read. */
export function fromNotice(file: DelegateCase, seq: number): string | null {
  const made = determinationsBefore(file, seq).at(-1);
  const days = file.pack.delegate.reconsideration?.value.businessDays;
  if (!made || days === undefined) return null;
  return localDateOf(file, businessDaysAfter(file, businessDaysAfter(file, made.at, 1), days));
}

/** The rule that the portal breaks if it shows a wrong last day for reconsideration of this case; else null. */
export function wrongReconsiderationWindow(file: DelegateCase): RuleId | null {
  for (const { op, status, answer, seq } of file.calls) {
    if (op !== 'show-options' || status >= 300) continue;
    const until = reconsiderUntil(file, seq);
    const given = rowUntil(answer, 'reconsideration');
    if (until === null || given === undefined || given === localDateOf(file, until)) continue;
    return given !== null && given === fromNotice(file, seq)
      ? 'postdecision.medicaid.recon-anchor-determination'
      : 'postdecision.medicaid.recon-2bd';
  }
  return null;
}

/** The rule on the days of a peer-to-peer, if the portal applies them wrongly to this case. */
export function wrongPeerToPeerDays(file: DelegateCase): RuleId | null {
  for (const { op, status, answer, seq, at } of file.calls) {
    if (op !== 'show-peer-to-peer' || status >= 300) continue;
    const until = discussableUntil(file, seq);
    if (until === null || determinationsBefore(file, seq).length > 1) continue;
    const { result, validUntil } = expectedAt(file, seq, at);
    const over = result === 'none' && validUntil === null && at > until && answer.result === 'consultative';
    const early = at <= until && until - at < DAY_MS && validUntil !== null && answer.result === 'none';
    const other =
      validUntil !== null &&
      text(answer.validUntil) !== null &&
      text(answer.validUntil) !== localDateOf(file, validUntil);
    if (over || early || other) return 'p2p.eligibility.valid-until-180-days';
  }
  return null;
}
