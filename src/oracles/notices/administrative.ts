import { type CaseFile, notes } from '../../facts/case-file.ts';
import { planDecisions, procedureOf } from '../../facts/decisions.ts';
import { neededAtReceipt, suppliedBy } from '../../facts/documents.ts';
import type { Facts } from '../../facts/facts.ts';
import { text } from '../../facts/values.ts';
import { requestChecks, type Seen } from '../check.ts';

const forReason =
  (reason: string, why: (file: CaseFile, facts: Facts, seq: number) => { holds: boolean; because: string }) =>
  (file: CaseFile, facts: Facts): readonly Seen[] =>
    planDecisions(file)
      .filter(
        (made) => made.outcome === 'denied' && made.basis === 'administrative' && made.reason === reason,
      )
      .map((made) => ({ ...why(file, facts, made.seq), events: [made.seq] }));

const memberOf = (file: CaseFile, facts: Facts) =>
  facts.index.members.get(text(file.submission?.body.member) ?? '');

/** When an administrative reason may be given. Section 7, Administrative Denials. */
export const administrativeReasons = requestChecks(['desk', 'events'], {
  'um.admin-denial.excluded-benefit': forReason('excluded-benefit', (file, facts) => {
    const procedure = procedureOf(facts, file);
    const excluded = memberOf(file, facts)?.benefits?.excluded.includes(procedure?.code ?? '') === true;
    const holds = excluded || procedure?.review === 'excluded';
    return { holds, because: `The agreement ${holds ? 'excludes' : 'does not exclude'} the service.` };
  }),
  'um.admin-denial.benefit-exhausted': forReason('exhausted-benefit', (file, facts) => {
    const category = procedureOf(facts, file)?.category;
    const limit = memberOf(file, facts)?.benefits?.limits.find((one) => one.category === category);
    const holds = limit !== undefined && limit.used >= limit.limit;
    return { holds, because: `Used ${limit?.used ?? 0} of ${limit?.limit ?? 'no limit'}.` };
  }),
  'um.admin-denial.missing-docs': forReason('missing-clinical-documentation', (file, facts, seq) => {
    const needed = [
      ...neededAtReceipt(facts.world, file.submission),
      ...notes(file, 'information-requested').flatMap(({ event }) => event.items),
    ];
    const there = suppliedBy(file, seq);
    const lacking = needed.filter((item) => !there.has(item));
    return {
      holds: lacking.length > 0,
      because: `Lacking at the decision: ${lacking.join(', ') || 'nothing'}.`,
    };
  }),
});
