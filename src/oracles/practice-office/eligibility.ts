import { userAt } from '../../facts/accounts.ts';
import type { Book } from '../../facts/book.ts';
import type { Exchange } from '../../facts/case-file.ts';
import { coverageAt } from '../../facts/coverage.ts';
import { pausesAt } from '../../facts/pauses.ts';
import { siteOf } from '../../facts/site.ts';
import { fields, list, text } from '../../facts/values.ts';
import { localWords } from '../clocks/words.ts';
import { exchangeFamily } from '../family.ts';
import { seen } from '../seen.ts';

const lower = (value: string): string => value.toLowerCase();

/** An eligibility call by somebody who may look, at a site that is still, or no longer, under contract. */
function lookOf(exchange: Exchange, book: Book): { contracted: boolean } | null {
  if (exchange.op !== 'show-eligibility' || exchange.status === 401 || exchange.status === 400) return null;
  const site = siteOf(book, exchange);
  const own = userAt(book, exchange)?.sites.find((one) => one.site === site);
  const until = book.world.sites.find(({ id }) => id === site)?.contractUntil;
  if (!own?.permissions.includes('eligibility')) return null;
  return { contracted: until === undefined || until >= book.dateAt(exchange.at) };
}

function expectedOf(book: Book, { query }: Exchange): string[] {
  const asked = lower(text(query.query) ?? '');
  return book.world.members
    .filter(({ id, lastName, birthDate }) => {
      if (query.by === 'id') return lower(id).startsWith(asked);
      return query.by === 'name' ? lower(lastName).startsWith(asked) : birthDate === asked;
    })
    .map(({ id }) => id);
}

/** Night, local time: the hours in which an office is closed. */
const nightly = (book: Book, at: number): boolean => Number(localWords(book.pack, at).slice(15, 17)) < 6;

/** Member eligibility. Section 4, Member Eligibility; User Guide, the home page. */
export const eligibility = exchangeFamily('eligibility', ['sessions', 'eligibility'], {
  'portal.home.eligibility-search-keys': (exchange, book) => {
    if (!lookOf(exchange, book)?.contracted || exchange.status !== 200) return null;
    const expected = expectedOf(book, exchange);
    const rows = list(exchange.answer.members).map(fields);
    if (expected.length === 0) return null;
    const found = expected.filter((id) => rows.some((row) => row.id === id));
    return seen(
      found.length === expected.length,
      `By ${text(exchange.query.by)}: ${found.length} of ${expected.length} found.`,
      exchange,
    );
  },
  'portal.eligibility.refreshed-3x-daily': (exchange, book) => {
    if (!lookOf(exchange, book)?.contracted || exchange.status !== 200) return null;
    const refreshed = Date.parse(text(exchange.answer.refreshedAt) ?? '');
    const age = exchange.at - refreshed;
    const gap = book.pack.figures.eligibilityGap.value * 3_600_000;
    const fresh = age >= 0 && age <= gap;
    // What the feed brought before the last refresh has to be there.
    const stale = list(exchange.answer.members)
      .map(fields)
      .filter((row) => {
        const id = text(row.id) ?? '';
        const since = exchange.at - gap;
        const feeds = (book.index.byOperation.get('inject') ?? []).filter(
          ({ body, at }) => body.kind === 'eligibility-feed' && at > since && at <= exchange.at,
        );
        const known = [since, ...feeds.map(({ at }) => at)].map((at) => coverageAt(book, id, at));
        const shown = JSON.stringify(
          list(row.coverage).map((span) => [fields(span).from, fields(span).to ?? null]),
        );
        return !known.some(
          (spans) => JSON.stringify(spans.map(({ from, to }) => [from, to ?? null])) === shown,
        );
      });
    const because = `Refreshed ${Number.isNaN(refreshed) ? 'never' : localWords(book.pack, refreshed)}; ${stale.length} rows are older.`;
    return seen(fresh && stale.length === 0, because, exchange);
  },
  'portal.eligibility.available-24x7': (exchange, book) => {
    if (!lookOf(exchange, book)?.contracted) return null;
    const paused = pausesAt(book, exchange.at).sure.some(({ regular }) => regular);
    if (!paused && !nightly(book, exchange.at)) return null;
    return seen(
      exchange.status === 200,
      `${localWords(book.pack, exchange.at)}: eligibility answered ${exchange.status}.`,
      exchange,
    );
  },
  'portal.eligibility.contracted-providers-only': (exchange, book) => {
    const look = lookOf(exchange, book);
    if (!look || look.contracted) return null;
    return seen(
      exchange.status >= 400,
      `The contract has ended; eligibility answered ${exchange.status}.`,
      exchange,
    );
  },
  'portal.eligibility.verify-daily-before-service': (exchange, book) => {
    const { op, body, seq } = exchange;
    if (op !== 'inject' || body.kind !== 'visit') return null;
    const day = book.dateAt(exchange.at);
    const checked = (book.index.byOperation.get('show-eligibility') ?? []).some(
      (look) =>
        look.seq < seq &&
        look.status === 200 &&
        book.dateAt(look.at) === day &&
        siteOf(book, look) === body.site &&
        list(look.answer.members).some((row) => fields(row).id === body.member),
    );
    const because = `${text(body.site)} saw a member ${checked ? 'after' : 'without'} a look at eligibility that day.`;
    return { ...seen(checked, because, exchange), on: 'provider' };
  },
});
