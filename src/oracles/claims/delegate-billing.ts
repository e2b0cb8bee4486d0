import type { Exchange } from '../../facts/case-file.ts';
import {
  calendarDaysAfter,
  determinationsBefore,
  itemsOf,
  localDateOf,
} from '../../facts/delegate/course.ts';
import { callsBefore, type DelegateCase, delegateOf } from '../../facts/delegate/file.ts';
import { type Fields, strings, text } from '../../facts/values.ts';
import { type Comparison, delegateCallChecks } from '../check.ts';
import type { Expected, Values } from '../value.ts';

/** A claim for what a case was about: the provider’s act, which a step stated. */
const onProvider = (
  { seq }: Exchange,
  file: DelegateCase,
  expected: Expected,
  observed: Values,
): Comparison => ({ expected, observed, events: [seq], on: 'provider', evidence: 'staged', case: file.name });

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
    return onProvider(
      call,
      file,
      { techniquesNotApproved: [], fractions: fractionsOf(file, approved, call.seq) },
      { techniquesNotApproved: other, fractions: Number(call.body.fractions) },
    );
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
    return {
      ...onProvider(
        call,
        file,
        { notifiedBeforeClaim: true },
        { notifiedBeforeClaim: call.body.spanNotice === true },
      ),
      given: { lastFraction: last, authorizationEnds: end },
    };
  },
});

/** The approved case that a claim is about. */
function claimed({ op, body, seq }: Exchange, cases: ReadonlyMap<string, DelegateCase>) {
  const file = op === 'inject' && body.kind === 'case-claim' ? cases.get(text(body.case) ?? '') : undefined;
  const made = file && determinationsBefore(file, seq).at(-1);
  if (!file || !made || made.told.outcome === 'denied') return null;
  return { file, approved: itemsOf(made.told.approved), madeAt: made.at };
}
