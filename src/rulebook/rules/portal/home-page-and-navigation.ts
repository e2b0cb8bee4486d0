import { rules } from '../../rule.ts';

/** Home page and navigation. */
export const portalHomePageAndNavigation = rules([
  {
    id: 'portal.nav.main-menu',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'ui',
    binds: 'plan',
    statement: 'The main menu offers Home, E-Business, Reports, Resources and My Account to ordinary users.',
    sources: [{ document: 'user-guide', heading: 'Response Screen (screenshot menu)' }],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.nav.admin-items-by-role',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'visibility',
    binds: 'plan',
    statement:
      'The items User Admin and PNM Admin appear in the menu only for users with those administration rights.',
    sources: [
      {
        document: 'user-guide',
        heading:
          'Logging into AllwaysProvider.org to Submit a Referral Request (seven-item menu) versus 000_5d4ae4d782df62b8.txt > Response Screen (five-item menu)',
      },
    ],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.nav.ebusiness-auth-path',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'ui',
    binds: 'plan',
    statement:
      'The authorization and referral work list is reached through the E-Business menu, entry Authorization & Referrals.',
    sources: [{ document: 'user-guide', heading: 'View or Attach Documentation' }],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.home.news-panel',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'ui',
    binds: 'plan',
    statement:
      'The home page shows dated news items (date and time to the minute, US format with AM/PM) and a control for more.',
    sources: [
      {
        document: 'user-guide',
        heading: 'Logging into AllwaysProvider.org to Submit a Referral Request (home screenshot)',
      },
    ],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.home.eligibility-search-keys',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'ui',
    binds: 'plan',
    statement: 'Eligibility look-up from the home page works by member ID, by name or by date of birth.',
    sources: [
      {
        document: 'user-guide',
        heading:
          'Logging into AllwaysProvider.org to Submit a Referral Request (home screenshot); 000_5d4ae4d782df62b8.txt > Revisions (home screenshot)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.home.auth-lookup-keys',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'ui',
    binds: 'plan',
    statement: "The home page's view/edit look-up accepts a member ID or an authorization/referral ID.",
    sources: [{ document: 'user-guide', heading: 'Revisions (Edit an Existing Referral Request)' }],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.home.lookup-authid-opens-directly',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'ui',
    binds: 'plan',
    statement:
      "Searching by authorization/referral ID leads straight to that record's viewer, without an intermediate list.",
    sources: [{ document: 'user-guide', heading: 'Revisions (Edit an Existing Referral Request)' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'portal.home.lookup-member-lists',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'ui',
    binds: 'plan',
    statement:
      "Searching by member ID yields the member's requests as a list, from which one is opened with View.",
    sources: [{ document: 'user-guide', heading: 'Revisions (Edit an Existing Referral Request)' }],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.home.view-all-site-link',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'ui',
    binds: 'plan',
    statement: 'The home page links to the list of all authorizations and referrals of the current site.',
    sources: [
      {
        document: 'user-guide',
        heading: 'Logging into AllwaysProvider.org to Submit a Referral Request (home screenshot)',
      },
    ],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.home.guides-link',
    level: 'SHOULD',
    basis: 'inferred',
    severity: 'warn',
    kind: 'content',
    binds: 'plan',
    statement: 'The home page links to authorization/referral guides.',
    sources: [
      {
        document: 'user-guide',
        heading: 'Logging into AllwaysProvider.org to Submit a Referral Request (home screenshot)',
      },
    ],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'portal.home.submit-new-button',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'ui',
    binds: 'plan',
    statement:
      'A control for submitting a new request is on the home page and on the E-Business authorization page and opens the request form.',
    sources: [
      {
        document: 'user-guide',
        heading:
          'Logging into AllwaysProvider.org to Submit a Referral Request; 000_5d4ae4d782df62b8.txt > View or Attach Documentation (screenshot)',
      },
    ],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
]);
