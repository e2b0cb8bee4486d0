import { changingAnswers, problem, replacingAnswers } from '../makers/answers.ts';
import { caseNumbered } from '../makers/delegate.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in the lists and look-ups of cases. */
export const lists: readonly Mutant[] = [
  replacingAnswers({
    id: 'cases-cannot-be-viewed',
    breaks: 'lookup.individual-and-recent',
    summary: 'There is a list, and nothing behind its lines.',
    when: ({ operation }, { status }) => operation === 'view-case' && status === 200,
    answer: () => problem(404, 'not-found', 'There is no such page.'),
  }),
  changingAnswers({
    id: 'empty-dashboard',
    breaks: 'summary.list.recent-cases',
    summary: 'The list fills up over night.',
    operations: ['list-cases'],
    change: (body, { query }) => {
      if (Object.keys(query).length === 0) Object.assign(body, { cases: [], total: 0, pages: 0 });
    },
  }),
  changingAnswers({
    id: 'pages-not-counted',
    breaks: 'summary.list.search-filter-page',
    summary: 'A search does not say how much it found.',
    operations: ['list-cases'],
    change: (body, { query }) => {
      if (Object.keys(query).length > 0) body.pages = 0;
    },
  }),
  changingAnswers({
    id: 'not-by-member',
    breaks: 'lookup.two-modes',
    summary: 'Only a number finds a case.',
    operations: ['look-up-authorization'],
    change: (body, { query }) => {
      if (query.memberId) Object.assign(body, { cases: [], total: 0, pages: 0 });
    },
  }),
  changingAnswers({
    id: 'letters-on-paper-only',
    breaks: 'lookup.correspondence-view-print',
    summary: 'Letters are sent and not kept.',
    operations: ['list-correspondence'],
    change: (body) => {
      body.letters = [];
    },
  }),
  changingAnswers({
    id: 'no-last-update',
    breaks: 'lookup.page-fields',
    summary: 'The page does not say how old it is.',
    operations: ['view-case'],
    change: (body, context) => {
      const file = caseNumbered(context, body.caseNumber);
      if (file?.determinations.length && body.state !== 'reconsideration-pending') body.lastUpdated = '';
    },
  }),
  changingAnswers({
    id: 'nothing-in-progress',
    breaks: 'case.save.resume-from-in-progress',
    summary: 'Saved cases are found by their number only.',
    operations: ['list-cases-in-progress'],
    change: (body) => {
      body.cases = [];
    },
  }),
];
