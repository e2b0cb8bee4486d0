import { CASE, denied, notice, submitted } from '../../../tests/checks/delegate.ts';
import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { casePage } from './case-page.ts';

/** The page of the denied case as it should be. */
const PAGE = {
  caseNumber: CASE,
  authorization: 'NA',
  status: 'Denied',
  cancerType: { code: 'RCBONE' },
  site: { name: 'Boston Radiation Center' },
  expiration: 'N/A',
  lastUpdated: '2026-02-03T15:00:00.000Z',
  reviewedAt: '2026-02-03T15:00:00.000Z',
  decision: { approved: [] },
};

const view = (changes: object = {}) =>
  denied()
    .call('practice', 'view-case', { case: 'A', path: { id: CASE }, answer: { ...PAGE, ...changes } })
    .until();

const viewByOthers = (status: number) =>
  submitted()
    .call('practice-two', 'view-case', { case: 'A', path: { id: CASE }, status })
    .until();

const correspondence = (...texts: readonly string[]) =>
  notice(denied(), { text: 'Your case was denied.' })
    .call('practice', 'list-correspondence', {
      case: 'A',
      path: { id: CASE },
      answer: { letters: texts.map((text) => ({ text })) },
    })
    .until();

describeChecks('the page of a case', casePage, {
  'lookup.individual-and-recent': {
    kept: () => viewByOthers(404),
    broken: () => viewByOthers(200),
    observed: { answer: 200 },
  },
  'lookup.correspondence-view-print': {
    kept: () => correspondence('Your case was denied.'),
    broken: () => correspondence('Your case was approved.'),
    observed: { missingNotices: [{ about: 'determination', to: 'provider', by: 'fax' }] },
  },
  'lookup.page-fields': {
    kept: () => view(),
    broken: () => view({ authorization: 'A26034' }),
    observed: { authorization: 'A26034' },
  },
});
