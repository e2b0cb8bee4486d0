import type { CaseDecision, DelegateRole, PlanItem, TreatmentPlan } from '../../contract/index.ts';
import type { DelegatePack } from '../../rulebook/index.ts';
import { fieldError, type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import { appointmentOf, type CaseFileState, delegationOf, stateOf } from '../delegate/state.ts';

type DeterminationContext = {
  readonly state: PortalState;
  readonly file: CaseFileState;
  readonly decision: CaseDecision;
  readonly by: DelegateRole | 'system';
  readonly now: number;
  readonly pack: DelegatePack;
};
export type DeterminationCheck = (context: DeterminationContext) => Refusal | null;

const wrong = (path: string, detail: string): Refusal =>
  refuse('invalid', 'The determination was not recorded.', [fieldError(path, 'not-allowed', detail)]);

const sumOf = (items: readonly PlanItem[], like: { name: string; technique: string }): number =>
  items
    .filter((one) => one.name === like.name && one.technique === like.technique && !one.asNeeded)
    .reduce((sum, { fractions }) => sum + fractions, 0);

/** What was asked for and is neither approved nor denied, or approved beyond it. */
function unaccounted({ phases }: TreatmentPlan, { approved, denied }: CaseDecision): string | null {
  for (const one of phases) {
    if (sumOf(approved, one) > one.fractions) return `${one.name}: more is approved than was asked for`;
    if (sumOf(approved, one) + sumOf(denied, one) !== one.fractions)
      return `${one.name}: ${one.fractions} fractions were asked for, and not all are approved or denied`;
  }
  const asked = (item: PlanItem): boolean =>
    phases.some(({ name, technique }) => name === item.name && technique === item.technique);
  const extra = approved.find((item) => !item.asNeeded && !asked(item));
  return extra ? `${extra.name}: ${extra.technique} was not asked for` : null;
}

/** Notices that a denial may be coming: by phone and in writing. */
export const announced = (file: CaseFileState) => ({
  phone: file.notices.some((one) => one.about === 'pre-decision' && one.by === 'phone'),
  writing: file.notices.some((one) => one.about === 'pre-decision' && one.by !== 'phone'),
});

const adverse = ({ decision }: DeterminationContext): boolean => decision.outcome !== 'approved';

/** What stands in the way of a determination. Training, Holistic Treatment Plan Review and Pre-Decision Options. */
export const DETERMINATION_CHECKS = {
  decideState: ({ file }) =>
    ['clinical-review', 'information-requested', 'reconsideration-pending'].includes(stateOf(file, false))
      ? null
      : refuse('conflict', 'This case does not wait for a determination.'),
  decideRole: (context) => {
    const physician = adverse(context) || stateOf(context.file, false) === 'reconsideration-pending';
    return context.by === 'physician' || (!physician && context.by === 'nurse')
      ? null
      : refuse('forbidden', 'A physician denies and reconsiders; a nurse or a physician approves.');
  },
  decidePartition: ({ file, decision }) => {
    const left = unaccounted(file.build.plan, decision);
    return left ? wrong('approved', left) : null;
  },
  decideOutcome: ({ decision: { outcome, approved, denied, imageGuidance } }) => {
    const some = denied.length > 0 || imageGuidance === 'denied';
    const granted = approved.some(({ asNeeded }) => !asNeeded);
    const fits = outcome === 'approved' ? !some : outcome === 'denied' ? !granted && some : granted && some;
    return fits ? null : wrong('outcome', 'it does not fit what is approved and denied');
  },
  decideRationale: ({ decision: { denied, imageGuidance, rationale } }) =>
    (denied.length > 0 || imageGuidance === 'denied') && rationale.trim() === ''
      ? wrong('rationale', 'say why something is denied')
      : null,
  decideImages: ({ file, decision: { imageGuidance } }) =>
    file.build.plan.imageGuidance === (imageGuidance !== null)
      ? null
      : wrong('imageGuidance', 'decide image guidance where it was asked for, and only there'),
  decideGuideline: ({ state, file, decision: { guideline } }) =>
    delegationOf(state).cancerTypes.find(({ code }) => code === file.build.cancerType)?.guideline ===
    guideline
      ? null
      : wrong('guideline', 'name the guideline for this type of cancer'),
  decideCoverage: ({ state, file, decision }) => {
    if (file.line !== 'medicare') return null;
    const techniques = file.build.plan.phases.map(({ technique }) => technique);
    const rule = delegationOf(state).coverageRules.find(
      (one) => one.cancerType === file.build.cancerType && techniques.includes(one.technique),
    );
    if (!rule) return null;
    if (decision.coverageRule !== rule.id) return wrong('coverageRule', `follow and cite ${rule.id}`);
    const against = rule.covers ? decision.denied : decision.approved;
    return against.some(({ technique }) => technique === rule.technique)
      ? wrong('outcome', `${rule.id} ${rule.covers ? 'covers' : 'does not cover'} ${rule.technique}`)
      : null;
  },
  decideRetrospective: ({ file, decision: { outcome, urgencyMet, necessityMet } }) => {
    if (!file.build.retrospective) return null;
    if (urgencyMet === null || necessityMet === null)
      return wrong('urgencyMet', 'judge both urgency and necessity of a retrospective case');
    return outcome === 'approved' && !(urgencyMet && necessityMet)
      ? wrong('outcome', 'a retrospective case is approved where both are met')
      : null;
  },
  decideAnnounced: (context) => {
    const { file, pack } = context;
    if (!pack.delegate.preDecision.value || !adverse(context)) return null;
    const told = announced(file);
    return told.phone && told.writing
      ? null
      : refuse('conflict', 'Give the provider verbal and written notification before a denial.');
  },
  decideDue: (context) => {
    const { state, file, now, pack } = context;
    const due = file.information?.dueAt ?? null;
    if (!pack.delegate.preDecision.value || !adverse(context) || due === null) return null;
    if (file.information?.receivedAt !== null || now > due) return null;
    const talk = appointmentOf(state, file.id);
    if (talk && ['held', 'closed'].includes(talk.state)) return null;
    return refuse(
      'conflict',
      'The provider may still send information or have a peer-to-peer; wait for the due date.',
    );
  },
  decideAlternative: ({ decision: { alternative, outcome } }) =>
    alternative !== null && outcome === 'approved'
      ? wrong('alternative', 'an alternative is offered where something is denied')
      : null,
} satisfies Record<string, DeterminationCheck>;

export const everythingOf = ({ phases }: TreatmentPlan): PlanItem[] => phases.map((one) => ({ ...one }));
