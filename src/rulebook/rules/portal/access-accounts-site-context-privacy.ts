import { rules } from '../../rule.ts';

/** Access, accounts, site context, privacy. */
export const portalAccessAccountsSiteContextPrivacy = rules([
  {
    id: 'portal.access.registration-required',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      'Network providers of the plan, and the billing companies that act for them, have to hold a portal registration and actually use it; portal functions are not available to unregistered parties.',
    sources: [{ document: 'portal-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.access.third-party-biller-users',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      'Third-party billers are a user class of their own that must register too; they act under the context of the provider site(s) they are linked to.',
    sources: [{ document: 'portal-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.access.login-required',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'permission',
    binds: 'plan',
    statement:
      "The work flow starts with signing in at the portal's https address; every other screen requires an authenticated session.",
    sources: [
      { document: 'user-guide', heading: 'Logging into AllwaysProvider.org to Submit a Referral Request' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.access.permission-required-to-submit',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      'A referral or authorization may be submitted only by a user whose account carries the submission permission for that provider site.',
    sources: [{ document: 'user-guide', heading: 'Introduction' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.access.permission-per-feature',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      'Submission and individual referral links or features are switched on separately per user; a user who lacks one must not be able to use it.',
    sources: [{ document: 'user-guide', heading: 'Helpful Hints (User Administrator bullet)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.access.contact-user-admin-hint',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement:
      "A user without the needed access is told to turn to the site's User Administrator, not to the plan.",
    sources: [{ document: 'user-guide', heading: 'Helpful Hints (User Administrator bullet)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.access.site-scoped-patient-data',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'visibility',
    binds: 'plan',
    statement:
      'Patient information is exposed only within the context of the provider site with which the user is associated and is currently working.',
    sources: [{ document: 'portal-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.access.multi-site-single-account',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement: 'One account can be linked to several provider sites; a second account must not be needed.',
    sources: [
      {
        document: 'portal-section',
        heading:
          'Overview; 000_5d4ae4d782df62b8.txt > Logging into AllwaysProvider.org to Submit a Referral Request',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.access.single-site-fixed',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'permission',
    binds: 'plan',
    statement: 'A user with single-site access always works in that site and cannot select another.',
    sources: [
      { document: 'user-guide', heading: 'Logging into AllwaysProvider.org to Submit a Referral Request' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.access.current-site-dropdown',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'ui',
    binds: 'plan',
    statement:
      "A multi-site user can change the site a request is filed for through the current-site selector at the top of the page, limited to the user's own sites.",
    sources: [
      {
        document: 'user-guide',
        heading:
          'Logging into AllwaysProvider.org to Submit a Referral Request; 000_5d4ae4d782df62b8.txt > Steps to create a Referral request (step 3)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.access.site-switch-rescopes',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'visibility',
    binds: 'plan',
    statement:
      'After a site switch, request lists, reports and the requesting provider follow the newly selected site only.',
    sources: [
      {
        document: 'user-guide',
        heading:
          'Steps to create a Referral request (step 3); 000_5d4ae4d782df62b8.txt > View or Attach Documentation; 001_5bbf60ce4ed651ca.txt > Reports (Redetermination Report, "currently selected site")',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.access.dual-approval',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      "A user's portal access depends on approval by the site's designated User Administrator and by the plan's Provider Relations function.",
    sources: [{ document: 'portal-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.account.renewal-180-days',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: "A user's access to a provider site has to be renewed at intervals of at most 180 days.",
    sources: [{ document: 'portal-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.account.inactive-30-days',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement: 'An account with no activity for 30 days or longer becomes subject to automatic termination.',
    sources: [{ document: 'portal-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.account.terminated-blocks-access',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'state-transition',
    binds: 'plan',
    statement:
      'A terminated account cannot sign in or call functions until access is granted anew through the approval path.',
    sources: [{ document: 'portal-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.audit.user-actions-logged',
    level: 'MUST',
    basis: 'inferred',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement:
      'Because user actions are audited, each view, search, submit, revise, upload, download, permission change and site switch leaves an attributable record (who, site, when, what object, result).',
    sources: [{ document: 'portal-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.audit.regular-review',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement: 'The plan carries out audits of user actions on a regular basis.',
    sources: [{ document: 'portal-section', heading: 'Overview' }],
    disposition: {
      is: 'not judgeable',
      missing:
        'how often the plan reviews what users did: the documents give no interval, and no door shows it',
      door: 'none',
    },
  },
  {
    id: 'portal.privacy.protect-phi',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement: "Member PHI and other identifying information is to be kept private by the plan's portal.",
    sources: [{ document: 'portal-section', heading: 'Overview' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.privacy.no-phi-in-email',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement:
      'Help requests to the support mailbox must not carry PHI over unsecured e-mail; the notice stands next to the address.',
    sources: [
      { document: 'portal-section', heading: 'User Administrator Functions (footnote)' },
      { document: 'provider-section', heading: 'Joining the My Care Family Network' },
    ],
    sameAs: ['network.contact.no-phi-email'],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.support.mailbox-for-portal-issues',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'routing',
    binds: 'plan',
    statement:
      'Trouble with login, with finding an authorization or with attaching a file is reported to the provider web support mailbox (prweb@allwayshealth.org).',
    sources: [
      {
        document: 'user-guide',
        heading:
          'Logging into AllwaysProvider.org to Submit a Referral Request; 001_5bbf60ce4ed651ca.txt > User Administrator Functions',
      },
    ],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.support.contact-block',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement:
      'Portal pages carry a contact block with the provider customer-service phone (1-855-444-4647) and the support mailbox.',
    sources: [{ document: 'user-guide', heading: 'Response Screen (screenshot footer)' }],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.support.provider-service-last',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'routing',
    binds: 'plan',
    statement:
      'The portal is the first channel for listed transactions; the provider service phone line is meant only for matters the portal cannot handle.',
    sources: [{ document: 'portal-section', heading: 'Overview' }],
    disposition: {
      is: 'not judgeable',
      missing: 'which questions reach the telephone line: no door of the portal shows it',
      door: 'none',
    },
  },
]);
