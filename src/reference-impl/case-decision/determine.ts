import type { CaseDecision, DelegateRole } from '../../contract/index.ts';
import type { DelegatePack } from '../../rulebook/index.ts';
import type { PortalState } from '../core/state.ts';
import type { DelegateDomainEvent, Determined } from '../delegate/event.ts';
import { appointmentOf, type CaseFileState, delegationOf } from '../delegate/state.ts';
import { everythingOf } from './determination-checks.ts';
import { determinationNotices } from './notices.ts';

/** What follows from a determination: notices, a withdrawal, and a talk that can change nothing any more. */
export function determined(
  state: PortalState,
  file: CaseFileState,
  made: Determined,
  at: number,
  pack: DelegatePack,
): DelegateDomainEvent[] {
  const events: DelegateDomainEvent[] = [{ type: 'case-determined', at, case: file.id, ...made }];
  events.push(...determinationNotices(state, file, made, at));
  const original = file.build.replaces;
  const stands = state.delegate.cases.get(original ?? '')?.withdrawn === false;
  if (original !== undefined && stands && made.outcome === 'approved')
    events.push({ type: 'case-withdrawn', at, case: original, replacedBy: file.id });
  const talk = appointmentOf(state, file.id);
  const own = talk?.cases.find(({ caseNumber }) => caseNumber === file.id);
  const final =
    made.outcome === 'approved' || !pack.delegate.reconsideration || made.cause === 'reconsideration';
  if (
    talk !== null &&
    ['scheduled', 'held'].includes(talk.state) &&
    own &&
    own.level !== 'consultative' &&
    final &&
    talk.id !== made.appointment
  ) {
    const alone = talk.cases.length === 1 && talk.state === 'scheduled';
    events.push(
      made.outcome === 'approved' && alone
        ? {
            type: 'consultation-changed',
            at,
            case: file.id,
            appointment: talk.id,
            to: 'cancelled',
            by: 'system',
            reason: 'The case is approved.',
          }
        : { type: 'consultation-became-consultative', at, case: file.id, appointment: talk.id },
    );
  }
  return events;
}

/** What Medicare says about a technique that a case asks for; it goes before what the delegate would find. */
export function coverageRuleOf(state: PortalState, file: CaseFileState) {
  const { cancerType, plan } = file.build;
  if (file.line !== 'medicare') return null;
  const techniques = plan.phases.map(({ technique }) => technique);
  const rules = delegationOf(state).coverageRules;
  return rules.find((one) => one.cancerType === cancerType && techniques.includes(one.technique)) ?? null;
}

/** A full approval of what was asked for. */
export const fullApproval = (state: PortalState, file: CaseFileState): CaseDecision => {
  const delegation = delegationOf(state);
  const { cancerType, plan, retrospective } = file.build;
  return {
    outcome: 'approved',
    approved: everythingOf(plan),
    denied: [],
    rationale: '',
    imageGuidance: plan.imageGuidance ? 'approved' : null,
    guideline: delegation.cancerTypes.find(({ code }) => code === cancerType)?.guideline ?? '',
    coverageRule: coverageRuleOf(state, file)?.id ?? null,
    alternative: null,
    urgencyMet: retrospective ? true : null,
    necessityMet: retrospective ? true : null,
  };
};

/** A denial of all that was asked for, or of all but what is approved. */
export function adverse(
  state: PortalState,
  file: CaseFileState,
  rationale: string,
  approved: CaseDecision['approved'] = [],
): CaseDecision {
  const { plan } = file.build;
  const left = plan.phases.flatMap((one) => {
    const granted = approved
      .filter(
        ({ name, technique, asNeeded }) => name === one.name && technique === one.technique && !asNeeded,
      )
      .reduce((sum, { fractions }) => sum + fractions, 0);
    return granted < one.fractions ? [{ ...one, fractions: one.fractions - granted }] : [];
  });
  const type = delegationOf(state).cancerTypes.find(({ code }) => code === file.build.cancerType);
  const some = approved.some(({ asNeeded }) => !asNeeded);
  return {
    ...fullApproval(state, file),
    outcome: some ? 'partially-approved' : 'denied',
    approved,
    denied: left,
    rationale,
    imageGuidance: plan.imageGuidance ? (some ? 'approved' : 'denied') : null,
    alternative: type?.alternative ?? null,
    urgencyMet: file.build.retrospective ? true : null,
    necessityMet: file.build.retrospective ? false : null,
  };
}

/** The review that goes before a determination by a person: everything that was sent is looked at. */
export const reviewed = (file: CaseFileState, by: DelegateRole, at: number): DelegateDomainEvent => ({
  type: 'case-reviewed',
  at,
  case: file.id,
  by,
  documents: file.documents.map(({ id }) => id),
  notes: file.additional?.notes ?? null,
});
