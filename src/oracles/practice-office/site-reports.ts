import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import { coverageAt } from '../../facts/coverage.ts';
import type { Facts } from '../../facts/facts.ts';
import { isFresh, pcpAt } from '../../facts/pcp.ts';
import { sitesOf } from '../../facts/site.ts';
import { type Fields, fields, list, text } from '../../facts/values.ts';
import { type Comparison, callChecks, onCall } from '../check.ts';
import { asValue, atLeast, between, includes, oneOf } from '../value.ts';
import { officeOf } from './office.ts';

const DAY_MS = 86_400_000;
const ENROLLMENT = ['member-roster', 'member-transactions', 'redetermination', 'provider-roster'];
const CLINICAL = ['er-utilization', 'immunization', 'asthma', 'diabetes'];

type Shown = { readonly site: string; readonly rows: readonly Fields[]; readonly today: string };

/** A report of one of some kinds that somebody with the permission was shown. */
function reportOf(exchange: Exchange, facts: Facts, ...kinds: readonly string[]): Shown | null {
  if (exchange.op !== 'show-report' || exchange.status !== 200) return null;
  const site = kinds.includes(text(exchange.path.id) ?? '') ? officeOf(exchange, facts) : null;
  if (site === null) return null;
  return { site, rows: list(exchange.answer.rows).map(fields), today: facts.dateAt(exchange.at) };
}

const shifted = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Members whose PCP is at a site, before a call. */
const panelOf = (facts: Facts, site: string, seq: number) =>
  facts.world.members.filter(({ id }) => pcpAt(facts, id, seq).site === site);

/** Whether a member’s PCP is settled: a change of today or yesterday may be in a report or not. */
const isSettled = (facts: Facts, { seq, at }: Exchange, member: string): boolean =>
  !isFresh(pcpAt(facts, member, seq), at);

const covered = (facts: Facts, member: string, at: number): boolean =>
  coverageAt(facts, member, at).some(
    ({ from, to }) => from <= facts.dateAt(at) && (to === undefined || facts.dateAt(at) <= to),
  );

const members = (rows: readonly Fields[]): string[] => rows.map(({ member }) => text(member) ?? '');

/** The members whose number stands in a file. */
const namedIn = (csv: string, { world }: Facts): string[] =>
  world.members.filter(({ id }) => csv.includes(id)).map(({ id }) => id);

type Listed = 'members' | 'providers' | 'requests' | 'documents';

/** Rows compared with those that have to be there; `optional` ones may be missing. */
function compared(
  exchange: Exchange,
  what: Listed,
  rows: readonly string[],
  expected: readonly string[],
  optional: readonly string[] = [],
): Comparison {
  const required = expected.filter((one) => !optional.includes(one));
  const unexpected = rows.filter((one) => !expected.includes(one));
  return onCall(
    exchange,
    { [what]: includes(...required), unexpectedRows: [] },
    { [what]: rows, unexpectedRows: unexpected },
    exchange.path.id === undefined ? {} : { given: { report: asValue(exchange.path.id) } },
  );
}

