import type { Parts } from '../../reference-impl/index.ts';
import { changingAnswers, problem, replacingAnswers, rowsOf } from '../makers/answers.ts';
import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Rows of the list before stay on the screen after the site was changed. */
function keepingRowsOfEarlierSite(parts: Parts): Parts {
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

/** Faults in which requests a user may see, search and list. */
export const visibility: readonly Mutant[] = [
  {
    id: 'list-remembers-the-other-site',
    breaks: 'portal.access.site-switch-rescopes',
    summary: 'The list is cached for the account.',
    make: keepingRowsOfEarlierSite,
  },
  changingGate({
    id: 'any-number-verifies',
    breaks: 'um.visibility.own-requests-only',
    summary: 'Whoever knows a number may verify the request.',
    gate: 'see',
    change: (gate) => (state, request, site) =>
      gate(state, request, site) === 'nothing' ? 'verification' : gate(state, request, site),
  }),
  changingGate({
    id: 'named-site-sees-all',
    breaks: 'um.visibility.own-requests-only',
    summary: 'The servicing site sees remarks and contacts too.',
    gate: 'see',
    change: (gate) => (state, request, site) =>
      gate(state, request, site) === 'verification' ? 'full' : gate(state, request, site),
  }),
  {
    id: 'foreign-number-is-forbidden',
    breaks: 'um.visibility.own-requests-only',
    summary: 'The number of another site’s request answers “forbidden”, which reveals that it exists.',
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
  changingAnswers({
    id: 'member-filter-ignored',
    breaks: 'portal.search.by-member',
    summary: 'The member filter is applied to the first page only.',
    operations: ['list-requests'],
    change: (body, { query, state }) => {
      if (query.member !== undefined && state) body.requests = rowsOf(body, 'requests').slice(0, 0);
    },
  }),
  changingAnswers({
    id: 'oldest-row-missing',
    breaks: 'portal.search.by-site',
    summary: 'Paging starts at one where rows count from nought.',
    operations: ['list-requests'],
    change: (body, { query }) => {
      if (Object.keys(query).length === 0) body.requests = rowsOf(body, 'requests').slice(1);
    },
  }),
  changingAnswers({
    id: 'diagnosis-filter-empty',
    breaks: 'portal.search.filters',
    summary: 'The filter compares the description with the code.',
    operations: ['list-requests'],
    change: (body, { query }) => {
      if (query.diagnosis !== undefined) body.requests = [];
    },
  }),
  changingAnswers({
    id: 'list-without-status',
    breaks: 'portal.type.status-search-all',
    summary: 'The status is one more click away.',
    operations: ['list-requests'],
    change: (body) => {
      for (const row of rowsOf(body, 'requests')) delete row.status;
    },
  }),
  replacingAnswers({
    id: 'foreign-number-is-confirmed',
    breaks: 'portal.home.lookup-authid-opens-directly',
    summary: 'The message says that the number is another office’s.',
    when: ({ operation, state, path }, { status }) =>
      operation === 'view-request' && status === 404 && state?.requests.has(path.id ?? '') === true,
    answer: () => problem(404, 'not-found', 'This request belongs to another site.'),
  }),
  replacingAnswers({
    id: 'search-reveals-a-stranger',
    breaks: 'um.visibility.own-requests-only',
    summary: 'The search by member looks the plan over.',
    when: ({ operation, query, user }, { status }) =>
      operation === 'list-requests' && status === 200 && query.member !== undefined && user === 'other',
    answer: ({ state, query }, given) => {
      const found = [...(state?.requests.values() ?? [])].filter(
        ({ accepted }) => accepted.member === query.member,
      );
      const requests = found.map(({ id, status, accepted }) => ({
        access: 'verification',
        id,
        type: accepted.type,
        status,
        member: { id: accepted.member, name: '' },
        units: accepted.units,
        start: accepted.start,
        end: accepted.end,
      }));
      return { ...given, body: { requests } };
    },
  }),
];
