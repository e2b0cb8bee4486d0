import { rules } from '../../rule.ts';

/** User administration. */
export const portalUserAdministration = rules([
  {
    id: 'portal.useradmin.at-least-one-per-site',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement: 'Every site keeps one or more designated User Administrators at all times.',
    sources: [{ document: 'portal-section', heading: 'User Administrator Functions' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.useradmin.view-all-site-users',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'visibility',
    binds: 'plan',
    statement: 'A User Administrator can see every portal user registered for the own site.',
    sources: [{ document: 'portal-section', heading: 'User Administrator Functions' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.useradmin.change-permissions',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      "A User Administrator can change the permissions of the site's users whenever needed, with effect on the next action.",
    sources: [{ document: 'portal-section', heading: 'User Administrator Functions' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.useradmin.approve-new-access',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      "A request for new access inside a site takes effect only after that site's User Administrator approves it.",
    sources: [{ document: 'portal-section', heading: 'User Administrator Functions' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.useradmin.scope-own-site',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'permission',
    binds: 'plan',
    statement: 'User-administration powers are limited to the sites for which the person is designated.',
    sources: [{ document: 'portal-section', heading: 'User Administrator Functions' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.useradmin.non-admin-denied',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'permission',
    binds: 'plan',
    statement: 'Users who are not User Administrators cannot open the user list or change permissions.',
    sources: [
      {
        document: 'portal-section',
        heading:
          'User Administrator Functions; 000_5d4ae4d782df62b8.txt > Logging into AllwaysProvider.org to Submit a Referral Request (menu screenshots differ)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.useradmin.enrol-paths',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      "A newcomer can enrol either by self-registration on the portal site or through the site's appointed User Administrator.",
    sources: [{ document: 'portal-section', heading: 'User Administrator Functions' }],
    disposition: { is: 'judged' },
  },
]);
