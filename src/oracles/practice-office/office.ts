import { userAt } from '../../facts/accounts.ts';
import type { Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { pcpAt } from '../../facts/pcp.ts';
import { siteOf } from '../../facts/site.ts';
import { fields, list, text } from '../../facts/values.ts';
import { neededBy } from '../accounts/features.ts';
import { type Check, callChecks, historyChecks, needing } from '../check.ts';
import { finding } from '../finding.ts';
import { seen } from '../seen.ts';

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
    const wrong = own.filter(({ id, finalizedOn }) => {
      const state = finalizedOn !== undefined && finalizedOn <= today ? 'finalized' : 'in-process';
      const near = finalizedOn === today;
      const shown = rows.find((row) => row.id === id)?.state;
      return !near && shown !== state;
    });
    return seen(
      wrong.length === 0,
      `${own.length} claims of ${site}; ${wrong.length} missing or in the wrong state.`,
      exchange,
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
      return seen(
        foreign.length === 0,
        `${rows.length} rows at ${site}, ${foreign.length} of another site.`,
        exchange,
      );
    }
    const payment = op === 'download-payment' ? held?.payments.find(({ id }) => id === path.id) : undefined;
    if (!payment || payment.site === site) return null;
    return seen(
      status >= 400,
      `A payment of ${payment.site} was asked for at ${site}; the portal answered ${status}.`,
      exchange,
    );
  },
  'portal.eop.current-and-historical-pdf': (exchange, facts) => {
    const site = officeOf(exchange, facts);
    const today = facts.dateAt(exchange.at);
    const own = (facts.world.office?.payments ?? []).filter((one) => one.site === site && one.paidOn < today);
    if (exchange.op === 'list-payments' && exchange.status === 200 && own.length > 0) {
      const shown = list(exchange.answer.payments).map((row) => text(fields(row).id));
      const missing = own.filter(({ id }) => !shown.includes(id));
      return seen(
        missing.length === 0,
        `Of ${own.length} explanations of payment ${missing.length} are missing.`,
        exchange,
      );
    }
    if (exchange.op !== 'download-payment' || !own.some(({ id }) => id === exchange.path.id)) return null;
    const pdf = exchange.status === 200 && (text(fields(exchange.answer.file).head) ?? '').startsWith('%PDF');
    return seen(
      pdf,
      `An explanation of payment came ${pdf ? 'as PDF' : `with ${exchange.status} and not as PDF`}.`,
      exchange,
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
      return seen(
        exchange.status === 201,
        `${site} registered; the portal answered ${exchange.status}.`,
        exchange,
      );
    }
    const expected = complete ? 'complete' : registered ? 'pending' : 'not-registered';
    const { state, required } = exchange.answer;
    return seen(
      state === expected && required === (expected === 'not-registered'),
      `${site} is ${expected}; shown: ${text(state)}.`,
      exchange,
    );
  },
  'enrollment.change.portal-primary': (exchange, facts) => {
    const site = exchange.op === 'submit-enrollment-change' ? officeOf(exchange, facts) : null;
    if (site === null || exchange.status === 400) return null;
    const kind = text(exchange.body.kind);
    return seen(
      exchange.status === 201,
      `An enrollment change of kind ${kind} answered ${exchange.status}.`,
      exchange,
    );
  },
  'panel.pcp-office-correction.same-site-open': (exchange, facts) => {
    const site = exchange.op === 'correct-pcp' ? officeOf(exchange, facts) : null;
    if (site === null) return null;
    const { member, provider } = exchange.body;
    const own = pcpAt(facts, text(member) ?? '', exchange.seq).site === site;
    const wanted = facts.world.providers.find(({ id }) => id === provider);
    const there = wanted?.affiliations.some((one) => one.site === site) === true;
    const may = own && there && wanted?.panel === 'open';
    const because = `${site} gave ${own ? 'its' : 'a foreign'} member a PCP ${there ? 'of the site' : 'of another site'} with ${wanted?.panel ?? 'no'} panel; the portal answered ${exchange.status}.`;
    return seen(may ? exchange.status === 201 : exchange.status >= 400, because, exchange);
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
    const wrong = moved.filter(
      ({ change, state }) => movesOf(facts, change, exchange.seq).at(-1)?.state !== state,
    );
    return seen(
      wrong.length === 0,
      `${moved.length} changes have moved; ${wrong.length} show another state.`,
      exchange,
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
      const right = last === 'completed' ? sent >= 1 && sent <= completions : sent <= completions;
      return [
        finding({
          rule: 'enrollment.change.realtime-status-and-email',
          case: change,
          verdict: right ? 'met' : 'violated',
          because: `The change is ${last}; ${sent} mails went out.`,
          events: [exchange.seq],
        }),
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
      const holds = method === 'electronic' && !paperExplanation;
      return [
        finding({
          rule: 'portal.eft.paper-stops-after-completion',
          case: request,
          verdict: holds ? 'met' : 'violated',
          because: `After completion ${site} was paid by ${method}${paperExplanation ? ', with a paper explanation' : ''}.`,
          events: [record.seq],
        }),
      ];
    }),
);

export const offices: readonly Check[] = [...office, ...completionMail, ...payments];
