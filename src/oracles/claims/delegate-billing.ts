import type { Exchange } from '../../facts/case-file.ts';
import {
  calendarDaysAfter,
  determinationsBefore,
  itemsOf,
  localDateOf,
} from '../../facts/delegate/course.ts';
import { callsBefore, type DelegateCase, delegateOf } from '../../facts/delegate/file.ts';
import { type Fields, strings, text } from '../../facts/values.ts';
import { delegateCallChecks, type Seen } from '../check.ts';

/** A claim for what a case was about: the provider’s act, which a step stated. */
const onProvider = ({ seq }: Exchange, holds: boolean, because: string): Seen => ({
  holds,
  because,
  events: [seq],
  on: 'provider',
  evidence: 'staged',
});

const fractionsOf = (file: DelegateCase, approved: readonly Fields[], seq: number): number => {
  const changed = callsBefore(file, 'update-case', seq)
    .map(({ body }) => body.fractions)
    .filter((value) => typeof value === 'number')
    .at(-1);
  return changed ?? approved.reduce((sum, one) => sum + Number(one.fractions ?? 0), 0);
};

/** What providers bill of what was approved. Training, Special Circumstances. */
export const billing = delegateCallChecks({
  'update.uncommunicated-change-payment-risk': (call, facts) => {
    const found = claimed(call, delegateOf(facts).cases);
    if (!found) return null;
    const { file, approved } = found;
    const known = approved.map(({ technique }) => technique);
    const other = strings(call.body.techniques).filter((one) => !known.includes(one));
    const counted = Number(call.body.fractions) === fractionsOf(file, approved, call.seq);
    const because =
      other.length > 0
        ? `${other.join(', ')} was billed, and neither approved nor told of.`
        : `The fractions billed are ${counted ? '' : 'not '}those approved.`;
    return { ...onProvider(call, other.length === 0 && counted, because), case: file.name };
  },
  'update.span-shortfall-notify-before-billing': (call, facts) => {
    const found = claimed(call, delegateOf(facts).cases);
    const last = text(call.body.lastFraction);
    if (!found || last === null) return null;
    const { file, madeAt } = found;
    const end = localDateOf(
      file,
      calendarDaysAfter(file, madeAt, file.pack.delegate.authorizationDays.value),
    );
    if (last <= end) return null;
    const because = `Treatment ended on ${last}, after the authorization of ${end}; notice went ${call.body.spanNotice === true ? 'before' : 'not before'} the claim.`;
    return { ...onProvider(call, call.body.spanNotice === true, because), case: file.name };
  },
});

/** The approved case that a claim is about. */
function claimed({ op, body, seq }: Exchange, cases: ReadonlyMap<string, DelegateCase>) {
  const file = op === 'inject' && body.kind === 'case-claim' ? cases.get(text(body.case) ?? '') : undefined;
  const made = file && determinationsBefore(file, seq).at(-1);
  if (!file || !made || made.told.outcome === 'denied') return null;
  return { file, approved: itemsOf(made.told.approved), madeAt: made.at };
}