/** Reports of a site. Section 4, Reports, Clinical Reports and Site Documents. */
export const siteReports = callChecks(['sessions', 'offices'], {
  'portal.reports.enrollment-four-sections': (exchange, facts) => {
    if (exchange.op !== 'list-reports' || exchange.status !== 200) return null;
    const asked = { ...exchange, op: 'show-report', path: { id: 'member-roster' } };
    if (officeOf(asked, facts) === null) return null;
    const kinds = list(exchange.answer.reports).map((row) => text(fields(row).kind));
    return onCall(exchange, { reports: includes(...ENROLLMENT) }, { reports: kinds });
  },
  'portal.reports.member-roster-download': (exchange, facts) => {
    if (exchange.op === 'download-report') {
      const site = exchange.path.id === 'member-roster' ? officeOf(exchange, facts) : null;
      if (site === null || exchange.status >= 400) return null;
      const csv = text(fields(exchange.answer.file).text) ?? '';
      const panel = panelOf(facts, site, exchange.seq);
      const settled = (id: string): boolean => isSettled(facts, exchange, id);
      const expected = panel.filter(({ id }) => covered(facts, id, exchange.at) && settled(id));
      const most = panel.length + facts.world.members.filter(({ id }) => !settled(id)).length;
      const lines = Math.max(0, csv.split(/\r?\n/).filter((line) => line.trim() !== '').length - 1);
      return onCall(
        exchange,
        { members: includes(...expected.map(({ id }) => id)), rows: between(expected.length, most) },
        { members: namedIn(csv, facts), rows: lines },
      );
    }
    const shown = reportOf(exchange, facts, 'member-roster');
    if (!shown) return null;
    const { provider } = exchange.query;
    // A change that a member called for is another rule's.
    const settled = (id: string): boolean =>
      !pcpAt(facts, id, exchange.seq).called && isSettled(facts, exchange, id);
    const panel = panelOf(facts, shown.site, exchange.seq)
      .map(({ id }) => id)
      .filter((id) => provider === undefined || pcpAt(facts, id, exchange.seq).provider === provider)
      .filter(settled);
    // Members whose coverage has ended may stand on the roster still.
    const rows = members(shown.rows).filter(settled);
    const optional = panel.filter((id) => !covered(facts, id, exchange.at));
    return compared(exchange, 'members', rows, panel, optional);
  },
  'portal.pcp.assignment-updated-daily': (exchange, facts) => {
    const shown = reportOf(exchange, facts, 'member-roster');
    if (!shown) return null;
    return onCall(
      exchange,
      { asOf: oneOf(shifted(shown.today, -1), shown.today) },
      { asOf: text(exchange.answer.asOf) },
    );
  },
  'portal.pcp.discrepancy-by-patient-call': (exchange, facts) => {
    const shown = reportOf(exchange, facts, 'member-roster');
    const calls = (facts.index.byOperation.get('inject') ?? []).filter(
      ({ body, seq, at }) =>
        body.kind === 'member-call' &&
        seq < exchange.seq &&
        shifted(facts.dateAt(at), 1) < facts.dateAt(exchange.at),
    );
    const mine = calls.filter(({ body }) => body.site === shown?.site);
    if (!shown || mine.length === 0 || exchange.query.provider !== undefined) return null;
    const assigned = ({ member, provider }: Fields) => ({ member: asValue(member), pcp: asValue(provider) });
    return onCall(
      exchange,
      { assignments: includes(...mine.map(({ body }) => assigned(body))) },
      { assignments: shown.rows.map(assigned) },
    );
  },
  'portal.reports.member-transactions': (exchange, facts) => {
    const shown = reportOf(exchange, facts, 'member-transactions');
    if (!shown) return null;
    const all = (facts.world.office?.transactions ?? []).filter(({ site }) => site === shown.site);
    const key = ({ member, transaction, effective }: Fields): string =>
      `${member} ${transaction} ${effective}`;
    // "Recent" has no figure: what is a month old belongs in, what is over a year old may stay out.
    const must = all
      .filter(({ effective }) => effective >= shifted(shown.today, -30) && effective <= shown.today)
      .map(key);
    const rows = shown.rows.map(key);
    const foreign = shown.rows.filter(
      (row) =>
        !all.some((one) => key(one) === key(row)) &&
        !pcpAt(facts, text(row.member) ?? '', exchange.seq).changed,
    );
    return onCall(
      exchange,
      { transactions: includes(...must), transactionsOfOtherSites: [] },
      { transactions: rows, transactionsOfOtherSites: foreign.map(key) },
    );
  },
  'portal.reports.redetermination': (exchange, facts) => {
    const shown = reportOf(exchange, facts, 'redetermination');
    if (!shown) return null;
    const { back, ahead } = facts.pack.figures.redeterminationReport.value;
    const own = panelOf(facts, shown.site, exchange.seq).filter(({ id }) => isSettled(facts, exchange, id));
    const recent = own.filter(
      ({ redetermination: due }) =>
        due && due.date >= shifted(shown.today, -30) && due.date <= shifted(shown.today, 30),
    );
    const rows = members(shown.rows).filter((id) => isSettled(facts, exchange, id));
    // "Recent" has no figure: four times the span that was chosen for it is beyond any.
    const [earliest, latest] = [shifted(shown.today, -4 * back), shifted(shown.today, 4 * ahead)];
    const wrong = rows.filter((id) => {
      const due = own.find((one) => one.id === id)?.redetermination;
      return !due || due.date < earliest || due.date > latest;
    });
    return onCall(
      exchange,
      { members: includes(...recent.map(({ id }) => id)), membersNotDue: [] },
      { members: rows, membersNotDue: wrong },
      { given: { earliestDue: earliest, latestDue: latest } },
    );
  },
  'enrollment.roster.report': (exchange, facts) => {
    const shown = reportOf(exchange, facts, 'provider-roster');
    if (!shown) return null;
    const there = (last: (until: string) => boolean) =>
      facts.world.providers
        .filter(({ affiliations }) =>
          affiliations.some(
            ({ site, enrolledFrom, enrolledUntil }) =>
              site === shown.site &&
              (enrolledFrom === undefined || enrolledFrom <= shown.today) &&
              (enrolledUntil === undefined || last(enrolledUntil)),
          ),
        )
        .map(({ id }) => id);
    const possible = there((until) => until >= shown.today);
    const sure = there((until) => until > shown.today);
    const rows = shown.rows.map(({ provider }) => text(provider) ?? '');
    const onLastDay = possible.filter((id) => !sure.includes(id));
    return compared(exchange, 'providers', rows, possible, onLastDay);
  },
  'portal.reports.clinical-site-based': (exchange, facts) => {
    const shown = reportOf(exchange, facts, ...CLINICAL);
    if (!shown) return null;
    const own = new Set(panelOf(facts, shown.site, exchange.seq).map(({ id }) => id));
    const expected = (facts.world.office?.clinical ?? [])
      .filter(({ kind, member }) => kind === exchange.path.id && own.has(member))
      .map(({ member }) => member)
      .filter((id) => isSettled(facts, exchange, id));
    const rows = members(shown.rows).filter((id) => isSettled(facts, exchange, id));
    return compared(exchange, 'members', rows, expected);
  },
  'um.reports.download': (exchange, facts) => {
    const kind = text(exchange.path.id) ?? '';
    const site =
      exchange.op === 'download-report' && CLINICAL.includes(kind) ? officeOf(exchange, facts) : null;
    if (site === null) return null;
    const own = new Set(panelOf(facts, site, exchange.seq).map(({ id }) => id));
    const expected = (facts.world.office?.clinical ?? []).filter(
      (row) => row.kind === kind && own.has(row.member) && isSettled(facts, exchange, row.member),
    );
    const csv = text(fields(exchange.answer.file).text) ?? '';
    return onCall(
      exchange,
      { answer: 200, members: includes(...expected.map(({ member }) => member)) },
      { answer: exchange.status, members: namedIn(csv, facts) },
      { given: { report: kind } },
    );
  },
  'portal.search.referred-in-report': (exchange, facts) => {
    const shown = reportOf(exchange, facts, 'referred-in');
    if (!shown) return null;
    const { member } = exchange.query;
    const named = facts.cases
      .filter((file) => file.submission?.status === 201)
      .filter((file) => sitesOf(facts, file).named === shown.site && sitesOf(facts, file).made !== shown.site)
      .filter((file) => member === undefined || file.submission?.body.member === member);
    // Whether what was denied or closed stands on it too, no document says.
    const holds = ({ statuses }: CaseFile): boolean => statuses.at(-1)?.to === 'APPROVED';
    const rows = shown.rows.map(({ id }) => text(id) ?? '');
    const optional = named.filter((file) => !holds(file)).map(({ id }) => id);
    const expected = named.map(({ id }) => id);
    const complete = expected.every((id) => rows.includes(id) || optional.includes(id));
    // A row too many shows what others may not see, which is the rule on that.
    const causedBy = complete ? 'um.visibility.own-requests-only' : null;
    return { ...compared(exchange, 'requests', rows, expected, optional), causedBy };
  },
  'portal.sitedocs.secure-retrieval': (exchange, facts) => {
    const { op, status, answer, path } = exchange;
    const all = facts.world.office?.documents ?? [];
    const site = officeOf(exchange, facts);
    if (site === null) return null;
    if (op === 'list-site-documents' && status === 200) {
      const expected = all.filter((one) => one.site === site && one.postedOn <= facts.dateAt(exchange.at));
      const rows = list(answer.documents).map((row) => text(fields(row).id) ?? '');
      return compared(
        exchange,
        'documents',
        rows,
        expected.map(({ id }) => id),
      );
    }
    const wanted = op === 'download-site-document' ? all.find(({ id }) => id === path.id) : undefined;
    if (!wanted) return null;
    return onCall(
      exchange,
      { answer: wanted.site === site ? 200 : atLeast(400) },
      { answer: status },
      { given: { site, documentOfSite: wanted.site } },
    );
  },
});
