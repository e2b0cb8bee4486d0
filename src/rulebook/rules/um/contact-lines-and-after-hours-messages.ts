import { rules } from '../../rule.ts';

/** Contact lines and after-hours messages. */
export const umContactLinesAndAfterHoursMessages = rules([
  {
    id: 'um.contact.provider-line',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'provider',
    statement: 'The provider service line MUST be shown as open Monday to Friday, 8 AM to 6 PM.',
    sources: [{ document: 'utilization-section', heading: 'Information Request' }],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'um.contact.member-line',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'member',
    statement:
      'The member service line (with TTY 711) MUST be shown as open Monday to Friday 8 AM to 6 PM and Thursday 8 AM to 8 PM.',
    sources: [{ document: 'utilization-section', heading: 'Information Request' }],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'um.contact.after-hours-24x7',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'For after-hours requests and UM questions the lines MUST take messages 24 hours a day, every day.',
    sources: [{ document: 'utilization-section', heading: 'Information Request' }],
    disposition: { is: 'not judgeable', missing: 'phone line', door: 'none' },
  },
  {
    id: 'um.contact.after-hours-next-bd',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'After-hours requests and messages MUST be retrieved on the next business day.',
    sources: [{ document: 'utilization-section', heading: 'Information Request' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.contact.language',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement: 'Language assistance MUST be available to all members.',
    sources: [{ document: 'utilization-section', heading: 'Information Request' }],
    disposition: { is: 'not judgeable', missing: 'service outside the portal', door: 'none' },
  },
]);
