import { refuse } from '../reference-impl/index.ts';
import { withGate } from './makers.ts';
import type { Mutant } from './mutant.ts';

const denies = (outcome: string): boolean => outcome !== 'approved';

/** Faults in who decides, who reconsiders, and on what basis. */
export const decisionMutants: readonly Mutant[] = [
  withGate(
    'clerk-may-approve',
    'um.decide.approve-nurse',
    'Any back-office role may approve.',
    'decide',
    (gate) => (role, decision, request) =>
      role === 'administrative' && decision.outcome === 'approved' && !request.reconsideration
        ? null
        : gate(role, decision, request),
  ),
  withGate(
    'nurse-may-deny',
    'um.decide.deny-physician-only',
    'The deny button is shown to every clinician.',
    'decide',
    (gate) => (role, decision, request) =>
      role === 'nurse' && denies(decision.outcome) && !request.reconsideration
        ? null
        : gate(role, decision, request),
  ),
  withGate(
    'nurse-may-deny-in-part',
    'um.decide.deny-physician-only',
    'Cutting units is thought to be no denial.',
    'decide',
    (gate) => (role, decision, request) =>
      role === 'nurse' && decision.outcome === 'partial' ? null : gate(role, decision, request),
  ),
  {
    id: 'denials-signed-by-nurse',
    breaks: 'um.decide.deny-physician-only',
    summary: 'The desk’s nurse signs denials in the physician’s absence.',
    make: (parts) => ({
      ...parts,
      gates: {
        ...parts.gates,
        decide: (role, decision, request) =>
          role === 'nurse' && denies(decision.outcome) && !request.reconsideration
            ? null
            : parts.gates.decide(role, decision, request),
      },
      desk: {
        ...parts.desk,
        decider: (finding, request, state) =>
          denies(finding.outcome) && finding.basis === 'medical-necessity' && !request.reconsideration
            ? 'nurse'
            : parts.desk.decider(finding, request, state),
      },
    }),
  },
  withGate(
    'provider-may-decide',
    'um.program.clinical-dept-decides',
    'The decision call checks that somebody is signed in, and no more.',
    'decide',
    (gate) => (role, decision, request) => (role === null ? null : gate(role, decision, request)),
  ),
  withGate(
    'support-may-decide',
    'um.pa.support-staff-no-decision',
    'Support staff shares the nurses’ role.',
    'decide',
    (gate) => (role, decision, request) => (role === 'support' ? null : gate(role, decision, request)),
  ),
  withGate(
    'nurse-may-reconsider',
    'um.reconsideration.physician-conducts',
    'An overturned denial is thought to be an approval like any other.',
    'decide',
    (gate) => (role, decision, request) =>
      request.reconsideration && role === 'nurse' && decision.outcome === 'approved'
        ? null
        : gate(role, decision, request),
  ),
  {
    id: 'administrative-reason-other',
    breaks: 'um.program.decision-basis',
    summary: 'A free-text reason for administrative denials.',
    make: (parts) => ({
      ...parts,
      gates: {
        ...parts.gates,
        decide: (role, decision, request) =>
          decision.basis === 'administrative' && decision.reason === 'other'
            ? null
            : parts.gates.decide(role, decision, request),
      },
      desk: {
        ...parts.desk,
        review: (state, request, pack) => {
          const finding = parts.desk.review(state, request, pack);
          return finding.reason === 'missing-clinical-documentation' &&
            request.accepted.reviewType === 'concurrent'
            ? { ...finding, reason: 'other' }
            : finding;
        },
      },
    }),
  },
  withGate(
    'anything-is-reconsidered',
    'um.reconsideration.eligible-denials',
    'The button is there for every decided request.',
    'reconsider',
    (gate) => (request) =>
      request.determinations.length > 0 && !request.reconsideration ? null : gate(request),
  ),
  withGate(
    'no-reconsideration-online',
    'um.reconsideration.provider-only',
    'Reconsideration by letter only.',
    'reconsider',
    () => () => refuse('forbidden', 'Please write to us.'),
  ),
];
