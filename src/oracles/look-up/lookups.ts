import type { Member } from '../../contract/index.ts';
import type { Exchange } from '../../facts/case-file.ts';
import { coverageAt } from '../../facts/coverage.ts';
import type { Facts } from '../../facts/facts.ts';
import { type Fields, fields, list, text } from '../../facts/values.ts';
import { type Check, type Comparison, callChecks, type Look, onCall } from '../check.ts';
import { ABSENT, asValue, includes, type Value, type Values } from '../value.ts';

const queryOf = ({ query }: Exchange): string => text(query.query) ?? '';
const lower = (value: string): string => value.toLowerCase();

/** What one look-up showed, under the name of its case or of what was looked for. */
const found = (
  call: Exchange,
  expected: Comparison['expected'],
  observed: Values,
  given: Values,
): Comparison =>
  onCall(call, expected, observed, { given, case: call.case ?? `${call.op} “${queryOf(call)}”` });

/** The rows that a look-up of one kind answered; null for a call that is none or too short to find anything. */
const rowsOf = (call: Exchange, op: string, entry: string): readonly Fields[] | null =>
  call.op === op && call.status === 200 && queryOf(call).length >= 2
    ? list(call.answer[entry]).map(fields)
    : null;

/** A look-up of members: who fits it, in the order of the world, and the row that was shown for each. */
type MemberSearch = {
  readonly query: string;
  readonly fitting: readonly Member[];
  readonly row: (member: Member) => Fields | undefined;
  readonly rows: readonly Fields[];
};

function memberSearch(call: Exchange, facts: Facts): MemberSearch | null {
  const rows = rowsOf(call, 'find-members', 'members');
  if (!rows) return null;
  const query = lower(queryOf(call));
  const byId = facts.world.members.filter(({ id }) => lower(id).startsWith(query));
  const byName = facts.world.members.filter(({ lastName }) => lower(lastName).startsWith(query));
  const fitting = [...new Set([...byId, ...byName])];
  return { query, fitting, rows, row: (member) => rows.find(({ id }) => id === member.id) };
}

const isNamesake = (one: Member, other: Member): boolean =>
  other !== one && other.lastName === one.lastName && other.firstName === one.firstName;

const idsOf = (members: readonly Member[]): string[] => members.map(({ id }) => id);

/** Whether members are found by a whole identifier or last name, or by the beginning of one. */
const memberFound =
  (by: 'whole key' | 'beginning'): Look<Exchange> =>
  (call, facts) => {
    const search = memberSearch(call, facts);
    if (!search || search.fitting.length === 0) return null;
    const { fitting, query, row, rows } = search;
    const whole = fitting.some(({ id, lastName }) => lower(id) === query || lower(lastName) === query);
    if (whole !== (by === 'whole key')) return null;
    // That a namesake has no row is another rule's.
    const missing = fitting.filter(
      (one) => !row(one) && !fitting.some((other) => isNamesake(one, other) && row(other)),
    );
    return found(
      call,
      { missingMembers: ABSENT },
      { missingMembers: idsOf(missing), members: rows.map(({ id }) => asValue(id)) },
      { searchedBy: by, fittingMembers: idsOf(fitting) },
    );
  };

/** The members that fit a look-up and have a row, each with it; null where there are none. */
function membersShown(call: Exchange, facts: Facts): readonly (readonly [Member, Fields])[] | null {
  const search = memberSearch(call, facts);
  const pairs = (search?.fitting ?? []).flatMap((one) => {
    const row = search?.row(one);
    return row ? [[one, row] as const] : [];
  });
  return pairs.length > 0 ? pairs : null;
}

