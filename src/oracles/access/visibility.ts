import { userAt } from '../../facts/accounts.ts';
import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { dueBy } from '../../facts/pauses.ts';
import { siteOf, sitesOf } from '../../facts/site.ts';
import { type Fields, fields, list, text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import { type Finding, finding } from '../finding.ts';

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

const judged = (exchange: Exchange, rule: RuleId, holds: boolean, because: string): Finding =>
  finding({
    rule,
    case: exchange.case ?? `${exchange.op} by ${exchange.actor}`,
    verdict: holds ? 'met' : 'violated',
    because,
    events: [exchange.seq],
  });

type Access = 'full' | 'verification' | 'nothing';

/** What a site may see of a request, from the world and the submission alone. */
function accessOf(facts: Facts, file: CaseFile, site: string | null): Access {
  const { made, named } = sitesOf(facts, file);
  if (site === null || made === null) return 'nothing';
  return made === site ? 'full' : named === site ? 'verification' : 'nothing';
}

const within = (answer: Fields): boolean => Object.keys(answer).every((key) => VERIFICATION.includes(key));

function viewOf(facts: Facts, file: CaseFile, view: Exchange): Finding[] {
  if (!mayView(facts, view) || deferredTo(facts, file, view) !== null) return [];
  const may = accessOf(facts, file, siteOf(facts, view));
  const because = `${view.actor} may see ${may} of it; the portal answered ${view.status}.`;
  if (may === 'full') {
    if (view.status === 404) return [];
    const shown = view.status === 200 && text(view.answer.id) === file.id;
    return [judged(view, 'portal.search.by-authorization-id', shown, because)];
  }
  const holds =
    may === 'nothing'
      ? view.status === 404
      : view.status === 404 || (view.status === 200 && within(view.answer));
  return [judged(view, 'um.visibility.own-requests-only', holds, because)];
}

function listOf(facts: Facts, exchange: Exchange): Finding[] {
  const user = userAt(facts, exchange);
  if (exchange.status !== 200 || !user || !mayView(facts, exchange)) return [];
  const site = siteOf(facts, exchange);
  const rows = list(exchange.answer.requests).map(fields);
  const shown = rows.map((row) => text(row.id) ?? '');
  const before = facts.cases.filter(
    (file) =>
      file.submission && file.received.seq < exchange.seq && deferredTo(facts, file, exchange) === null,
  );
  const visible = before.filter((file) => accessOf(facts, file, site) !== 'nothing');
  const tooMuch = rows.filter((row) => {
    const file = visible.find(({ id }) => id === row.id);
    return file && row.access === 'full' && accessOf(facts, file, site) !== 'full';
  });
  const { member, diagnosis, status, direction } = exchange.query;
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
      foreign.length === 0 && tooMuch.length === 0,
      foreign.length === 0 && tooMuch.length === 0
        ? 'Nothing of other sites is listed.'
        : `Listed, though of other sites: ${[...foreign, ...tooMuch.map((row) => String(row.id))].join(', ')}.`,
    ),
  ];
  const expected = visible.filter(
    (file) =>
      (member === undefined || file.submission?.body.member === member) &&
      (diagnosis === undefined || list(file.submission?.body.diagnoses).includes(diagnosis)) &&
      (direction === undefined || (accessOf(facts, file, site) === 'full' ? 'made' : 'named') === direction),
  );
  const missing = expected.filter(({ id }) => !shown.includes(id));
  const extra = shown.filter(
    (id) => visible.some((file) => file.id === id) && !expected.some((file) => file.id === id),
  );
  const words = `Expected ${expected.length}, listed ${shown.length}.`;
  const same = missing.length === 0 && extra.length === 0;
  if (diagnosis !== undefined || direction !== undefined)
    found.push(
      judged(exchange, 'portal.search.filters', same || tooMuch.length > 0 || foreign.length > 0, words),
    );
  else if (status !== undefined)
    found.push(
      judged(
        exchange,
        'portal.search.filters',
        rows.every((row) => text(row.status) === null || row.status === status),
        words,
      ),
    );
  else if (member !== undefined) found.push(judged(exchange, 'portal.search.by-member', same, words));
  else {
    const switched = user.sites.length > 1 && site !== user.sites[0]?.site;
    if (switched)
      found.push(judged(exchange, 'portal.access.site-switch-rescopes', kept.length === 0, words));
    found.push(judged(exchange, 'portal.search.by-site', missing.length === 0, words));
    const known = rows.every((row) => text(row.status) !== null);
    found.push(
      judged(exchange, 'portal.type.status-search-all', known, `${rows.length} rows, each with its status.`),
    );
  }
  return found;
}

/** What a “not found” says, without the number that was asked for, and without times and traces. */
const sayingOf = ({ answer, path }: Exchange): string =>
  JSON.stringify([answer.code, answer.title, answer.detail])
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
      sayingOf(view) === sayingOf(unknown),
      'A foreign number and an unknown one are answered in the same words.',
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
