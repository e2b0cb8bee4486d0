import { userAt } from '../../facts/accounts.ts';
import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { isBefore } from '../../facts/order.ts';
import { dueBy } from '../../facts/pauses.ts';
import { siteOf, sitesOf } from '../../facts/site.ts';
import { type Fields, fields, list, text } from '../../facts/values.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import type { Finding } from '../finding.ts';
import { asValue, type Expected, includes, oneOf } from '../value.ts';
import { judged } from './judged.ts';

/** Whether a user may view requests at their site at all; who lacks that is another rule's. */
function mayView(facts: Facts, exchange: Exchange): boolean {
  const user = userAt(facts, exchange);
  const site = siteOf(facts, exchange);
  if (!user || exchange.status === 401) return false;
  const own = user.sites.find((one) => one.site === site);
  return own !== undefined && (!facts.capabilities.includes('accounts') || own.permissions.includes('view'));
}

/** The receipt of a request that, at a call, may still wait for its number; null for any other. */
function deferredTo(facts: Facts, file: CaseFile, { at }: Exchange): string | null {
  const { submission } = file;
  if (submission?.status !== 202) return null;
  return at <= dueBy(facts, submission.at).hard ? text(submission.answer.receipt) : null;
}

const VERIFICATION = ['access', 'id', 'type', 'status', 'member', 'units', 'start', 'end'];

type Access = 'full' | 'verification' | 'nothing';

/** What a site may see of a request, from the world and the submission alone. */
function accessOf(facts: Facts, file: CaseFile, site: string | null): Access {
  const { made, named } = sitesOf(facts, file);
  if (site === null || made === null) return 'nothing';
  return made === site ? 'full' : named === site ? 'verification' : 'nothing';
}

/** The entries of an answer beyond those by which a request is verified. */
const beyond = (answer: Fields): string[] => Object.keys(answer).filter((key) => !VERIFICATION.includes(key));

function viewOf(facts: Facts, file: CaseFile, view: Exchange): Finding[] {
  if (!mayView(facts, view) || deferredTo(facts, file, view) !== null) return [];
  const may = accessOf(facts, file, siteOf(facts, view));
  const given = { visibleToSite: may };
  if (may === 'full') {
    if (view.status === 404) return [];
    const request = text(view.answer.id);
    return [
      judged(
        view,
        'portal.search.by-authorization-id',
        { answer: 200, request: file.id },
        { answer: view.status, request },
        given,
      ),
    ];
  }
  return [
    judged(
      view,
      'um.visibility.own-requests-only',
      { answer: may === 'nothing' ? 404 : oneOf(200, 404), entriesBeyondVerification: [] },
      {
        answer: view.status,
        entriesBeyondVerification: view.status === 200 ? beyond(view.answer) : [],
      },
      given,
    ),
  ];
}

/** What a list shows, and what it should have shown, at the site at which its user works. */
type Searched = {
  readonly rows: readonly Fields[];
  /** The numbers of the rows. */
  readonly shown: readonly string[];
  readonly expected: readonly CaseFile[];
  /** Numbers of visible requests that were not asked for. */
  readonly extra: readonly string[];
  /** Numbers of requests of another site of the user. */
  readonly kept: readonly string[];
  /** Whether the list shows what belongs to sites of others. */
  readonly leaks: boolean;
  readonly site: string | null;
};

/** Whether a list is what was searched for, by the filter with which it was asked for. */
function searchOf(
  exchange: Exchange,
  own: readonly { readonly site: string }[],
  searched: Searched,
): Finding[] {
  const { rows, shown, expected, extra, kept, leaks, site } = searched;
  const { member, diagnosis, status, direction } = exchange.query;
  const found: Finding[] = [];
  const required = { requests: includes(...expected.map(({ id }) => id)) };
  const matching: Expected = { ...required, requestsNotAskedFor: [] };
  const listed = { requests: shown, requestsNotAskedFor: extra };
  if (diagnosis !== undefined || direction !== undefined) {
    // A list that shows requests of others breaks the rule on that, and is not held against its filter.
    const given = { diagnosis: asValue(diagnosis), direction: asValue(direction), showsOtherSites: leaks };
    found.push(judged(exchange, 'portal.search.filters', leaks ? {} : matching, listed, given));
  } else if (status !== undefined) {
    const otherStatuses = rows.map((row) => text(row.status)).filter((one) => one !== null && one !== status);
    found.push(
      judged(
        exchange,
        'portal.search.filters',
        { rowsOfOtherStatus: [] },
        { rowsOfOtherStatus: otherStatuses },
        { status: asValue(status) },
      ),
    );
  } else if (member !== undefined)
    found.push(judged(exchange, 'portal.search.by-member', matching, listed, { member: asValue(member) }));
  else {
    const switched = own.length > 1 && site !== own[0]?.site;
    if (switched) {
      const rule = 'portal.access.site-switch-rescopes';
      found.push(
        judged(exchange, rule, { requestsOfPreviousSite: [] }, { requestsOfPreviousSite: kept }, { site }),
      );
    }
    found.push(judged(exchange, 'portal.search.by-site', required, { requests: shown }, { site }));
    const unknown = rows.filter((row) => text(row.status) === null).map(({ id }) => asValue(id));
    found.push(
      judged(
        exchange,
        'portal.type.status-search-all',
        { rowsWithoutStatus: [] },
        { rowsWithoutStatus: unknown },
        { rows: rows.length },
      ),
    );
  }
  return found;
}

