import { rules } from '../../rule.ts';

/** Delegated entities and routing. */
export const umDelegatedEntitiesAndRouting = rules([
  {
    id: 'um.delegate.evicore-services',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'plan',
    statement:
      'Elective outpatient high-tech imaging (MRI, MRA, CT, PET), selected cardiac imaging and diagnostics, selected molecular and genetic tests, and radiation therapy MUST be authorized through eviCore.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / eviCore Healthcare; Delegation of Utilization Management',
      },
      { document: 'user-guide', heading: 'Helpful Hints (vendor list)' },
    ],
    sameAs: ['portal.vendor.radiology-evicore'],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.evicore-exempt-settings',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'exception',
    binds: 'plan',
    statement:
      'The same services MUST NOT need prior authorization when given as part of an emergency-room visit, observation stay, surgical care or inpatient stay.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / eviCore Healthcare',
      },
      {
        document: 'utilization-section',
        heading: 'Prior Authorization Requests Submitted Directly to a Delegated Entity',
      },
    ],
    sameAs: ['portal.vendor.radiology-inpatient-exempt'],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.evicore-nonemergent',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'exception',
    binds: 'plan',
    statement: 'The eviCore requirement MUST be applied only to elective, non-emergent outpatient services.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / eviCore Healthcare; Delegation of Utilization Management',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.evicore-direct',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'plan',
    statement:
      'Requests for these services MUST be submitted directly to eviCore online (after a one-time registration) or by phone.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / eviCore Healthcare',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.evicore-phone-hours',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'process',
    binds: 'plan',
    statement: 'Phone requests to eviCore MAY be made 8 AM to 9 PM Eastern.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / eviCore Healthcare',
      },
    ],
    disposition: { is: 'not judgeable', missing: 'phone line outside the portal', door: 'none' },
  },
  {
    id: 'um.delegate.evicore-auth-visible',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'visibility',
    binds: 'plan',
    statement: 'After eviCore approves, the authorization number MUST be findable on the plan portal.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / eviCore Healthcare',
      },
      {
        document: 'utilization-section',
        heading: 'Prior Authorization Requests Submitted Directly to a Delegated Entity',
      },
    ],
    sameAs: ['portal.vendor.vendor-auth-visible'],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.evicore-approval-scope',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'An eviCore approval MUST hold only for the named performing facility and the named CPT codes.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / eviCore Healthcare',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.evicore-renderer-confirms',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'The performing facility MUST confirm that it is the approved facility and that the study is the approved code.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / eviCore Healthcare',
      },
    ],
    disposition: { is: 'not judgeable', missing: "duty of the facility's staff", door: 'none' },
  },
  {
    id: 'um.delegate.evicore-change-new-auth',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'state-transition',
    binds: 'plan',
    statement:
      'A change of study or provider MUST lead to a new authorization; the old one MUST NOT be edited into it.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / eviCore Healthcare',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.evicore-failure-admin-denial',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'payment-consequence',
    binds: 'plan',
    statement:
      'No authorization, or no documentation of necessity, MAY lead to an administrative denial to the provider.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / eviCore Healthcare',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.sleep-direct',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'plan',
    statement:
      'Sleep studies and therapy MUST be requested directly from Sleep Management Solutions / CareCentrix (web portal, or phone Monday to Friday 8 AM to 5 PM Eastern).',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / Sleep Studies and Therapy Management; Delegation of Utilization Management',
      },
      { document: 'user-guide', heading: 'Helpful Hints (vendor list)' },
    ],
    sameAs: ['portal.vendor.sleep-carecentrix'],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.sleep-all-lines',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'plan',
    statement: 'Sleep routing MUST apply to all product lines.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / Sleep Studies and Therapy Management',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.sleep-setting',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'validation',
    binds: 'plan',
    statement:
      'Testing MAY be approved at home (home sleep test) or in an in-network sleep laboratory (polysomnogram).',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / Sleep Studies and Therapy Management',
      },
    ],
    disposition: {
      is: 'not judgeable',
      missing: 'the setting and laboratory that a delegate approved',
      door: 'the delegate’s own log',
    },
  },
  {
    id: 'um.delegate.sleep-billing-guideline',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement: 'Billable sleep codes SHOULD be looked up in the payment guideline.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / Sleep Studies and Therapy Management',
      },
    ],
    disposition: { is: 'not judgeable', missing: 'pointer to another document', door: 'none' },
  },
  {
    id: 'um.delegate.bh-optum',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'plan',
    statement: 'Behavioral-health services MUST be managed (utilization and care management) by Optum.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Requests Submitted Directly to a Delegated Entity / Behavioral Health Services; Delegation of Utilization Management',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.bh-oon-optum',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'plan',
    statement: 'Out-of-network behavioral-health requests MUST be reviewed by Optum.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Out-of-Network Authorization Request Exceptions / All Members',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.cvs-scope',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'delegate',
    statement: 'Delegated UM functions for the selected group of drugs MUST be handled by CVS Caremark.',
    sources: [{ document: 'utilization-section', heading: 'Delegation of Utilization Management' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.cvs-no-medical-denial',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'delegate',
    statement: 'CVS Caremark MUST NOT make medical-necessity denials; the plan keeps that responsibility.',
    sources: [{ document: 'utilization-section', heading: 'Delegation of Utilization Management' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.cvs-pt-committee',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      "Every drug in the CVS Caremark prior-authorization process MUST have been approved for it by the plan's Pharmacy and Therapeutics Committee.",
    sources: [{ document: 'utilization-section', heading: 'Delegation of Utilization Management' }],
    disposition: {
      is: 'not judgeable',
      missing: 'the committee’s approvals, with their dates',
      door: 'a file of the committee',
    },
  },
  {
    id: 'um.delegate.focus-consultative',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      'Focus Health MUST have a consultative role only, for prior-authorization requests for spinal surgery.',
    sources: [{ document: 'utilization-section', heading: 'Delegation of Utilization Management' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.mrioa-fallback',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      "The external physician organization (MRIOA) MUST support reviews only in the rare case that the plan's physician reviewers are unavailable.",
    sources: [{ document: 'utilization-section', heading: 'Delegation of Utilization Management' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.mrioa-contact',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'permission',
    binds: 'plan',
    statement:
      'In those cases MRIOA MAY contact the requesting provider for clinical information or hold a physician-to-physician review.',
    sources: [{ document: 'utilization-section', heading: 'Delegation of Utilization Management' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.delegate.oversight',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement: 'Delegation MUST follow accreditation and regulator requirements, with oversight by the plan.',
    sources: [{ document: 'utilization-section', heading: 'Delegation of Utilization Management' }],
    disposition: { is: 'not judgeable', missing: 'contract oversight', door: 'none' },
  },
  {
    id: 'um.delegate.timeframes-apply',
    level: 'SHOULD',
    basis: 'derived',
    severity: 'warn',
    kind: 'timeframe',
    binds: 'delegate',
    statement: 'Delegated decisions SHOULD meet the same time-frame table.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'UM Time Frame for Decision-Making and Notification; Delegation of Utilization Management',
      },
    ],
    disposition: { is: 'not yet', waitsFor: 'a log that names delegates' },
  },
]);
