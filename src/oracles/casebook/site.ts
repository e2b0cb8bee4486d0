import type { Book } from './book.ts';
import type { CaseFile, Exchange } from './case-file.ts';
import { at, text } from './values.ts';

/** The site that a user worked for at a point of the history, by the sites that the portal let them choose. */
export function siteOf(book: Book, exchange: Exchange): string | null {
  if (exchange.actor === 'world') return text(exchange.body.requestingSite);
  const user = book.world.users.find(({ id }) => id === exchange.actor);
  if (user?.kind !== 'provider') return null;
  const wanted = text(exchange.body.requestingSite);
  if (wanted !== null) return wanted;
  const chosen = (book.index.byActor.get(exchange.actor) ?? [])
    .filter(({ op, status, seq }) => op === 'choose-site' && status === 200 && seq < exchange.seq)
    .at(-1);
  return text(chosen?.body.site) ?? user.sites[0]?.site ?? null;
}

/** The site that made a request, and the site that it names to render the service. */
export function sitesOf(book: Book, file: CaseFile): { made: string | null; named: string | null } {
  if (!file.submission) return { made: null, named: null };
  const provider = book.world.providers.find(
    ({ id }) => id === at(file.submission?.body, 'servicing.provider'),
  );
  const affiliation = provider?.affiliations.find(
    ({ id }) => id === at(file.submission?.body, 'servicing.affiliation'),
  );
  return { made: siteOf(book, file.submission), named: affiliation?.site ?? null };
}
