import { type CaseFile, type Decided, notes } from '../../facts/case-file.ts';
import { planDecisions, procedureOf } from '../../facts/decisions.ts';
import { neededAtReceipt, suppliedBy } from '../../facts/documents.ts';
import type { Facts } from '../../facts/facts.ts';
import { text } from '../../facts/values.ts';
import { type Comparison, reported, requestChecks } from '../check.ts';
import { atLeast, type Expected, PRESENT, type Values } from '../value.ts';

type Reason = 'excluded-benefit' | 'exhausted-benefit' | 'missing-clinical-documentation';

/** A look at each administrative denial for one reason, and at what the reason rests on. */
const forReason =
  (
    reason: Reason,
    why: (
      file: CaseFile,
      facts: Facts,
      made: Decided,
    ) => { readonly expected: Expected; readonly observed: Values },
  ) =>
  (file: CaseFile, facts: Facts): readonly Comparison[] =>
    planDecisions(file)
      .filter(
        (made) => made.outcome === 'denied' && made.basis === 'administrative' && made.reason === reason,
      )
      .map((made) => {
        const { expected, observed } = why(file, facts, made);
        return reported([made.seq], expected, observed, { given: { reason, decision: made.number } });
      });

const memberOf = (file: CaseFile, facts: Facts) =>
  facts.index.members.get(text(file.submission?.body.member) ?? '');

/** When an administrative reason may be given. Section 7, Administrative Denials. */
export const administrativeReasons = requestChecks(['desk', 'events'], {
  'um.admin-denial.excluded-benefit': forReason('excluded-benefit', (file, facts) => {
    const procedure = procedureOf(facts, file);
    const excluded = memberOf(file, facts)?.benefits?.excluded.includes(procedure?.code ?? '') === true;
    return {
      expected: { serviceExcluded: true },
      observed: { serviceExcluded: excluded || procedure?.review === 'excluded' },
    };
  }),
  'um.admin-denial.benefit-exhausted': forReason('exhausted-benefit', (file, facts) => {
    const category = procedureOf(facts, file)?.category;
    const limit = memberOf(file, facts)?.benefits?.limits.find((one) => one.category === category);
    return {
      expected: { benefitLimit: PRESENT, benefitUsed: atLeast(limit?.limit ?? 0) },
      observed: { benefitLimit: limit?.limit ?? null, benefitUsed: limit?.used ?? 0 },
    };
  }),
  'um.admin-denial.missing-docs': forReason('missing-clinical-documentation', (file, facts, made) => {
    const needed = [
      ...neededAtReceipt(facts.world, file.submission),
      ...notes(file, 'information-requested').flatMap(({ event }) => event.items),
    ];
    const there = suppliedBy(file, made.seq);
    const lacking = needed.filter((item) => !there.has(item));
    return { expected: { missingAtDecision: PRESENT }, observed: { missingAtDecision: lacking } };
  }),
});
