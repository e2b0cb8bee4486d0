import { rules } from '../../rule.ts';

/** Online clinical reports. */
export const umOnlineClinicalReports = rules([
  {
    id: 'um.reports.download',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'visibility',
    binds: 'plan',
    statement:
      'PCPs MUST be able to download patient- and site-level reports electronically from the portal.',
    sources: [{ document: 'utilization-section', heading: 'Online Clinical Reports on allwaysprovider.org' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.reports.role-based-access',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'permission',
    binds: 'plan',
    statement: 'Provider offices SHOULD grant access by role only.',
    sources: [
      { document: 'utilization-section', heading: 'Online Clinical Reports on allwaysprovider.org' },
      {
        document: 'utilization-section',
        heading:
          'Online Clinical Reports on allwaysprovider.org; 001_5bbf60ce4ed651ca.txt > Clinical Reports',
      },
    ],
    sameAs: ['portal.useradmin.role-based-clinical-access'],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.reports.permission-review',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'provider',
    statement: 'Provider offices SHOULD review user permissions regularly.',
    sources: [{ document: 'utilization-section', heading: 'Online Clinical Reports on allwaysprovider.org' }],
    disposition: {
      is: 'not judgeable',
      missing: 'what “regularly” means for a review of permissions',
      door: 'none',
    },
  },
]);
