import { CASE, memberOf, OTHER_CASE, submitCase, submitted } from '../../../tests/checks/delegate.ts';
import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { SmallHistory } from '../../../tests/checks/small-history.ts';
import { caseLists } from './lists.ts';

const row = (caseNumber: string, changes: object = {}): object => ({
  caseNumber,
  state: 'clinical-review',
  member: memberOf().lastName,
  ...changes,
});

/** A list of cases by the practice, with what it asked for. */
const list = (history: SmallHistory, query: Readonly<Record<string, string>>, ...rows: readonly object[]) =>
  history
    .call('practice', 'list-cases', { query, answer: { cases: rows, total: rows.length, pages: 1 } })
    .until();

/** A case of the practice, and one of another practice. */
const twoPractices = () => submitCase(submitted(), { number: OTHER_CASE, actor: 'practice-two' });

const { id: memberId, birthDate, lastName } = memberOf();

const lookUp = (...rows: readonly object[]) =>
  twoPractices()
    .call('practice', 'look-up-authorization', {
      query: { memberId, birthDate, lastName },
      answer: { cases: rows },
    })
    .until();

/** A draft that was saved on Monday, 02/02/2026, and may be finished for two business days. */
const saved = (...rows: readonly object[]) =>
  new SmallHistory('2026-02-02T08:00:00-05:00', { pack: 'evicore-medicaid' })
    .at('2026-02-02T09:00:00-05:00')
    .call('practice', 'start-case', {
      case: 'A',
      body: { program: 'radiation-therapy', member: { id: memberId, birthDate, lastName } },
      status: 201,
      answer: { caseNumber: CASE },
    })
    .call('practice', 'save-case', { case: 'A', path: { id: CASE } })
    .call('practice', 'list-cases-in-progress', { answer: { cases: rows } })
    .until();

describeChecks('lists of cases', caseLists, {
  'case.save.resume-from-in-progress': {
    kept: () => saved({ caseNumber: CASE, completeBy: '2026-02-04' }),
    broken: () => saved(),
    observed: { savedCases: [] },
  },
  'summary.list.recent-cases': {
    kept: () => list(twoPractices(), {}, row(CASE)),
    broken: () => list(twoPractices(), {}, row(CASE), row(OTHER_CASE)),
    observed: { casesOfOthers: [OTHER_CASE] },
  },
  'summary.list.search-filter-page': {
    kept: () => list(twoPractices(), { search: lastName }, row(CASE)),
    broken: () => list(twoPractices(), { search: lastName }, row(CASE, { member: 'Nobody' })),
    observed: { casesWithoutTheWord: [CASE] },
  },
  'lookup.two-modes': {
    kept: () => lookUp({ caseNumber: CASE }),
    broken: () => lookUp(),
    observed: { cases: [] },
  },
});
