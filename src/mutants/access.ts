import { type Parts, refuse } from '../reference-impl/index.ts';
import { atTheDoor, rowsOf } from './door.ts';
import { withGate } from './makers.ts';
import type { Mutant } from './mutant.ts';

type Gates = Parts['gates'];

const permissionsOf = (user: Parameters<Gates['submit']>[0], site: string): readonly string[] =>
  user.sites.find((own) => own.site === site)?.permissions ?? [];

/** Whether the name is one that registered at the delegate, whose accounts are its own. */
const isDelegates = ({ state, body }: Parameters<Parts['answer']>[1]): boolean =>
  state?.delegate.accounts.has(String((body as { user?: unknown } | undefined)?.user)) === true;

/** Whether somebody has asked for access and waits for it. */
const isWaiting = ({ state, body }: Parameters<Parts['answer']>[1]): boolean =>
  [...(state?.accessCases.values() ?? [])].some(({ user }) => user === (body as { user?: unknown }).user);

/** Rows of the list before stay on the screen after the site was changed. */
function cachedRows(parts: Parts): Parts {
  const shown = new Map<string, unknown[]>();
  return {
    ...parts,
    answer: (answer, context) => {
      const passed = parts.answer(answer, context);
      if (context.operation !== 'list-requests' || passed.status !== 200 || context.user !== 'two-sites')
        return passed;
      const key = `${context.state?.id}/${context.user}`;
      const rows = rowsOf(passed.body as Record<string, unknown>, 'requests');
      const before = (shown.get(key) ?? []) as Record<string, unknown>[];
      const all = [...before.filter(({ id }) => !rows.some((row) => row.id === id)), ...rows];
      shown.set(key, all);
      return { ...passed, body: { requests: all } };
    },
  };
}

/** Faults in who may enter, for which site, and who sees what. */
export const accessMutants: readonly Mutant[] = [
  {
    id: 'lists-without-a-session',
    breaks: 'portal.access.login-required',
    summary: 'The list call was left out of the session filter.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) =>
        context.operation === 'list-requests' && answer.status === 401 && context.user === null
          ? { status: 200, body: { requests: [] } }
          : parts.answer(answer, context),
    }),
  },
  {
    id: 'anybody-may-sign-in',
    breaks: 'portal.access.registration-required',
    summary: 'An unknown user gets a guest session.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) =>
        context.operation === 'sign-in' &&
        answer.status === 401 &&
        !isWaiting(context) &&
        !isDelegates(context)
          ? {
              status: 201,
              body: {
                token: 'guest-guest-guest-guest',
                user: 'guest',
                role: null,
                currentSite: null,
                sites: [],
              },
            }
          : parts.answer(answer, context),
    }),
  },
  withGate(
    'viewer-may-submit',
    'portal.access.permission-required-to-submit',
    'The permission hides the button and guards nothing.',
    'submit',
    (gate) => (user, site, type) => (user.id !== 'viewer' ? gate(user, site, type) : null),
  ),
  withGate(
    'one-permission-for-all',
    'portal.access.permission-per-feature',
    'Whoever may submit may submit anything.',
    'submit',
    (gate) => (user, site, type) =>
      permissionsOf(user, site).some((one) => one.startsWith('submit-')) ? null : gate(user, site, type),
  ),
  withGate(
    'refused-without-a-hint',
    'portal.access.contact-user-admin-hint',
    'A refusal is a bare code.',
    'submit',
    (gate) => (user, site, type) => (gate(user, site, type) ? refuse('forbidden', 'Not permitted.') : null),
  ),
  atTheDoor(
    'second-site-not-shown',
    'portal.access.multi-site-single-account',
    'An account has one site; for another one registers again.',
    ['show-session', 'sign-in'],
    (body) => {
      body.sites = rowsOf(body, 'sites').slice(0, 1);
    },
  ),
  withGate(
    'any-site-can-be-chosen',
    'portal.access.single-site-fixed',
    'The site is taken from the address bar.',
    'chooseSite',
    (gate) => (user, site) => (user.sites.length === 1 ? null : gate(user, site)),
  ),
  withGate(
    'foreign-site-can-be-chosen',
    'portal.access.current-site-dropdown',
    'A user of several sites is taken for a billing office.',
    'chooseSite',
    (gate) => (user, site) => (user.sites.length > 1 ? null : gate(user, site)),
  ),
  {
    id: 'list-remembers-the-other-site',
    breaks: 'portal.access.site-switch-rescopes',
    summary: 'The list is cached for the account.',
    make: cachedRows,
  },
  atTheDoor(
    'two-types-offered',
    'portal.type.catalogue',
    'Admissions are for the hospital’s own system.',
    ['list-request-types'],
    (body) => {
      body.types = rowsOf(body, 'types').filter(({ type }) => type !== 'admission');
    },
  ),
  withGate(
    'any-number-verifies',
    'um.visibility.own-requests-only',
    'Whoever knows a number may verify the request.',
    'see',
    (gate) => (state, request, site) =>
      gate(state, request, site) === 'nothing' ? 'verification' : gate(state, request, site),
  ),
  withGate(
    'named-site-sees-all',
    'um.visibility.own-requests-only',
    'The servicing site sees remarks and contacts too.',
    'see',
    (gate) => (state, request, site) =>
      gate(state, request, site) === 'verification' ? 'full' : gate(state, request, site),
  ),
  {
    id: 'foreign-number-is-forbidden',
    breaks: 'um.visibility.own-requests-only',
    summary: 'A foreign number answers “forbidden”, which tells that it exists.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) =>
        context.operation === 'view-request' &&
        answer.status === 404 &&
        context.state?.requests.has(context.path.id ?? '')
          ? {
              status: 403,
              body: {
                type: 'about:blank',
                title: 'forbidden',
                status: 403,
                code: 'forbidden',
                detail: 'Not yours.',
              },
            }
          : parts.answer(answer, context),
    }),
  },
  {
    id: 'viewer-fails-on-referrals',
    breaks: 'portal.search.by-authorization-id',
    summary: 'The viewer cannot open a record without a review.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) =>
        context.operation === 'view-request' &&
        (answer.body as { type?: unknown; access?: unknown }).type === 'referral' &&
        (answer.body as { access?: unknown }).access === 'full'
          ? {
              status: 500,
              body: {
                type: 'about:blank',
                title: 'internal error',
                status: 500,
                code: 'internal',
                detail: 'No review.',
              },
            }
          : parts.answer(answer, context),
    }),
  },
  atTheDoor(
    'member-filter-ignored',
    'portal.search.by-member',
    'The member filter is applied to the first page only.',
    ['list-requests'],
    (body, { query, state }) => {
      if (query.member !== undefined && state) body.requests = rowsOf(body, 'requests').slice(0, 0);
    },
  ),
  atTheDoor(
    'oldest-row-missing',
    'portal.search.by-site',
    'Paging starts at one where rows count from nought.',
    ['list-requests'],
    (body, { query }) => {
      if (Object.keys(query).length === 0) body.requests = rowsOf(body, 'requests').slice(1);
    },
  ),
  atTheDoor(
    'diagnosis-filter-empty',
    'portal.search.filters',
    'The filter compares the description with the code.',
    ['list-requests'],
    (body, { query }) => {
      if (query.diagnosis !== undefined) body.requests = [];
    },
  ),
  atTheDoor(
    'list-without-status',
    'portal.type.status-search-all',
    'The status is one more click away.',
    ['list-requests'],
    (body) => {
      for (const row of rowsOf(body, 'requests')) delete row.status;
    },
  ),
];
