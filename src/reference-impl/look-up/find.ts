import type { z } from 'zod';
import type { diagnosisRows, memberRows, procedureRows, providerRows } from '../../contract/index.ts';
import type { PortalState } from '../core/state.ts';

const startsWith = (value: string, query: string): boolean =>
  value.toLowerCase().startsWith(query.toLowerCase());
const includes = (value: string, query: string): boolean => value.toLowerCase().includes(query.toLowerCase());

/** Members whose id or last name starts with the query; `LAST, FIRST` narrows it. `today` is a local date. */
export function findMembers(state: PortalState, query: string, today: string): z.infer<typeof memberRows> {
  const members = [...state.members.values()].filter(
    ({ id, lastName, firstName }) => startsWith(id, query) || startsWith(`${lastName}, ${firstName}`, query),
  );
  return {
    members: members.map(({ id, lastName, firstName, gender, birthDate, coverage }) => {
      const last = coverage.reduce((a, b) => ((a.to ?? '9999') >= (b.to ?? '9999') ? a : b));
      const effectiveTo = last.to ?? null;
      const terminated = effectiveTo !== null && effectiveTo < today;
      return {
        id,
        name: `${lastName}, ${firstName}`,
        gender,
        birthDate,
        effectiveFrom: last.from,
        effectiveTo,
        terminated,
      };
    }),
  };
}

/** Providers by clinician, group or NPI: one row for each affiliation, so that the right one can be chosen. */
export function findProviders(state: PortalState, query: string): z.infer<typeof providerRows> {
  return {
    providers: state.world.providers.flatMap(({ id, name, npi, affiliations }) =>
      affiliations
        .filter(({ group }) => includes(name, query) || includes(group, query) || npi === query)
        .map((one) => ({
          provider: id,
          affiliation: one.id,
          name,
          npi,
          group: one.group,
          site: one.site,
          network: one.network,
        })),
    ),
  };
}

/** Diagnoses by code, with or without its dot, or by words. */
export function findDiagnoses(state: PortalState, query: string): z.infer<typeof diagnosisRows> {
  const bare = query.replaceAll('.', '');
  const words = query.toLowerCase().split(/\s+/);
  const diagnoses = state.world.diagnoses.filter(
    ({ code, description }) =>
      startsWith(code.replaceAll('.', ''), bare) || words.every((word) => includes(description, word)),
  );
  return { diagnoses: diagnoses.map((row) => ({ ...row })) };
}

/** Procedures by code or by words, each with the information that a review needs. */
export function findProcedures(state: PortalState, query: string): z.infer<typeof procedureRows> {
  const found = state.world.procedures.filter(
    ({ code, description }) => startsWith(code, query) || includes(description, query),
  );
  return {
    procedures: found.map(({ code, description, needs }) => ({ code, description, needs: [...needs] })),
  };
}
