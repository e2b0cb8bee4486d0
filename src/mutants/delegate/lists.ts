import { atTheDoor, instead, problem } from '../door.ts';
import type { Mutant } from '../mutant.ts';
import { numbered } from './makers.ts';

/** Faults in lists and look-ups of cases. */
export const caseListMutants: readonly Mutant[] = [
  instead(
    'cases-cannot-be-viewed',
    'lookup.individual-and-recent',
    'There is a list, and nothing behind its lines.',
    ({ operation }, { status }) => operation === 'view-case' && status === 200,
    () => problem(404, 'not-found', 'There is no such page.'),
  ),
  atTheDoor(
    'empty-dashboard',
    'summary.list.recent-cases',
    'The list fills up over night.',
    ['list-cases'],
    (body, { query }) => {
      if (Object.keys(query).length === 0) Object.assign(body, { cases: [], total: 0, pages: 0 });
    },
  ),
  atTheDoor(
    'pages-not-counted',
    'summary.list.search-filter-page',
    'A search does not say how much it found.',
    ['list-cases'],
    (body, { query }) => {
      if (Object.keys(query).length > 0) body.pages = 0;
    },
  ),
  atTheDoor(
    'not-by-member',
    'lookup.two-modes',
    'Only a number finds a case.',
    ['look-up-authorization'],
    (body, { query }) => {
      if (query.memberId) Object.assign(body, { cases: [], total: 0, pages: 0 });
    },
  ),
  atTheDoor(
    'letters-on-paper-only',
    'lookup.correspondence-view-print',
    'Letters are sent and not kept.',
    ['list-correspondence'],
    (body) => {
      body.letters = [];
    },
  ),
  atTheDoor(
    'no-last-update',
    'lookup.page-fields',
    'The page does not say how old it is.',
    ['view-case'],
    (body, context) => {
      const file = numbered(context, body.caseNumber);
      if (file?.determinations.length && body.state !== 'reconsideration-pending') body.lastUpdated = '';
    },
  ),
];
