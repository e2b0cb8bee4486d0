import { userAt } from '../../facts/accounts.ts';
import type { Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { siteOf, sitesOf } from '../../facts/site.ts';
import { isProvider } from '../../facts/users.ts';
import { list, text } from '../../facts/values.ts';
import { callChecks, onCall } from '../check.ts';

/** The numbers of the requests that a site made before a call. */
const ownBefore = (facts: Facts, exchange: Exchange) =>
  facts.cases.filter((file) => sitesOf(facts, file).made === siteOf(facts, exchange));

/** Whether a provider’s user has leave to look at requests at the site of a call. */
const mayView = (facts: Facts, exchange: Exchange): boolean =>
  isProvider(facts, exchange) &&
  userAt(facts, exchange)?.sites.some(
    ({ site, permissions }) => site === siteOf(facts, exchange) && permissions.includes('view'),
  ) === true;

const rowsOf = ({ answer }: Exchange): readonly (string | null)[] =>
  list(answer.rows).map((row) => text((row as { id?: unknown } | null)?.id));

/** The numbers of requests in one order, so that the order of a report's rows does not matter. */
const sorted = (ids: readonly (string | null)[]): readonly (string | null)[] => [...ids].sort();

/** Reports of authorizations. Section 7, Confirmation of Requested Authorizations. */
export const reports = callChecks(['requests', 'reports'], {
  'um.confirm.report-scopes': (exchange, facts) => {
    const { op, query, status } = exchange;
    if (op !== 'report-authorizations' || !mayView(facts, exchange)) return null;
    const { scope, id } = query;
    const own = ownBefore(facts, exchange);
    // A request that was given a receipt is shown some time after it was made.
    if (own.some(({ submission }) => submission?.status === 202)) return null;
    if (scope === 'aggregate')
      return onCall(exchange, { answer: 200 }, { answer: status }, { given: { scope } });
    const wanted = own.filter((file) =>
      scope === 'member' ? file.submission?.body.member === id : file.id === id,
    );
    if (scope === 'authorization' && wanted.length === 0) return null;
    return onCall(
      exchange,
      { answer: 200, requests: sorted(wanted.map((file) => file.id)) },
      { answer: status, requests: sorted(rowsOf(exchange)) },
      { given: { scope: text(scope) } },
    );
  },
  'um.visibility.own-aggregate': (exchange, facts) => {
    const { op, query, status } = exchange;
    if (op !== 'report-authorizations' || query.scope !== 'aggregate' || status !== 200) return null;
    if (!isProvider(facts, exchange)) return null;
    const made = ownBefore(facts, exchange);
    if (made.some(({ submission }) => submission?.status === 202)) return null;
    return onCall(
      exchange,
      { requests: sorted(made.map(({ id }) => id)) },
      { requests: sorted(rowsOf(exchange)) },
    );
  },
});
