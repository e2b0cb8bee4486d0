import type { DomainEvent, PortalState } from '../../reference-impl/index.ts';
import { changingEvents } from '../makers/events.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';
import { isNotice } from './makers.ts';

/** A denial by the system at the moment of submission, where the answers do not meet the criteria. */
function deniedAtOnce(event: DomainEvent, state: PortalState): DomainEvent | DomainEvent[] {
  if (event.type !== 'case-submitted' || event.criteriaMet) return event;
  const file = state.delegate.cases.get(event.case);
  const type = state.world.delegation?.cancerTypes.find(({ code }) => code === file?.build.cancerType);
  if (file?.line !== 'medicaid' || type?.code !== 'RCBREA') return event;
  return [
    event,
    {
      type: 'case-determined',
      at: event.at,
      case: event.case,
      outcome: 'denied',
      approved: [],
      denied: file.build.plan.phases.map((one) => ({ ...one })),
      rationale: 'The answers do not meet the criteria.',
      imageGuidance: file.build.plan.imageGuidance ? 'denied' : null,
      guideline: type.guideline,
      coverageRule: null,
      alternative: null,
      urgencyMet: null,
      necessityMet: null,
      by: 'system',
      cause: 'submission',
      appointment: null,
    },
  ];
}

/** Faults in the determinations of the delegate. */
export const determinations: readonly Mutant[] = [
  changingEvents({
    id: 'denied-by-the-form',
    breaks: 'clinical.notmet.never-auto-denied',
    summary: 'Answers that do not meet the criteria are denied on the spot.',
    change: deniedAtOnce,
  }),
  changingDelegateGate({
    id: 'any-guideline',
    breaks: 'scope.review.evidence-based-comparison',
    summary: 'The guideline is a field that nobody reads.',
    gate: 'decideGuideline',
    change: () => () => null,
  }),
  changingDelegateGate({
    id: 'guideline-before-coverage',
    breaks: 'scope.review.medicare-lcd-ncd-precedence',
    summary: 'The delegate’s own guideline goes first.',
    gate: 'decideCoverage',
    change: () => () => null,
  }),
  changingDelegateGate({
    id: 'part-of-it-is-lost',
    breaks: 'decision.summary.partition-invariant',
    summary: 'What is neither approved nor denied is left open.',
    gate: 'decidePartition',
    change: () => () => null,
  }),
  changingDelegateGate({
    id: 'denied-without-a-word',
    breaks: 'decision.summary.denied-needs-rationale',
    summary: 'The letter has a text of its own.',
    gate: 'decideRationale',
    change: () => () => null,
  }),
  changingEvents({
    id: 'images-not-mentioned',
    breaks: 'decision.igrt.separate-determination',
    summary: 'Image guidance is decided without notification.',
    change: (event) => (isNotice(event) && event.imageGuidance ? { ...event, imageGuidance: null } : event),
  }),
  changingDelegateGate({
    id: 'alternative-on-an-approval',
    breaks: 'altrec.offer.may-be-made',
    summary: 'A better plan is suggested to everybody.',
    gate: 'decideAlternative',
    change: () => () => null,
  }),
  changingDelegateGate({
    id: 'urgency-not-judged',
    breaks: 'retro.reviewed-for-urgency-and-necessity',
    summary: 'After the service urgency is thought to be past.',
    gate: 'decideRetrospective',
    change: () => () => null,
  }),
  changingDelegateGate({
    id: 'nurse-reconsiders',
    breaks: 'recon.web.physician-reviews',
    summary: 'Whoever is free reconsiders.',
    gate: 'decideRole',
    change: (gate) => (context) => (context.file.reconsideration?.state === 'pending' ? null : gate(context)),
  }),
];
