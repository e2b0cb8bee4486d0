import { rules } from '../../rule.ts';

/** Viewer. */
export const portalViewer = rules([
  {
    id: 'portal.viewer.header-fields',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'The viewer shows ID, member, member ID, birth date, product, member PCP, referred-by, referred-to, inpatient/outpatient, pay-to, diagnosis code and description, status, authorization date, service start and end.',
    sources: [
      {
        document: 'user-guide',
        heading:
          'Response Screen (viewer screenshot); 000_5d4ae4d782df62b8.txt > Revisions (viewer screenshot)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.viewer.service-line-columns',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'Service lines show line number, status, code, code type, modifier, description, total units and used units.',
    sources: [
      {
        document: 'user-guide',
        heading: 'Response Screen; 000_5d4ae4d782df62b8.txt > Revisions (viewer screenshots)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.viewer.line-status',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement: 'Each service line has its own status from the same vocabulary.',
    sources: [
      {
        document: 'user-guide',
        heading: 'Response Screen; 000_5d4ae4d782df62b8.txt > Revisions (viewer screenshots)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.viewer.used-units',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'validation',
    binds: 'plan',
    statement: 'Used units start at zero and never exceed total units.',
    sources: [
      {
        document: 'user-guide',
        heading: 'Response Screen; 000_5d4ae4d782df62b8.txt > Revisions (viewer screenshots)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.viewer.provider-with-npi',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'Providers in the viewer are shown with their NPI in parentheses; the member PCP also with the site name.',
    sources: [
      {
        document: 'user-guide',
        heading: 'Response Screen; 000_5d4ae4d782df62b8.txt > Revisions (viewer screenshots)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.viewer.setting-values',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement:
      'The inpatient/outpatient field has at least the values Inpatient, Outpatient and a specialist value (Specialist - NHP in the example).',
    sources: [
      {
        document: 'user-guide',
        heading: 'Response Screen; 000_5d4ae4d782df62b8.txt > Revisions (viewer screenshots)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.viewer.status-with-level-of-care',
    level: 'MAY',
    basis: 'inferred',
    severity: 'info',
    kind: 'content',
    binds: 'plan',
    statement:
      'The status field can be followed by a level-of-care or service class text (APPROVED A -General Medicine on an inpatient stay).',
    sources: [{ document: 'user-guide', heading: 'Response Screen (viewer screenshot)' }],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.viewer.inpatient-units-nights',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'validation',
    binds: 'plan',
    statement:
      'For an inpatient stay total units are the nights between start and end (06/12 to 06/15/2019 is 3).',
    sources: [{ document: 'user-guide', heading: 'Response Screen (viewer screenshot)' }],
    disposition: {
      is: 'not judgeable',
      missing:
        'how the plan counts the days of a stay: a submission carries the units that the provider typed',
      door: 'none',
    },
  },
  {
    id: 'portal.viewer.retro-date-allowed',
    level: 'MAY',
    basis: 'inferred',
    severity: 'info',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'An admission can be dated before the request (start 06/12/2019, request 06/13/2019), in line with next-business-day notification.',
    sources: [{ document: 'user-guide', heading: 'Response Screen (viewer screenshot)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.viewer.actions',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'ui',
    binds: 'plan',
    statement:
      'The viewer offers Revise Request (editable statuses), Submit Document, Fax Document and per-document Download.',
    sources: [{ document: 'user-guide', heading: 'Response Screen; 000_5d4ae4d782df62b8.txt > Revisions' }],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.viewer.referral-line',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement:
      'A specialty referral is held as one service line described as specialty referral, whose total units equal the visits granted and whose used units start at 0.',
    sources: [
      { document: 'user-guide', heading: 'Revisions (viewer 19161R00569: one line, 6 total, 0 used)' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.viewer.print',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'ui',
    binds: 'plan',
    statement: 'An approved transaction can be printed in full before revising.',
    sources: [{ document: 'user-guide', heading: 'Referral Revision Rules' }],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.viewer.date-format',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement: 'Dates are displayed MM/DD/YYYY (member look-up birth dates appear without leading zeros).',
    sources: [
      {
        document: 'user-guide',
        heading:
          'Response Screen; 000_5d4ae4d782df62b8.txt > Steps to create a Referral request (screenshots)',
      },
    ],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
]);
