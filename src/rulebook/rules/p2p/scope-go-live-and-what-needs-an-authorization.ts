import { rules } from '../../rule.ts';

/** Scope, go-live and what needs an authorization. */
export const p2pScopeGoLiveAndWhatNeedsAnAuthorization = rules([
  {
    id: 'scope.lob.medicare-and-medicaid',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'delegate',
    statement:
      "The delegate MUST accept radiation-oncology prior-authorization requests for the plan's Medicare and Medicaid members; the member's line of business MUST be stored on the case because it selects the post-decision path.",
    sources: [
      { document: 'delegate-training', heading: 'Health Partners Plans Prior Authorization Services' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'scope.golive.accept-from-2021-10-15',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'delegate',
    statement:
      'Requests MUST be accepted from 15 Oct 2021 onward; nothing obliges the delegate to accept a request entered before that date.',
    sources: [
      { document: 'delegate-training', heading: 'Health Partners Plans Prior Authorization Services' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'scope.golive.service-date-from-2021-10-15',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'delegate',
    statement:
      'Only treatment with a service date of 15 Oct 2021 or later is managed; an earlier treatment start MUST NOT be forced through this programme.',
    sources: [
      { document: 'delegate-training', heading: 'Health Partners Plans Prior Authorization Services' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'scope.setting.outpatient-elective-only',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'delegate',
    statement:
      'Prior authorization MUST be required only for outpatient, elective (non-emergent) radiation services.',
    sources: [
      { document: 'delegate-training', heading: 'Health Partners Plans Prior Authorization Services' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'scope.setting.er-observation-inpatient-exempt',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'exception',
    binds: 'delegate',
    statement:
      'Services given in an emergency room, an observation stay or an inpatient stay MUST NOT require this authorization.',
    sources: [
      { document: 'delegate-training', heading: 'Health Partners Plans Prior Authorization Services' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'scope.transition.existing-auth-honoured',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'exception',
    binds: 'delegate',
    statement:
      'A provider holding an authorization from the legacy MedSolutions system MUST NOT be made to obtain a new one while modality and number of fractions are unchanged.',
    sources: [
      { document: 'delegate-training', heading: 'Health Partners Plans Prior Authorization Services' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'scope.transition.changed-treatment-needs-new',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'delegate',
    statement:
      'If modality, fraction count, or both differ from the legacy authorization, a new request MUST be made.',
    sources: [
      { document: 'delegate-training', heading: 'Health Partners Plans Prior Authorization Services' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'scope.provider.verify-eligibility-first',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'provider',
    statement:
      "The provider SHOULD check the member's eligibility and benefits behind the secured provider log-in before requesting.",
    sources: [
      { document: 'delegate-training', heading: 'Health Partners Plans Prior Authorization Services' },
    ],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'scope.episode.simulation-through-last-fraction',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'delegate',
    statement:
      'One authorization MUST cover the whole episode, from the first simulation visit to the delivery of the final fraction.',
    sources: [
      { document: 'delegate-training', heading: 'Radiation Oncology - Holistic Treatment Plan Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'scope.request.by-cancer-type-not-codes',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'delegate',
    statement:
      'The requester MUST identify a cancer type or body part being treated instead of listing individual CPT/HCPCS codes.',
    sources: [
      {
        document: 'delegate-training',
        heading:
          'Radiation Oncology - Holistic Treatment Plan Review; Legacy MedSolutions Portal vs. Legacy CareCore Portal',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'scope.request.other-and-noncancer-types-offered',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'delegate',
    statement:
      'The list of types MUST include a non-cancerous choice and an "other cancer" choice for diagnoses that fit no named type.',
    sources: [
      { document: 'delegate-training', heading: 'Radiation Oncology - Holistic Treatment Plan Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'scope.request.by-treatment-start-date',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'delegate',
    statement:
      'From the migration date the date of service on a request MUST mean the treatment start date, not the simulation date.',
    sources: [
      { document: 'delegate-training', heading: 'Legacy MedSolutions Portal vs. Legacy CareCore Portal' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'scope.review.evidence-based-comparison',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'delegate',
    statement:
      'The requested plan MUST be compared with the published guideline set for the cancer type before a decision.',
    sources: [
      { document: 'delegate-training', heading: 'Radiation Oncology - Holistic Treatment Plan Review' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'scope.review.medicare-lcd-ncd-precedence',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'delegate',
    statement: 'For Medicare cases an applicable local or national coverage determination MUST be followed.',
    sources: [
      { document: 'delegate-training', heading: 'Radiation Oncology - Holistic Treatment Plan Review' },
    ],
    disposition: { is: 'judged' },
  },
]);
