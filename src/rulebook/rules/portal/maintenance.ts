import { rules } from '../../rule.ts';

/** Maintenance. */
export const portalMaintenance = rules([
  {
    id: 'portal.maintenance.window',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'Plan systems are maintained on the third weekend of each month, from Friday 5:00 pm until Monday morning.',
    sources: [{ document: 'user-guide', heading: 'Helpful Hints' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.maintenance.entry-allowed',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'exception',
    binds: 'plan',
    statement: 'Referrals and authorizations can still be entered during maintenance.',
    sources: [{ document: 'user-guide', heading: 'Helpful Hints' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.maintenance.no-status-until-monday',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'A request entered during maintenance gets no status before Monday morning.',
    sources: [{ document: 'user-guide', heading: 'Helpful Hints' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.maintenance.deferred-notice-time-wording',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement:
      'During maintenance the notice should point to Monday morning, since the standard wording (four hours or next morning) would mislead.',
    sources: [
      {
        document: 'user-guide',
        heading: 'Helpful Hints; 000_5d4ae4d782df62b8.txt > Response Screen (non-real-time message)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.maintenance.edit-and-upload',
    level: 'MAY',
    basis: 'inferred',
    severity: 'info',
    kind: 'exception',
    binds: 'plan',
    statement:
      'Revisions and uploads to existing requests during maintenance are not addressed; entering is allowed, results come after the window.',
    sources: [{ document: 'user-guide', heading: 'Helpful Hints' }],
    disposition: { is: 'judged' },
  },
]);
