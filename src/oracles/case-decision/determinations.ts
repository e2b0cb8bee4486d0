import { itemsOf } from '../../facts/delegate/course.ts';
import { noticesOf, perDetermination, planBefore } from '../../facts/delegate/determination.ts';
import { buildAt, type DelegateCase, delegateOf } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { type Fields, list, text } from '../../facts/values.ts';
import { caseChecks } from '../check.ts';
import { told } from '../seen.ts';

const sum = (items: readonly Fields[], like: Fields): number =>
  items
    .filter((one) => one.name === like.name && one.technique === like.technique && one.asNeeded !== true)
    .reduce((total, one) => total + Number(one.fractions ?? 0), 0);

/** What of a plan is neither approved nor denied, or approved beyond it; null where all adds up. */
function unaccounted(phases: readonly Fields[], decision: Fields): string | null {
  const [approved, denied] = [itemsOf(decision.approved), itemsOf(decision.denied)];
  for (const phase of phases) {
    const wanted = Number(phase.fractions);
    if (sum(approved, phase) > wanted) return `${text(phase.name)}: more is approved than was asked for`;
    if (sum(approved, phase) + sum(denied, phase) < wanted)
      return `${text(phase.name)}: not all of ${wanted} fractions is approved or denied`;
  }
  const extra = approved.find(
    (item) =>
      item.asNeeded !== true &&
      phases.every((one) => one.name !== item.name || one.technique !== item.technique),
  );
  return extra ? `${text(extra.technique)} was not asked for, and is not marked as needed` : null;
}

const deniesSome = (decision: Fields): boolean =>
  list(decision.denied).length > 0 || decision.imageGuidance === 'denied';

/** The coverage rule of Medicare that a case’s plan falls under. */
export function coverageOf(facts: Facts, file: DelegateCase, seq: number) {
  if (file.line !== 'medicare') return undefined;
  const techniques = planBefore(file, seq).phases.map(({ technique }) => technique);
  return delegateOf(facts).delegation?.coverageRules.find(
    (one) => one.cancerType === buildAt(file, seq).cancerType && techniques.includes(one.technique),
  );
}

/** What every determination must hold. Training, Holistic Treatment Plan Review and Criteria Met. */
export const determinations = caseChecks({
  'scope.review.evidence-based-comparison': perDetermination((made, file, facts) => {
    const type = delegateOf(facts).delegation?.cancerTypes.find(
      ({ code }) => code === buildAt(file, made.seq).cancerType,
    );
    const named = text(made.told.guideline);
    return told([made.seq], named === type?.guideline, `The guideline named is ${named || 'none'}.`);
  }),
  'scope.review.medicare-lcd-ncd-precedence': perDetermination((made, file, facts) => {
    const rule = coverageOf(facts, file, made.seq);
    if (!rule) return null;
    const against = itemsOf(rule.covers ? made.told.denied : made.told.approved);
    const contradicted = against.some(({ technique }) => technique === rule.technique);
    return told(
      [made.seq],
      made.told.coverageRule === rule.id && !contradicted,
      `${rule.id} applies; ${text(made.told.coverageRule) ?? 'none'} is cited, and it is ${contradicted ? 'contradicted' : 'followed'}.`,
    );
  }),
  'decision.summary.partition-invariant': perDetermination((made, file) => {
    const left = unaccounted(planBefore(file, made.seq).phases, made.told);
    return told([made.seq], left === null, left ?? 'Everything asked for is approved or denied.');
  }),
  'decision.summary.denied-needs-rationale': perDetermination((made) =>
    deniesSome(made.told)
      ? told([made.seq], (text(made.told.rationale) ?? '').trim() !== '', 'Something is denied.')
      : null,
  ),
  'decision.igrt.separate-determination': perDetermination((made, file) => {
    if (!planBefore(file, made.seq).images) return null;
    const result = text(made.told.imageGuidance);
    const notices = noticesOf(file, made);
    const saying = notices.every((one) => one.told.imageGuidance === result);
    return told(
      [made.seq],
      (result === 'approved' || result === 'denied') && saying,
      `Image guidance was asked for; the result is ${result ?? 'none'}, and ${saying ? 'every' : 'not every'} notice says it.`,
    );
  }),
  'altrec.offer.may-be-made': perDetermination((made) =>
    text(made.told.alternative)
      ? told(
          [made.seq],
          made.told.outcome !== 'approved',
          `An alternative on a case ${text(made.told.outcome)}.`,
        )
      : null,
  ),
  'retro.reviewed-for-urgency-and-necessity': perDetermination((made, file) => {
    if (!file.started.body.retrospective) return null;
    const [urgency, necessity] = [made.told.urgencyMet, made.told.necessityMet];
    const both = typeof urgency === 'boolean' && typeof necessity === 'boolean';
    const holds = both && (made.told.outcome !== 'approved' || (urgency && necessity));
    return told([made.seq], holds, `Urgency: ${String(urgency)}; necessity: ${String(necessity)}.`);
  }),
  'clinical.notmet.never-auto-denied': perDetermination((made) =>
    made.told.outcome === 'approved'
      ? null
      : told([made.seq], made.told.by !== 'system', `Decided by ${text(made.told.by)}.`),
  ),
  'recon.web.physician-reviews': perDetermination((made) =>
    made.told.cause === 'reconsideration'
      ? told([made.seq], made.told.by === 'physician', `Reconsidered by ${text(made.told.by)}.`)
      : null,
  ),
});
