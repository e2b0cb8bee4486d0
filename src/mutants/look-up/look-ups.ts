import { changingAnswers, keepRows, rowsOf } from '../makers/answers.ts';
import type { Mutant } from '../mutant.ts';

const MEMBERS = ['find-members'] as const;

/** Faults in the look-up of members, providers and codes. */
export const lookUps: readonly Mutant[] = [
  changingAnswers({
    id: 'full-id-not-found',
    breaks: 'portal.referral.patient-search-key',
    summary: 'The id search compares without its first letter.',
    operations: MEMBERS,
    change: (body, { query }) => {
      keepRows(body, 'members', ({ id }) => id !== query.query);
    },
  }),
  changingAnswers({
    id: 'whole-names-only',
    breaks: 'portal.memberlookup.partial-match',
    summary: 'Names are compared for equality.',
    operations: MEMBERS,
    change: (body, { query }) => {
      const wanted = String(query.query).toLowerCase();
      keepRows(
        body,
        'members',
        ({ id, name }) => id === query.query || String(name).toLowerCase().startsWith(`${wanted},`),
      );
    },
  }),
  changingAnswers({
    id: 'gender-not-told',
    breaks: 'portal.memberlookup.columns',
    summary: 'Gender was dropped from the row.',
    operations: MEMBERS,
    change: (body) => {
      for (const row of rowsOf(body, 'members')) row.gender = 'X';
    },
  }),
  changingAnswers({
    id: 'one-row-for-each-name',
    breaks: 'portal.memberlookup.same-name-disambiguation',
    summary: 'Rows are merged by name.',
    operations: MEMBERS,
    change: (body) => {
      const seen = new Set<unknown>();
      keepRows(body, 'members', ({ name }) => !seen.has(name) && Boolean(seen.add(name)));
    },
  }),
  changingAnswers({
    id: 'terminated-on-the-last-day',
    breaks: 'portal.memberlookup.terminated-red',
    summary: 'The last day of a span is taken as over.',
    operations: MEMBERS,
    change: (body, { state }) => {
      const today = new Date((state?.now ?? 0) - 5 * 3_600_000).toISOString().slice(0, 10);
      for (const row of rowsOf(body, 'members'))
        row.terminated = row.effectiveTo !== null && String(row.effectiveTo) <= today;
    },
  }),
  changingAnswers({
    id: 'npi-not-searched',
    breaks: 'portal.referral.servicing-search-keys',
    summary: 'The search field looks at names only.',
    operations: ['find-providers'],
    change: (body, { query }) => {
      keepRows(body, 'providers', ({ npi }) => npi !== query.query);
    },
  }),
  changingAnswers({
    id: 'one-affiliation-listed',
    breaks: 'portal.referral.servicing-search-keys',
    summary: 'One row for each clinician.',
    operations: ['find-providers'],
    change: (body) => {
      body.providers = rowsOf(body, 'providers').slice(0, 1);
    },
  }),
];
