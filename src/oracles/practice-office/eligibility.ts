import { userAt } from '../../facts/accounts.ts';
import type { Exchange } from '../../facts/case-file.ts';
import { coverageAt } from '../../facts/coverage.ts';
import type { Facts } from '../../facts/facts.ts';
import { pausesAt } from '../../facts/pauses.ts';
import { siteOf } from '../../facts/site.ts';
import { fields, list, text } from '../../facts/values.ts';
import { callChecks, onCall } from '../check.ts';
import { localWords } from '../clocks/words.ts';
import { atLeast, between, includes, instant } from '../value.ts';

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
    return onCall(
      exchange,
      { members: includes(...expected) },
      { members: rows.map(({ id }) => text(id)) },
      { given: { searchedBy: text(exchange.query.by) } },
    );
  },
  'portal.eligibility.refreshed-3x-daily': (exchange, facts) => {
    if (!lookOf(exchange, facts)?.contracted || exchange.status !== 200) return null;
    const refreshed = Date.parse(text(exchange.answer.refreshedAt) ?? '');
    const gap = facts.pack.figures.eligibilityGap.value * 3_600_000;
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
    return onCall(
      exchange,
      {
        refreshedAt: between(instant(exchange.at - gap), instant(exchange.at)),
        membersWithOutdatedCoverage: [],
      },
      {
        refreshedAt: Number.isNaN(refreshed) ? null : instant(refreshed),
        membersWithOutdatedCoverage: stale.map(({ id }) => text(id)),
      },
    );
  },
  'portal.eligibility.available-24x7': (exchange, facts) => {
    if (!lookOf(exchange, facts)?.contracted) return null;
    const paused = pausesAt(facts, exchange.at).sure.some(({ regular }) => regular);
    if (!paused && !nightly(facts, exchange.at)) return null;
    return onCall(
      exchange,
      { answer: 200 },
      { answer: exchange.status },
      { given: { askedAt: instant(exchange.at), during: paused ? 'regular maintenance' : 'the night' } },
    );
  },
  'portal.eligibility.contracted-providers-only': (exchange, facts) => {
    const look = lookOf(exchange, facts);
    if (!look || look.contracted) return null;
    return onCall(
      exchange,
      { answer: atLeast(400) },
      { answer: exchange.status },
      { given: { site: siteOf(facts, exchange), contract: 'ended' } },
    );
  },
  'portal.eligibility.verify-daily-before-service': (exchange, facts) => {
    const { op, body } = exchange;
    if (op !== 'inject' || body.kind !== 'visit') return null;
    const day = facts.dateAt(exchange.at);
    const days = (facts.index.byOperation.get('show-eligibility') ?? [])
      .filter(
        (look) =>
          look.status === 200 &&
          siteOf(facts, look) === body.site &&
          list(look.answer.members).some((row) => fields(row).id === body.member),
      )
      .map((look) => facts.dateAt(look.at));
    return onCall(
      exchange,
      { eligibilityVerifiedOn: includes(day) },
      { eligibilityVerifiedOn: [...new Set(days)] },
      { given: { site: text(body.site), visitOn: day }, on: 'provider' },
    );
  },
});
