import { rules } from '../../rule.ts';

/** Medical-necessity denials and peer discussion. */
export const umMedicalNecessityDenialsAndPeerDiscussion = rules([
  {
    id: 'um.denial.definition',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'A decision to deny, terminate, modify or suspend a requested benefit on medical necessity, setting, level of care or effectiveness MUST be handled as a medical-necessity denial.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.denial.specialist-review',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement:
      'Suitable network specialists and external reviewers SHOULD be used for complex specialty cases and for new procedures or technology.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.denial.pre-denial-discussion',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'For every medical-necessity denial the treating or referring practitioner MUST have been offered a discussion of the potential denial with the appropriate practitioner.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Decision-Making' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.denial.discussion-with-physician',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement: "The plan's side of that discussion MUST be an appropriate practitioner (physician reviewer).",
    sources: [
      {
        document: 'utilization-section',
        heading: 'Medical Necessity Decision-Making; Medical Necessity Denials',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.denial-letter.specific-information',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'Written medical-necessity denials MUST state the specific information on which the denial rests.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.denial-letter.clinical-and-reasons',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'Written medical-necessity denials MUST give the presenting symptoms or condition, the diagnosis, the treatment interventions, and the specific reasons why that evidence does not meet the criteria.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.denial-letter.alternative-treatment',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'Written medical-necessity denials MUST name any alternative treatment option available through the plan or the community, if there is one.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.denial-letter.criteria-summary',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'Written medical-necessity denials MUST summarize the applicable review criteria and clinical practice guidelines.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.denial-letter.physician-contact',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'Written medical-necessity denials MUST tell how the provider can reach a physician reviewer to discuss the denial.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.denial-letter.appeal-rights',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'Written medical-necessity denials MUST describe the formal appeals process, how to start it, and how to obtain an external review.',
    sources: [{ document: 'utilization-section', heading: 'Medical Necessity Denials' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.denial-letter.scope-mn-only',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'exception',
    binds: 'plan',
    statement:
      'The six-part content list MUST be demanded of medical-necessity denials only; none is stated for administrative denials.',
    sources: [
      { document: 'utilization-section', heading: 'Medical Necessity Denials; Administrative Denials' },
    ],
    disposition: {
      is: 'not judgeable',
      missing:
        'an act of a portal: it binds whoever judges, and no oracle asks an administrative letter for the six elements',
      door: 'none',
    },
  },
]);
