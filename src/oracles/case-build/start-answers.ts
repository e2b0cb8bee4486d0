import type { Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { fields, list, text } from '../../facts/values.ts';
import type { DelegatePack, RuleId } from '../../rulebook/index.ts';
import { type Comparison, onCall } from '../check.ts';
import type { Demand } from '../value.ts';

/** The paths of the entries that a refusal blames. */
export const blamedBy = ({ answer }: Exchange): readonly string[] =>
  list(answer.errors).map((one) => text(fields(one).path) ?? '');

/** The answer that the rule requires of the start of a case that breaks these rules, and the one that it got. */
export function answered(call: Exchange, answer: Demand, rulesBroken: readonly RuleId[]): Comparison {
  const blamed = blamedBy(call);
  return onCall(
    call,
    { answer },
    {
      answer: call.status,
      code: text(call.answer.code),
      ...(blamed.length > 0 ? { fieldsInError: blamed } : {}),
    },
    { given: { rulesBroken } },
  );
}

/**
 * Why a case of the first days was turned away, where that is not for the days: no case of its line of business was ever
 * taken.
 */
export const lineNotManaged = ({
  facts,
  pack,
}: {
  facts: Facts;
  pack: DelegatePack | null;
}): RuleId | null =>
  [...facts.delegate.cases.values()].some((file) => file.pack.id === pack?.id)
    ? null
    : 'scope.lob.medicare-and-medicaid';

/** The start of a case that needs no authorization, which the code of its refusal has to say. */
export const notRequired = (found: Comparison | null): Comparison | null =>
  found && { ...found, expected: { code: 'not-required' } };
