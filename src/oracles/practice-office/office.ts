import { userAt } from '../../facts/accounts.ts';
import type { Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { pcpAt } from '../../facts/pcp.ts';
import { siteOf } from '../../facts/site.ts';
import { fields, list, text } from '../../facts/values.ts';
import { neededBy } from '../accounts/features.ts';
import { type Check, callChecks, findingFrom, historyChecks, needing, onCall } from '../check.ts';
import { asValue, atLeast, atMost, between, includes } from '../value.ts';

/** The site of a call whose maker has what it needs there; else null. */
export function officeOf(exchange: Exchange, facts: Facts): string | null {
  const site = siteOf(facts, exchange);
  const own = userAt(facts, exchange)?.sites.find((one) => one.site === site);
  const needed = neededBy(exchange);
  if (!own || exchange.status === 401) return null;
  return needed === null || (own.permissions as readonly string[]).includes(needed) ? own.site : null;
}

/** How fresh a status is, and within what time a mail has gone out, where “real time” has no figure. */
const FRESH_MS = 60_000;
const MAIL_MS = 3_600_000;

/** Decisions of the plan about an enrollment change before a record; the last one says where it stands. */
const movesOf = (facts: Facts, change: unknown, seq: number): readonly { state: string; at: number }[] =>
  (facts.index.byOperation.get('inject') ?? [])
    .filter(
      ({ body, seq: when }) => body.kind === 'enrollment-decision' && body.change === change && when < seq,
    )
    .map(({ body, at }) => ({ state: text(body.state) ?? '', at }));

/** What an office does beside requests. Section 4, Provider Portal. */
export const office = callChecks(['sessions', 'offices'], {
  'portal.claims.status-in-process-and-final': (exchange, facts) => {
    const site = exchange.op === 'list-claims' ? officeOf(exchange, facts) : null;
    const { member, claim } = exchange.query;
    if (site === null || exchange.status !== 200) return null;
    const own = (facts.world.office?.claims ?? []).filter(
      (one) =>
        one.site === site &&
        [undefined, one.member].includes(member as undefined) &&
        [undefined, one.id].includes(claim as undefined),
    );
    if (own.length === 0) return null;
    const today = facts.dateAt(exchange.at);
    const rows = list(exchange.answer.claims).map(fields);
    // On the day on which a claim becomes final, either state is right.
    const sure = own.filter(({ finalizedOn }) => finalizedOn !== today);
    return onCall(
      exchange,
      {
        claims: sure.map(({ id, finalizedOn }) => ({
          claim: id,
          state: finalizedOn !== undefined && finalizedOn <= today ? 'finalized' : 'in-process',
        })),
      },
      {
        claims: sure.map(({ id }) => ({
          claim: id,
          state: text(rows.find((row) => row.id === id)?.state),
        })),
      },
      { given: { site } },
    );
  },
  'portal.access.site-scoped-patient-data': (exchange, facts) => {
    const { op, status, answer, path } = exchange;
    const site = siteOf(facts, exchange);
    const user = userAt(facts, exchange);
    if (!user?.sites.some((own) => own.site === site) || status === 401) return null;
    const held = facts.world.office;
    if (op === 'list-claims' || op === 'list-payments') {
      if (status !== 200) return null;
      const all: readonly { id: string; site: string }[] =
        (op === 'list-claims' ? held?.claims : held?.payments) ?? [];
      const rows = list(op === 'list-claims' ? answer.claims : answer.payments).map((row) =>
        text(fields(row).id),
      );
      const foreign = rows.filter((id) => all.find((one) => one.id === id)?.site !== site);
      return onCall(
        exchange,
        { rowsOfOtherSites: [] },
        { rowsOfOtherSites: foreign },
        { given: { site, rows: rows.length } },
      );
    }
    const payment = op === 'download-payment' ? held?.payments.find(({ id }) => id === path.id) : undefined;
    if (!payment || payment.site === site) return null;
    return onCall(
      exchange,
      { answer: atLeast(400) },
      { answer: status },
      { given: { site, paymentOfSite: payment.site } },
    );
  },
  'portal.eop.current-and-historical-pdf': (exchange, facts) => {
    const site = officeOf(exchange, facts);
    const today = facts.dateAt(exchange.at);
    const own = (facts.world.office?.payments ?? []).filter((one) => one.site === site && one.paidOn < today);
    if (exchange.op === 'list-payments' && exchange.status === 200 && own.length > 0) {
      const shown = list(exchange.answer.payments).map((row) => text(fields(row).id));
      return onCall(exchange, { payments: includes(...own.map(({ id }) => id)) }, { payments: shown });
    }
    if (exchange.op !== 'download-payment' || !own.some(({ id }) => id === exchange.path.id)) return null;
    const pdf = (text(fields(exchange.answer.file).head) ?? '').startsWith('%PDF');
    return onCall(
      exchange,
      { answer: 200, format: 'PDF' },
      { answer: exchange.status, format: pdf ? 'PDF' : 'another' },
    );
  },
  'portal.eft.registration-required': (exchange, facts) => {
    const site = ['show-electronic-payment', 'register-electronic-payment'].includes(exchange.op)
      ? officeOf(exchange, facts)
      : null;
    const own = userAt(facts, exchange)?.sites.find((one) => one.site === site);
    if (site === null || !own?.permissions.includes('payments') || exchange.status === 403) return null;
    const before = (op: string): readonly Exchange[] =>
      (facts.index.byOperation.get(op) ?? []).filter(({ seq }) => seq < exchange.seq);
    const registered = before('register-electronic-payment').some(
      (one) => one.status === 201 && siteOf(facts, one) === site,
    );
    const complete = before('inject').some(
      ({ body }) => body.kind === 'electronic-payment-completed' && body.site === site,
    );
    if (exchange.op === 'register-electronic-payment') {
      if (registered) return null;
      return onCall(exchange, { answer: 201 }, { answer: exchange.status }, { given: { site } });
    }
    const expected = complete ? 'complete' : registered ? 'pending' : 'not-registered';
    const { state, required } = exchange.answer;
    return onCall(
      exchange,
      { registration: expected, registrationRequired: expected === 'not-registered' },
      { registration: text(state), registrationRequired: asValue(required) },
      { given: { site } },
    );
  },
  'enrollment.change.portal-primary': (exchange, facts) => {
    const site = exchange.op === 'submit-enrollment-change' ? officeOf(exchange, facts) : null;
    if (site === null || exchange.status === 400) return null;
    const given = { change: text(exchange.body.kind) };
    return onCall(exchange, { answer: 201 }, { answer: exchange.status }, { given });
  },
  'panel.pcp-office-correction.same-site-open': (exchange, facts) => {
    const site = exchange.op === 'correct-pcp' ? officeOf(exchange, facts) : null;
    if (site === null) return null;
    const { member, provider } = exchange.body;
    const own = pcpAt(facts, text(member) ?? '', exchange.seq).site === site;
    const wanted = facts.world.providers.find(({ id }) => id === provider);
    const there = wanted?.affiliations.some((one) => one.site === site) === true;
    const may = own && there && wanted?.panel === 'open';
    return onCall(
      exchange,
      { answer: may ? 201 : atLeast(400) },
      { answer: exchange.status },
      { given: { site, memberOfSite: own, pcpOfSite: there, panel: wanted?.panel ?? null } },
    );
  },
  'enrollment.change.realtime-status-and-email': (exchange, facts) => {
    if (exchange.op !== 'list-enrollment-changes' || exchange.status !== 200) return null;
    const rows = list(exchange.answer.changes).map(fields);
    const settled = exchange.at - FRESH_MS;
    const moved = rows.filter(({ change }) => {
      const moves = movesOf(facts, change, exchange.seq);
      return moves.length > 0 && moves.every(({ at }) => at <= settled);
    });
    if (moved.length === 0) return null;
    return onCall(
      exchange,
      {
        changes: moved.map(({ change }) => ({
          change: asValue(change),
          state: movesOf(facts, change, exchange.seq).at(-1)?.state ?? null,
        })),
      },
      {
        changes: moved.map(({ change, state }) => ({ change: asValue(change), state: asValue(state) })),
      },
    );
  },
});

const mails = (facts: Facts, change: string) =>
  facts.records.filter(
    (record) => record.kind === 'sent' && record.item.kind === 'mail' && record.item.request === change,
  );

/** One mail to the requester when an enrollment request is complete, and none before. */
const completionMail: readonly Check[] = historyChecks(
  needing(['outbox', 'offices', 'inject.enrollment-decision'], 'enrollment.change.realtime-status-and-email'),
  (facts) =>
    (facts.index.byOperation.get('submit-enrollment-change') ?? []).flatMap((exchange) => {
      const change = text(exchange.answer.change);
      const moves = movesOf(facts, change, Number.POSITIVE_INFINITY);
      const move = moves.at(-1);
      const completions = moves.filter(({ state }) => state === 'completed').length;
      const last = move?.state;
      if (change === null || move === undefined || last === 'rejected') return [];
      const sent = mails(facts, change).length;
      if (last === 'completed' && sent === 0 && facts.until - move.at < MAIL_MS) return [];
      return [
        findingFrom(
          'enrollment.change.realtime-status-and-email',
          change,
          onCall(
            exchange,
            { mails: last === 'completed' ? between(1, completions) : atMost(completions) },
            { mails: sent },
            { given: { change, state: last ?? null } },
          ),
        ),
      ];
    }),
);

/** How the plan pays a site, before and after its registration is complete. Section 4, Electronic Funds Transfer. */
const payments: readonly Check[] = historyChecks(
  needing(['outbox', 'offices', 'inject.payment-run'], 'portal.eft.paper-stops-after-completion'),
  (facts) =>
    facts.records.flatMap((record) => {
      if (record.kind !== 'sent' || record.item.kind !== 'payment') return [];
      const { site, method, paperExplanation, request } = record.item;
      const complete = (facts.index.byOperation.get('inject') ?? []).some(
        ({ body, seq }) =>
          body.kind === 'electronic-payment-completed' && body.site === site && seq < record.seq,
      );
      if (!complete) return [];
      return [
        findingFrom(
          'portal.eft.paper-stops-after-completion',
          request,
          onCall(
            record,
            { paidBy: 'electronic', paperExplanation: false },
            { paidBy: method, paperExplanation },
            { given: { site, registration: 'complete' } },
          ),
        ),
      ];
    }),
);

export const offices: readonly Check[] = [...office, ...completionMail, ...payments];
