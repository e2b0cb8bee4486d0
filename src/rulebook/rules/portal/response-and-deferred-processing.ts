import { rules } from '../../rule.ts';

/** Response and deferred processing. */
export const portalResponseAndDeferredProcessing = rules([
  {
    id: 'portal.response.realtime-screen',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      "After a completed submission the user gets the plan's response in real time on a response screen.",
    sources: [{ document: 'user-guide', heading: 'Response Screen' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.response.fields',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'The response shows request ID, member, member ID, birth date, status, refer-from, refer-to, service start, service end, type of request, units/visits and a message.',
    sources: [{ document: 'user-guide', heading: 'Response Screen (screenshot)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.response.upload-now-hint',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement: 'The response screen says that supporting documents may be uploaded right away.',
    sources: [{ document: 'user-guide', heading: 'Response Screen (screenshot)' }],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.response.pended-recheck-hint',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement:
      'For pended requests the screen tells the user to look again later, normally after four hours or by the next morning.',
    sources: [{ document: 'user-guide', heading: 'Response Screen (screenshot)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.response.pended-update-time',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'timeframe',
    binds: 'plan',
    statement: "A pended request's status is generally refreshed within four hours or by the next morning.",
    sources: [{ document: 'user-guide', heading: 'Response Screen (screenshot)' }],
    disposition: {
      is: 'not judgeable',
      missing: 'a sign that a status was refreshed although it stayed the same: no document describes one',
      door: 'none',
    },
  },
  {
    id: 'portal.response.deferred-notice',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'exception',
    binds: 'plan',
    statement:
      'When no real-time answer can be given, the portal confirms receipt and says the request will be processed later.',
    sources: [{ document: 'user-guide', heading: 'Response Screen (non-real-time message)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.response.deferred-fax-number',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'plan',
    statement: 'The deferred notice offers faxing clinical notes meanwhile to 617-586-1700.',
    sources: [
      {
        document: 'user-guide',
        heading:
          'Response Screen (non-real-time message); 002_03a072ada892bd41.txt > Submission through allwaysprovider.org (same number)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.response.deferred-datetime-for-cover',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'A fax sent in the interim must quote date and time of the online submission; the portal therefore shows that moment on the deferred notice.',
    sources: [{ document: 'user-guide', heading: 'Response Screen (non-real-time message)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.response.deferred-upload-later',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'state-transition',
    binds: 'plan',
    statement:
      'Documents for a deferred request are uploaded after the request has entered the plan system; before that there is no record to attach to.',
    sources: [{ document: 'user-guide', heading: 'Response Screen (non-real-time message)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.response.deferred-eventually-visible',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'A deferred request becomes visible with a status after about four hours or by the following morning.',
    sources: [{ document: 'user-guide', heading: 'Response Screen (non-real-time message)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.response.deferred-not-lost',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'state-transition',
    binds: 'plan',
    statement:
      'Each acknowledged deferred request is processed exactly once and keeps its original receipt time for all later clocks.',
    sources: [{ document: 'user-guide', heading: 'Response Screen (non-real-time message)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.response.id-format',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement:
      'Request IDs consist of two-digit year, three-digit day of year, the letter R and a five-digit sequence (11 characters).',
    sources: [
      {
        document: 'user-guide',
        heading: 'Response Screen (19164R00145); 000_5d4ae4d782df62b8.txt > Revisions (19161R00569)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.response.id-date-basis',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement:
      'The date inside the ID is the authorization/referral date (day the request was filed), not the service start.',
    sources: [
      {
        document: 'user-guide',
        heading: 'Response Screen (19164R00145: dated 06/13/2019, service start 06/12/2019)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.response.clean-referral-approved',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'state-transition',
    binds: 'plan',
    statement:
      'A referral that satisfies all entry rules (active member, PCP site, in-network specialist, span free) is answered APPROVED in real time, because referrals as such need no medical review.',
    sources: [
      {
        document: 'user-guide',
        heading:
          'Response Screen; 000_5d4ae4d782df62b8.txt > Revisions (viewer 19161R00569, APPROVED on filing date); 002_03a072ada892bd41.txt > Referrals',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
