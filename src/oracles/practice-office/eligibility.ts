import { userAt } from '../../facts/accounts.ts';
import type { Exchange } from '../../facts/case-file.ts';
import { coverageAt } from '../../facts/coverage.ts';
import type { Facts } from '../../facts/facts.ts';
import { pausesAt } from '../../facts/pauses.ts';
import { siteOf } from '../../facts/site.ts';
import { fields, list, text } from '../../facts/values.ts';
import { callChecks } from '../check.ts';
import { localWords } from '../clocks/words.ts';
import { seen } from '../seen.ts';

const lower = (value: string): string => value.toLowerCase();

/** An eligibility call by somebody who may look, at a site that is still, or no longer, under contract. */
function lookOf(exchange: Exchange, facts: Facts): { contracted: boolean } | null {
  if (exchange.op !== 'show-eligibility' || exchange.status === 401 || exchange.status === 400) return null;
  const site = siteOf(facts, exchange);
  const own = userAt(facts, exchange)?.sites.find((one) => one.site === site);
  const until = facts.world.sites.find(({ id }) => id === site)?.contractUntil;
  if (!own?.permissions.includes('eligibility')) return null;
  return { contracted: until === undefined || until >= facts.dateAt(exchange.at) };
}

function expectedOf(facts: Facts, { query }: Exchange): string[] {
  const asked = lower(text(query.query) ?? '');
  return facts.world.members
    .filter(({ id, lastName, birthDate }) => {
      if (query.by === 'id') return lower(id).startsWith(asked);
      return query.by === 'name' ? lower(lastName).startsWith(asked) : birthDate === asked;
    })
    .map(({ id }) => id);
}

/** Night, local time: the hours in which an office is closed. */
const nightly = (facts: Facts, at: number): boolean => Number(localWords(facts.pack, at).slice(15, 17)) < 6;

/** Member eligibility. Section 4, Member Eligibility; User Guide, the home page. */
export const eligibility = callChecks(['sessions', 'eligibility'], {
  'portal.home.eligibility-search-keys': (exchange, facts) => {
    if (!lookOf(exchange, facts)?.contracted || exchange.status !== 200) return null;
    const expected = expectedOf(facts, exchange);
    const rows = list(exchange.answer.members).map(fields);
    if (expected.length === 0) return null;
    const found = expected.filter((id) => rows.some((row) => row.id === id));
    return seen(
      found.length === expected.length,
      `By ${text(exchange.query.by)}: ${found.length} of ${expected.length} found.`,
      exchange,
    );
  },
  'portal.eligibility.refreshed-3x-daily': (exchange, facts) => {
    if (!lookOf(exchange, facts)?.contracted || exchange.status !== 200) return null;
    const refreshed = Date.parse(text(exchange.answer.refreshedAt) ?? '');
    const age = exchange.at - refreshed;
    const gap = facts.pack.figures.eligibilityGap.value * 3_600_000;
    const fresh = age >= 0 && age <= gap;
    // What the feed brought before the last refresh has to be there.
    const stale = list(exchange.answer.members)
      .map(fields)
      .filter((row) => {
        const id = text(row.id) ?? '';
        const since = exchange.at - gap;
        const feeds = (facts.index.byOperation.get('inject') ?? []).filter(
          ({ body, at }) => body.kind === 'eligibility-feed' && at > since && at <= exchange.at,
        );
        const known = [since, ...feeds.map(({ at }) => at)].map((at) => coverageAt(facts, id, at));
        const shown = JSON.stringify(
          list(row.coverage).map((span) => [fields(span).from, fields(span).to ?? null]),
        );
        return !known.some(
          (spans) => JSON.stringify(spans.map(({ from, to }) => [from, to ?? null])) === shown,
        );
      });
    const because = `Refreshed ${Number.isNaN(refreshed) ? 'never' : localWords(facts.pack, refreshed)}; ${stale.length} rows are older.`;
    return seen(fresh && stale.length === 0, because, exchange);
  },
  'portal.eligibility.available-24x7': (exchange, facts) => {
    if (!lookOf(exchange, facts)?.contracted) return null;
    const paused = pausesAt(facts, exchange.at).sure.some(({ regular }) => regular);
    if (!paused && !nightly(facts, exchange.at)) return null;
    return seen(
      exchange.status === 200,
      `${localWords(facts.pack, exchange.at)}: eligibility answered ${exchange.status}.`,
      exchange,
    );
  },
  'portal.eligibility.contracted-providers-only': (exchange, facts) => {
    const look = lookOf(exchange, facts);
    if (!look || look.contracted) return null;
    return seen(
      exchange.status >= 400,
      `The contract has ended; eligibility answered ${exchange.status}.`,
      exchange,
    );
  },
  'portal.eligibility.verify-daily-before-service': (exchange, facts) => {
    const { op, body, seq } = exchange;
    if (op !== 'inject' || body.kind !== 'visit') return null;
    const day = facts.dateAt(exchange.at);
    const checked = (facts.index.byOperation.get('show-eligibility') ?? []).some(
      (look) =>
        look.seq < seq &&
        look.status === 200 &&
        facts.dateAt(look.at) === day &&
        siteOf(facts, look) === body.site &&
        list(look.answer.members).some((row) => fields(row).id === body.member),
    );
    const because = `${text(body.site)} saw a member ${checked ? 'after' : 'without'} a look at eligibility that day.`;
    return { ...seen(checked, because, exchange), on: 'provider' };
  },
});
