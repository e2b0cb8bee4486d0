import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

const denies = (outcome: string): boolean => outcome !== 'approved';

/** Faults in who decides. */
export const whoDecides: readonly Mutant[] = [
  changingGate({
    id: 'clerk-may-approve',
    breaks: 'um.decide.approve-nurse',
    summary: 'Any back-office role may approve.',
    gate: 'decide',
    change: (gate) => (role, decision, request) =>
      role === 'administrative' && decision.outcome === 'approved' && !request.reconsideration
        ? null
        : gate(role, decision, request),
  }),
  changingGate({
    id: 'nurse-may-deny',
    breaks: 'um.decide.deny-physician-only',
    summary: 'The deny button is shown to every clinician.',
    gate: 'decide',
    change: (gate) => (role, decision, request) =>
      role === 'nurse' && denies(decision.outcome) && !request.reconsideration
        ? null
        : gate(role, decision, request),
  }),
  changingGate({
    id: 'nurse-may-deny-in-part',
    breaks: 'um.decide.deny-physician-only',
    summary: 'Cutting units is thought to be no denial.',
    gate: 'decide',
    change: (gate) => (role, decision, request) =>
      role === 'nurse' && decision.outcome === 'partial' ? null : gate(role, decision, request),
  }),
  {
    id: 'denials-signed-by-nurse',
    breaks: 'um.decide.deny-physician-only',
    summary: 'A UM nurse signs denials in the physician’s absence.',
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
  changingGate({
    id: 'provider-may-decide',
    breaks: 'um.program.clinical-dept-decides',
    summary: 'The decision call checks that somebody is signed in, and no more.',
    gate: 'decide',
    change: (gate) => (role, decision, request) => (role === null ? null : gate(role, decision, request)),
  }),
  changingGate({
    id: 'support-may-decide',
    breaks: 'um.pa.support-staff-no-decision',
    summary: 'Support staff shares the nurses’ role.',
    gate: 'decide',
    change: (gate) => (role, decision, request) =>
      role === 'support' ? null : gate(role, decision, request),
  }),
  changingGate({
    id: 'nurse-may-reconsider',
    breaks: 'um.reconsideration.physician-conducts',
    summary: 'An overturned denial is thought to be an approval like any other.',
    gate: 'decide',
    change: (gate) => (role, decision, request) =>
      request.reconsideration && role === 'nurse' && decision.outcome === 'approved'
        ? null
        : gate(role, decision, request),
  }),
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
];