/** The columns of a row that are not as in the world. Their values are personal and are not told. */
function wrongColumns(member: Member, row: Fields, coverage: Member['coverage']): readonly string[] {
  const columns = {
    name: row.name === `${member.lastName}, ${member.firstName}`,
    gender: row.gender === member.gender,
    birthDate: row.birthDate === member.birthDate,
    effectiveDates: coverage.some(
      ({ from, to }) => from === row.effectiveFrom && (to ?? null) === row.effectiveTo,
    ),
  };
  return Object.entries(columns).flatMap(([name, right]) => (right ? [] : [name]));
}

/** Finding members and servicing providers. User Guide, the look-up dialogs. */
const dialogs = callChecks(['sessions', 'lookup'], {
  'portal.referral.patient-search-key': memberFound('whole key'),
  'portal.memberlookup.partial-match': memberFound('beginning'),
  'portal.memberlookup.same-name-disambiguation': (call, facts) => {
    const search = memberSearch(call, facts);
    const namesakes = (search?.fitting ?? []).filter((one) =>
      search?.fitting.some((other) => isNamesake(one, other)),
    );
    if (!search || namesakes.length < 2) return null;
    const apart = namesakes.filter((one) => search.row(one)?.birthDate === one.birthDate);
    return found(call, { shownWithBirthDate: idsOf(namesakes) }, { shownWithBirthDate: idsOf(apart) }, {});
  },
  'portal.memberlookup.columns': (call, facts) => {
    const shown = membersShown(call, facts);
    if (!shown) return null;
    const wrong = shown.flatMap(([member, row]): Value[] => {
      const columns = wrongColumns(member, row, coverageAt(facts, member.id, call.at, call.seq));
      return columns.length > 0 ? [{ member: member.id, columns }] : [];
    });
    return found(
      call,
      { wrongColumns: ABSENT },
      { wrongColumns: wrong },
      { members: shown.map(([{ id }]) => id) },
    );
  },
  'portal.memberlookup.terminated-red': (call, facts) => {
    const shown = membersShown(call, facts);
    if (!shown) return null;
    const today = facts.dateAt(call.at);
    const isOver = ({ id }: Member): boolean =>
      coverageAt(facts, id, call.at, call.seq).every(({ to }) => to !== undefined && to < today);
    return found(
      call,
      { members: shown.map(([member]) => ({ member: member.id, terminated: isOver(member) })) },
      { members: shown.map(([{ id }, row]) => ({ member: id, terminated: asValue(row.terminated) })) },
      { date: today },
    );
  },
  'portal.referral.servicing-search-keys': (call, facts) => {
    const rows = rowsOf(call, 'find-providers', 'providers');
    const query = lower(queryOf(call));
    const fitting = facts.world.providers.flatMap(({ name, npi, affiliations }) =>
      affiliations.filter(
        ({ group }) => npi === query || lower(name).startsWith(query) || lower(group).startsWith(query),
      ),
    );
    if (!rows || fitting.length === 0) return null;
    return found(
      call,
      { affiliations: includes(...fitting.map(({ id }) => id)) },
      { affiliations: rows.map(({ affiliation }) => asValue(affiliation)) },
      { query: queryOf(call) },
    );
  },
});

/** Finding diagnoses. What a submission shows of the same rule stands with the entry rules, and so do its needs. */
const diagnoses = callChecks(['sessions', 'requests'], {
  'portal.referral.diagnosis-search': (call, facts) => {
    const rows = rowsOf(call, 'find-diagnoses', 'diagnoses');
    const query = lower(queryOf(call));
    const fitting = facts.world.diagnoses.filter(
      ({ code, description }) =>
        lower(code) === query || lower(code.replace('.', '')) === query || lower(description).includes(query),
    );
    if (!rows || fitting.length === 0) return null;
    return found(
      call,
      { diagnoses: includes(...fitting.map(({ code }) => code)) },
      { diagnoses: rows.map(({ code }) => asValue(code)) },
      { query: queryOf(call) },
    );
  },
});

/** Finding members, servicing providers and diagnoses. */
export const lookups: readonly Check[] = [...dialogs, ...diagnoses];
