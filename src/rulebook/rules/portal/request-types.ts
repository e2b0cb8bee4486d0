import { rules } from '../../rule.ts';

/** Request types. */
export const portalRequestTypes = rules([
  {
    id: 'portal.type.catalogue',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'The portal lets a user create three kinds of request: referral, outpatient authorization, and admission; a fourth function, Status, searches and shows responses.',
    sources: [{ document: 'user-guide', heading: 'Introduction (type table)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.type.status-is-not-creatable',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'validation',
    binds: 'plan',
    statement: 'Status is a view function and not a request type that can be submitted.',
    sources: [{ document: 'user-guide', heading: 'Introduction (type table)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.type.referral-real-time',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'A referral is created and sent to the plan in real time.',
    sources: [
      {
        document: 'user-guide',
        heading: 'Introduction (type table); 000_5d4ae4d782df62b8.txt > Response Screen',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.type.outpatient-real-time',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'An outpatient authorization request, which type also covers observation stays and surgical services, is created and sent in real time.',
    sources: [{ document: 'user-guide', heading: 'Introduction (type table)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.type.admission-real-time',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'An admission certification request is created and sent in real time.',
    sources: [{ document: 'user-guide', heading: 'Introduction (type table)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.type.status-search-all',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'visibility',
    binds: 'plan',
    statement:
      "The Status function lets a user search and view the responses to all referrals and authorizations within the user's visibility.",
    sources: [{ document: 'user-guide', heading: 'Introduction (type table)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.type.form-switch-specialty-referral',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'ui',
    binds: 'plan',
    statement:
      'For a referral, the user first picks Specialty Referral as the request type; the specialist-service form follows.',
    sources: [
      {
        document: 'user-guide',
        heading:
          'Steps to create a Referral request (step 1); 000_5d4ae4d782df62b8.txt > Referrals and Authorizations (form screenshot)',
      },
    ],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
]);
