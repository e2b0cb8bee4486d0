import type { Exchange } from '../../facts/case-file.ts';
import { coverageAt } from '../../facts/coverage.ts';
import type { Facts } from '../../facts/facts.ts';
import { type Fields, fields, list, text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import { type Finding, finding } from '../finding.ts';

const judged = (exchange: Exchange, rule: RuleId, holds: boolean, because: string): Finding =>
  finding({
    rule,
    case: exchange.case ?? `${exchange.op} “${queryOf(exchange)}”`,
    verdict: holds ? 'met' : 'violated',
    because,
    events: [exchange.seq],
  });

const queryOf = ({ query }: Exchange): string => text(query.query) ?? '';
const lower = (value: string): string => value.toLowerCase();

function membersOf(facts: Facts, exchange: Exchange): Finding[] {
  const query = lower(queryOf(exchange));
  if (exchange.status !== 200 || query.length < 2) return [];
  const rows = list(exchange.answer.members).map(fields);
  const row = (id: string): Fields | undefined => rows.find((candidate) => candidate.id === id);
  const byId = facts.world.members.filter(({ id }) => lower(id).startsWith(query));
  const byName = facts.world.members.filter(({ lastName }) => lower(lastName).startsWith(query));
  const expected = [...new Set([...byId, ...byName])];
  const named = (one: (typeof expected)[number]): string => `${one.lastName}, ${one.firstName}`;
  const missing = expected.filter(
    (one) =>
      !row(one.id) && !expected.some((twin) => twin !== one && row(twin.id) && named(twin) === named(one)),
  );
  const whole = expected.some(({ id, lastName }) => lower(id) === query || lower(lastName) === query);
  const found: Finding[] = [];
  const words = `“${queryOf(exchange)}” should find ${expected.length}, found ${rows.length}.`;
  if (expected.length > 0) {
    found.push(
      judged(
        exchange,
        whole ? 'portal.referral.patient-search-key' : 'portal.memberlookup.partial-match',
        missing.length === 0,
        words,
      ),
    );
  }
  const twins = expected.filter((one) =>
    expected.some(
      (other) => other !== one && other.lastName === one.lastName && other.firstName === one.firstName,
    ),
  );
  if (twins.length > 1) {
    const apart = twins.every(({ id, birthDate }) => row(id)?.birthDate === birthDate);
    found.push(
      judged(
        exchange,
        'portal.memberlookup.same-name-disambiguation',
        apart,
        'Members of one name have a row each, told apart by birth date.',
      ),
    );
  }
  const present = expected.filter(({ id }) => row(id));
  const today = facts.dateAt(exchange.at);
  const wrong = present.filter(({ id, lastName, firstName, gender, birthDate }) => {
    const shown = row(id) ?? {};
    const spans = coverageAt(facts, id, exchange.at, exchange.seq);
    const known = spans.some(
      ({ from, to }) => from === shown.effectiveFrom && (to ?? null) === shown.effectiveTo,
    );
    return (
      shown.name !== `${lastName}, ${firstName}` ||
      shown.gender !== gender ||
      shown.birthDate !== birthDate ||
      !known
    );
  });
  if (present.length > 0) {
    found.push(
      judged(
        exchange,
        'portal.memberlookup.columns',
        wrong.length === 0,
        wrong.length === 0
          ? 'Every column is as in the world.'
          : `Wrong for ${wrong.map(({ id }) => id).join(', ')}.`,
      ),
    );
    const marks = present.filter(({ id }) => {
      const ended = coverageAt(facts, id, exchange.at, exchange.seq).every(
        ({ to }) => to !== undefined && to < today,
      );
      return row(id)?.terminated !== ended;
    });
    found.push(
      judged(
        exchange,
        'portal.memberlookup.terminated-red',
        marks.length === 0,
        'A member is marked as terminated from the day after coverage ends.',
      ),
    );
  }
  return found;
}

function providersOf(facts: Facts, exchange: Exchange): Finding[] {
  const query = lower(queryOf(exchange));
  if (exchange.status !== 200 || query.length < 2) return [];
  const rows = list(exchange.answer.providers).map(fields);
  const expected = facts.world.providers.flatMap(({ name, npi, affiliations }) =>
    affiliations.filter(
      ({ group }) => npi === query || lower(name).startsWith(query) || lower(group).startsWith(query),
    ),
  );
  if (expected.length === 0) return [];
  const missing = expected.filter(({ id }) => !rows.some((row) => row.affiliation === id));
  const because = `“${queryOf(exchange)}” should list ${expected.length} affiliations; ${missing.length} are missing.`;
  return [judged(exchange, 'portal.referral.servicing-search-keys', missing.length === 0, because)];
}

function diagnosesOf(facts: Facts, exchange: Exchange): Finding[] {
  const query = lower(queryOf(exchange));
  if (exchange.status !== 200 || query.length < 2) return [];
  const rows = list(exchange.answer.diagnoses).map(fields);
  const expected = facts.world.diagnoses.filter(
    ({ code, description }) =>
      lower(code) === query || lower(code.replace('.', '')) === query || lower(description).includes(query),
  );
  if (expected.length === 0) return [];
  const holds = expected.every(({ code }) => rows.some((row) => row.code === code));
  return [
    judged(
      exchange,
      'portal.referral.diagnosis-search',
      holds,
      `“${queryOf(exchange)}” should list ${expected.map(({ code }) => code).join(', ')}.`,
    ),
  ];
}

/** Finding members, servicing providers and diagnoses. User Guide, the look-up dialogs. */
export const lookups: readonly Check[] = historyChecks(
  needing(
    ['sessions', 'lookup'],
    'portal.referral.patient-search-key',
    'portal.memberlookup.partial-match',
    'portal.memberlookup.columns',
    'portal.memberlookup.same-name-disambiguation',
    'portal.memberlookup.terminated-red',
    'portal.referral.servicing-search-keys',
  ),
  (facts) => [
    ...(facts.index.byOperation.get('find-members') ?? []).flatMap((exchange) => membersOf(facts, exchange)),
    ...(facts.index.byOperation.get('find-providers') ?? []).flatMap((exchange) =>
      providersOf(facts, exchange),
    ),
    ...(facts.index.byOperation.get('find-diagnoses') ?? []).flatMap((exchange) =>
      diagnosesOf(facts, exchange),
    ),
  ],
);
