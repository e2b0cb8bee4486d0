import { expect, it } from 'vitest';
import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { signedIn } from '../../../tests/checks/request-entry.ts';
import type { History } from '../../history/index.ts';
import { lookups } from './lookups.ts';

const { world } = signedIn().until().header;

/** The row that a look-up should show for a member of the standard world. */
function rowOf(id: string, changes: object = {}): object {
  const member = world.members.find((one) => one.id === id);
  if (!member) throw new Error(`the standard world has no ${id}`);
  const [span] = member.coverage;
  return {
    id,
    name: `${member.lastName}, ${member.firstName}`,
    gender: member.gender,
    birthDate: member.birthDate,
    effectiveFrom: span?.from,
    effectiveTo: span?.to ?? null,
    terminated: false,
    ...changes,
  };
}

const search = (op: string, query: string, answer: object) => (): History =>
  signedIn().call('pcp', op, { query: { query }, answer }).until();
const members = (query: string, ...rows: object[]) => search('find-members', query, { members: rows });
const providers = (query: string, ...affiliations: string[]) =>
  search('find-providers', query, { providers: affiliations.map((affiliation) => ({ affiliation })) });
const diagnoses = (query: string, ...codes: string[]) =>
  search('find-diagnoses', query, { diagnoses: codes.map((code) => ({ code })) });

// M2000001 and M2000002 have one name and two birth dates; the coverage of M3000001 ended with 2020.
const TWINS = world.members.filter(({ id }) => ['M2000001', 'M2000002'].includes(id));
const NAME = TWINS[0]?.lastName ?? '';

it('stands on a world with two members of one name', () => {
  expect(TWINS.map(({ lastName, firstName }) => `${lastName}, ${firstName}`)).toEqual([
    `${NAME}, ${TWINS[0]?.firstName}`,
    `${NAME}, ${TWINS[0]?.firstName}`,
  ]);
});

describeChecks('look-ups', lookups, {
  'portal.referral.patient-search-key': {
    kept: members('m1000001', rowOf('M1000001')),
    broken: members('m1000001'),
    observed: { missingMembers: ['M1000001'] },
  },
  'portal.memberlookup.partial-match': {
    kept: members('M10', rowOf('M1000001'), rowOf('M1000002')),
    broken: members('M10', rowOf('M1000002')),
    observed: { missingMembers: ['M1000001'], members: ['M1000002'] },
  },
  'portal.memberlookup.same-name-disambiguation': {
    kept: members(NAME, rowOf('M2000001'), rowOf('M2000002')),
    broken: members(NAME, rowOf('M2000001')),
    observed: { shownWithBirthDate: ['M2000001'] },
  },
  'portal.memberlookup.columns': {
    kept: members('M1000001', rowOf('M1000001')),
    broken: members('M1000001', rowOf('M1000001', { effectiveFrom: '2020-01-01' })),
    observed: { wrongColumns: [{ member: 'M1000001', columns: ['effectiveDates'] }] },
  },
  'portal.memberlookup.terminated-red': {
    kept: members('M3000001', rowOf('M3000001', { terminated: true })),
    broken: members('M3000001', rowOf('M3000001')),
    observed: { members: [{ member: 'M3000001', terminated: false }] },
  },
  'portal.referral.servicing-search-keys': {
    kept: providers('bay orthopedics', 'aff-spec'),
    broken: providers('bay orthopedics', 'aff-spec-north'),
    observed: { affiliations: ['aff-spec-north'] },
  },
  'portal.referral.diagnosis-search': {
    kept: diagnoses('m1711', 'M17.11'),
    broken: diagnoses('m1711'),
    observed: { diagnoses: [] },
  },
});
