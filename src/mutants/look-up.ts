import { atTheDoor, rowsOf } from './door.ts';
import type { Mutant } from './mutant.ts';

const keep = (
  body: Record<string, unknown>,
  key: string,
  holds: (row: Record<string, unknown>) => boolean,
): void => {
  body[key] = rowsOf(body, key).filter(holds);
};

const MEMBERS = ['find-members'] as const;

/** Faults in look-ups. */
export const lookUpMutants: readonly Mutant[] = [
  atTheDoor(
    'full-id-not-found',
    'portal.referral.patient-search-key',
    'The id search compares without its first letter.',
    MEMBERS,
    (body, { query }) => {
      keep(body, 'members', ({ id }) => id !== query.query);
    },
  ),
  atTheDoor(
    'whole-names-only',
    'portal.memberlookup.partial-match',
    'Names are compared for equality.',
    MEMBERS,
    (body, { query }) => {
      const wanted = String(query.query).toLowerCase();
      keep(
        body,
        'members',
        ({ id, name }) => id === query.query || String(name).toLowerCase().startsWith(`${wanted},`),
      );
    },
  ),
  atTheDoor(
    'gender-not-told',
    'portal.memberlookup.columns',
    'Gender was dropped from the row.',
    MEMBERS,
    (body) => {
      for (const row of rowsOf(body, 'members')) row.gender = 'X';
    },
  ),
  atTheDoor(
    'one-row-for-each-name',
    'portal.memberlookup.same-name-disambiguation',
    'Rows are merged by name.',
    MEMBERS,
    (body) => {
      const seen = new Set<unknown>();
      keep(body, 'members', ({ name }) => !seen.has(name) && Boolean(seen.add(name)));
    },
  ),
  atTheDoor(
    'terminated-on-the-last-day',
    'portal.memberlookup.terminated-red',
    'The last day of a span is taken as over.',
    MEMBERS,
    (body, { state }) => {
      const today = new Date((state?.now ?? 0) - 5 * 3_600_000).toISOString().slice(0, 10);
      for (const row of rowsOf(body, 'members'))
        row.terminated = row.effectiveTo !== null && String(row.effectiveTo) <= today;
    },
  ),
  atTheDoor(
    'npi-not-searched',
    'portal.referral.servicing-search-keys',
    'The search field looks at names only.',
    ['find-providers'],
    (body, { query }) => {
      keep(body, 'providers', ({ npi }) => npi !== query.query);
    },
  ),
  atTheDoor(
    'one-affiliation-listed',
    'portal.referral.servicing-search-keys',
    'One row for each clinician.',
    ['find-providers'],
    (body) => {
      body.providers = rowsOf(body, 'providers').slice(0, 1);
    },
  ),
  atTheDoor(
    'code-needs-its-dot',
    'portal.referral.diagnosis-search',
    'Codes are compared as they are stored.',
    ['find-diagnoses'],
    (body, { query }) => {
      if (/^[A-Z]\d{2}\w+$/.test(String(query.query))) body.diagnoses = [];
    },
  ),
];
