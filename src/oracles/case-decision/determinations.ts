import { itemsOf } from '../../facts/delegate/course.ts';
import { noticesOf, perDetermination, planBefore } from '../../facts/delegate/determination.ts';
import { buildAt, type DelegateCase, delegateOf } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { type Fields, list, text } from '../../facts/values.ts';
import { caseChecks, reported } from '../check.ts';
import { asValue, excludes, not, oneOf, PRESENT, type Value } from '../value.ts';

const sum = (items: readonly Fields[], like: Fields): number =>
  items
    .filter((one) => one.name === like.name && one.technique === like.technique && one.asNeeded !== true)
    .reduce((total, one) => total + Number(one.fractions ?? 0), 0);

/** What of a plan is neither approved nor denied, approved beyond it, or approved without having been asked for. */
function unaccounted(phases: readonly Fields[], decision: Fields) {
  const [approved, denied] = [itemsOf(decision.approved), itemsOf(decision.denied)];
  const fractions = (phase: Fields): Value => ({
    phase: text(phase.name),
    fractionsRequested: Number(phase.fractions),
    fractionsApproved: sum(approved, phase),
    fractionsDenied: sum(denied, phase),
  });
  return {
    approvedBeyondPlan: phases
      .filter((phase) => sum(approved, phase) > Number(phase.fractions))
      .map(fractions),
    neitherApprovedNorDenied: phases
      .filter((phase) => sum(approved, phase) + sum(denied, phase) < Number(phase.fractions))
      .map(fractions),
    approvedNotRequested: approved
      .filter(
        (item) =>
          item.asNeeded !== true &&
          phases.every((one) => one.name !== item.name || one.technique !== item.technique),
      )
      .map((item) => text(item.technique)),
  };
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
    return reported(
      [made.seq],
      { guideline: type?.guideline ?? PRESENT },
      { guideline: text(made.told.guideline) },
    );
  }),
  'scope.review.medicare-lcd-ncd-precedence': perDetermination((made, file, facts) => {
    const rule = coverageOf(facts, file, made.seq);
    if (!rule) return null;
    const against = rule.covers ? 'denied' : 'approved';
    return reported(
      [made.seq],
      { coverageRule: rule.id, [against]: excludes(rule.technique) },
      {
        coverageRule: text(made.told.coverageRule),
        [against]: itemsOf(made.told[against]).map(({ technique }) => text(technique)),
      },
      { given: { covered: rule.covers } },
    );
  }),
  'decision.summary.partition-invariant': perDetermination((made, file) => {
    const { phases } = planBefore(file, made.seq);
    return reported(
      [made.seq],
      { approvedBeyondPlan: [], neitherApprovedNorDenied: [], approvedNotRequested: [] },
      unaccounted(phases, made.told),
      { given: { phasesRequested: phases.map(({ name }) => text(name)) } },
    );
  }),
  'decision.summary.denied-needs-rationale': perDetermination((made) =>
    deniesSome(made.told)
      ? reported(
          [made.seq],
          { rationale: PRESENT },
          { rationale: (text(made.told.rationale) ?? '').trim() },
          { given: { outcome: text(made.told.outcome) } },
        )
      : null,
  ),
  'decision.igrt.separate-determination': perDetermination((made, file) => {
    if (!planBefore(file, made.seq).images) return null;
    const result = text(made.told.imageGuidance);
    const notices = noticesOf(file, made);
    const others = notices.filter((one) => one.told.imageGuidance !== result);
    return reported(
      [made.seq],
      { imageGuidance: oneOf('approved', 'denied'), otherwiseInNotices: [] },
      {
        imageGuidance: result,
        otherwiseInNotices: others.map((one) => text(one.told.imageGuidance) ?? 'not mentioned'),
      },
    );
  }),
  'altrec.offer.may-be-made': perDetermination((made) =>
    text(made.told.alternative)
      ? reported(
          [made.seq],
          { outcome: not('approved') },
          { outcome: text(made.told.outcome) },
          { given: { alternative: text(made.told.alternative) } },
        )
      : null,
  ),
  'retro.reviewed-for-urgency-and-necessity': perDetermination((made, file) => {
    if (!file.started.body.retrospective) return null;
    const wanted = made.told.outcome === 'approved' ? true : oneOf(true, false);
    return reported(
      [made.seq],
      { urgencyMet: wanted, necessityMet: wanted },
      { urgencyMet: asValue(made.told.urgencyMet), necessityMet: asValue(made.told.necessityMet) },
      { given: { outcome: text(made.told.outcome) } },
    );
  }),
  'clinical.notmet.never-auto-denied': perDetermination((made) =>
    made.told.outcome === 'approved'
      ? null
      : reported(
          [made.seq],
          { decidedBy: not('system') },
          { decidedBy: text(made.told.by) },
          { given: { outcome: text(made.told.outcome) } },
        ),
  ),
  'recon.web.physician-reviews': perDetermination((made) =>
    made.told.cause === 'reconsideration'
      ? reported([made.seq], { decidedBy: 'physician' }, { decidedBy: text(made.told.by) })
      : null,
  ),
});