function listOf(facts: Facts, exchange: Exchange): Finding[] {
  const user = userAt(facts, exchange);
  if (exchange.status !== 200 || !user || !mayView(facts, exchange)) return [];
  const site = siteOf(facts, exchange);
  const rows = list(exchange.answer.requests).map(fields);
  const shown = rows.map((row) => text(row.id) ?? '');
  const before = facts.cases.filter(
    (file) =>
      file.submission && isBefore(file.received, exchange) && deferredTo(facts, file, exchange) === null,
  );
  const visible = before.filter((file) => accessOf(facts, file, site) !== 'nothing');
  const tooMuch = rows.filter((row) => {
    const file = visible.find(({ id }) => id === row.id);
    return file && row.access === 'full' && accessOf(facts, file, site) !== 'full';
  });
  const { member, diagnosis, direction } = exchange.query;
  const other = user.sites.filter((own) => own.site !== site).map((own) => own.site);
  const ofOther = before.filter((file) => other.some((own) => accessOf(facts, file, own) !== 'nothing'));
  // A request that had a receipt may be there already, or not yet.
  const deferred = facts.cases.filter(
    (file) => deferredTo(facts, file, exchange) !== null && accessOf(facts, file, site) !== 'nothing',
  );
  const unseen = shown.filter((id) => ![...visible, ...deferred].some((file) => file.id === id));
  const kept = rows
    .filter((row) => row.access === 'full' && ofOther.some((file) => file.id === row.id))
    .map((row) => text(row.id) ?? '')
    .filter((id) => unseen.includes(id));
  const foreign = unseen.filter((id) => !kept.includes(id));
  const found = [
    judged(
      exchange,
      'um.visibility.own-requests-only',
      { requestsOfOtherSites: [], shownInFullToNamedSite: [] },
      { requestsOfOtherSites: foreign, shownInFullToNamedSite: tooMuch.map(({ id }) => asValue(id)) },
      { site },
    ),
  ];
  const expected = visible.filter(
    (file) =>
      (member === undefined || file.submission?.body.member === member) &&
      (diagnosis === undefined || list(file.submission?.body.diagnoses).includes(diagnosis)) &&
      (direction === undefined || (accessOf(facts, file, site) === 'full' ? 'made' : 'named') === direction),
  );
  const extra = shown.filter(
    (id) => visible.some((file) => file.id === id) && !expected.some((file) => file.id === id),
  );
  const leaks = tooMuch.length > 0 || foreign.length > 0;
  const searched = { rows, shown, expected, extra, kept, leaks, site };
  return [...found, ...searchOf(exchange, user.sites, searched)];
}

/** The entries of a refusal that could tell two kinds of “not found” apart. */
const SAYING = ['code', 'title', 'detail'];

/** What an entry of a “not found” says, without the number that was asked for, and without times and traces. */
const sayingOf = ({ answer, path }: Exchange, entry: string): string =>
  JSON.stringify([answer[entry]])
    .replaceAll(String(path.id), '#')
    .replaceAll(/[0-9a-f-]*\d[0-9a-f-]*/gi, '#');

/** A number that belongs to others is answered like one that nobody has. */
function alikeOf(facts: Facts): Finding[] {
  const unfound = (facts.index.byOperation.get('view-request') ?? []).filter(({ status }) => status === 404);
  const numbers = new Set(facts.cases.map(({ id }) => id));
  const foreign = unfound.filter(({ path }) => numbers.has(String(path.id)));
  const unknown = unfound.find(({ path }) => !numbers.has(String(path.id)));
  if (!unknown) return [];
  return foreign.map((view) =>
    judged(
      view,
      'portal.home.lookup-authid-opens-directly',
      { entriesUnlikeUnknownNumber: [] },
      {
        entriesUnlikeUnknownNumber: SAYING.filter(
          (entry) => sayingOf(view, entry) !== sayingOf(unknown, entry),
        ),
      },
      { numberOf: 'another site' },
    ),
  );
}

/** Who sees which requests, decided from the world alone. Section 7, Confirmation; User Guide, Status. */
export const visibility: readonly Check[] = historyChecks(
  needing(
    ['sessions', 'requests'],
    'um.visibility.own-requests-only',
    'portal.search.by-authorization-id',
    'portal.home.lookup-authid-opens-directly',
    'portal.search.by-member',
    'portal.search.by-site',
    'portal.search.filters',
    'portal.access.site-switch-rescopes',
    'portal.type.status-search-all',
  ),
  (facts) => [
    ...facts.cases.flatMap((file) => file.views.flatMap((view) => viewOf(facts, file, view))),
    ...(facts.index.byOperation.get('list-requests') ?? []).flatMap((exchange) => listOf(facts, exchange)),
    ...alikeOf(facts),
  ],
);
