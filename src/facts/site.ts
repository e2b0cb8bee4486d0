import { accountsBefore } from './accounts.ts';
import type { CaseFile, Exchange } from './case-file.ts';
import type { Facts } from './facts.ts';
import { at, text } from './values.ts';

/** The site that a user worked for at a point of the history, by the sites that the portal let them choose. */
export function siteOf(facts: Facts, exchange: Exchange): string | null {
  if (exchange.actor === 'world') return text(exchange.body.requestingSite);
  const account = accountsBefore(facts, exchange.seq).accounts.get(exchange.actor);
  if (!account) return null;
  const wanted = text(exchange.body.requestingSite);
  if (wanted !== null) return wanted;
  const last = (facts.index.byActor.get(exchange.actor) ?? [])
    .filter(({ status, seq }) => (status === 200 || status === 201) && seq < exchange.seq)
    .at(-1);
  // A new session begins at the first site of the account.
  const chosen = last?.op === 'choose-site' ? text(last.body.site) : null;
  return chosen ?? [...account.links.keys()][0] ?? null;
}

/** The site that made a request, and the site that it names to render the service. */
export function sitesOf(facts: Facts, file: CaseFile): { made: string | null; named: string | null } {
  if (!file.submission) return { made: null, named: null };
  const provider = facts.world.providers.find(
    ({ id }) => id === at(file.submission?.body, 'servicing.provider'),
  );
  const affiliation = provider?.affiliations.find(
    ({ id }) => id === at(file.submission?.body, 'servicing.affiliation'),
  );
  return { made: siteOf(facts, file.submission), named: affiliation?.site ?? null };
}

/** Whether a call by the maker of a request comes from the site that made it: at another of theirs, a user is not the one who asked. */
export function isMakers(facts: Facts, exchange: Exchange, file: CaseFile): boolean {
  if (exchange.actor !== file.submission?.actor) return false;
  const { made } = sitesOf(facts, file);
  return made === null || made === siteOf(facts, exchange);
}
