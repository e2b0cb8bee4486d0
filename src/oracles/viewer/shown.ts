import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { pcpAt } from '../../facts/pcp.ts';
import { siteOf } from '../../facts/site.ts';
import { at, type Fields, text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { type Finding, finding } from '../finding.ts';

/** An answer that shows a request, with what had been asked. */
export type Shown = {
  readonly facts: Facts;
  readonly file: CaseFile;
  readonly exchange: Exchange;
  readonly answer: Fields;
  readonly asked: Fields;
};

/** Paths of an answer that are missing or differ from what they should be. */
export function differences(answer: Fields, expected: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(expected).flatMap(([path, value]) => {
    const seen = at(answer, path);
    const same = value === undefined ? seen !== undefined && seen !== null && seen !== '' : seen === value;
    return same ? [] : [path];
  });
}

/** The same, of those entries that the submission gave at all. */
export const differencesOfGiven = (answer: Fields, expected: Readonly<Record<string, unknown>>): string[] =>
  differences(
    answer,
    Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined)),
  );

export const judged = (shown: Shown, rule: RuleId, wrong: readonly string[], right: string): Finding =>
  finding({
    rule,
    case: shown.file.name,
    verdict: wrong.length === 0 ? 'met' : 'violated',
    because: wrong.length === 0 ? right : `Missing or different: ${wrong.join(', ')}.`,
    events: [shown.exchange.seq],
  });

/** What the world and the submission say that a full view must show. `undefined` stands for anything but nothing. */
export function expectedOf({ facts, file, exchange, asked }: Shown) {
  const member = facts.index.members.get(text(asked.member) ?? '');
  const provider = facts.world.providers.find(({ id }) => id === at(asked, 'servicing.provider'));
  const affiliation = provider?.affiliations.find(({ id }) => id === at(asked, 'servicing.affiliation'));
  const site = facts.world.sites.find(
    ({ id }) => id === (file.submission ? siteOf(facts, file.submission) : null),
  );
  // After a change of PCP, nothing says whether a view shows the one of now or of the request.
  const stays = member && !pcpAt(facts, member.id, exchange.seq).changed ? member.pcp : null;
  const pcp = facts.world.providers.find(({ id }) => id === stays?.provider);
  const pcpSite = facts.world.sites.find(({ id }) => id === stays?.site);
  return { member, provider, affiliation, site, pcp, pcpSite };
}
