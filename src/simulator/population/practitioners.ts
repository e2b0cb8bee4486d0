import { dateOf, dayOf, lastOfMonth, plusDays } from '../days.ts';
import { type Draws, drawsFor } from '../draws.ts';
import type {
  Affiliation,
  Credentialing,
  Licence,
  Practitioner,
  Role,
  Site,
  TerminationReason,
} from './model.ts';
import { named } from './names.ts';
import { syntheticNpi } from './npi.ts';
import { LANGUAGES } from './towns.ts';

const CREDENTIALED_BY: Readonly<Record<Role, Credentialing>> = {
  pcp: 'plan',
  specialist: 'plan',
  'facility-only': 'exempt',
  locum: 'exempt',
  'urgent-care': 'exempt',
  'critical-care': 'exempt',
  'specialist-np': 'exempt',
  therapist: 'group',
  behavioral: 'optum',
};

/**
 * The last day of the birth month in the next year of the parity of the birth year, after a credentialing.
 * Credentialing > The Re-credentialing Process.
 */
export function recredentialingDue(birthDate: string, credentialedOn: string): string {
  const month = Number(birthDate.slice(5, 7));
  const parity = Number(birthDate.slice(0, 4)) % 2;
  let year = Number(credentialedOn.slice(0, 4));
  while (year % 2 !== parity || lastOfMonth(year, month) <= credentialedOn) year += 1;
  return lastOfMonth(year, month);
}

const licenceOf = (role: Role, draws: Draws): Licence => {
  if (role === 'therapist') return 'PT';
  if (role === 'behavioral') return 'LICSW';
  if (role === 'specialist-np') return 'NP';
  if (role === 'pcp')
    return draws.weighted<Licence>([
      [70, 'MD'],
      [12, 'DO'],
      [12, 'NP'],
      [6, 'PA'],
    ]);
  return draws.chance(0.88) ? 'MD' : 'DO';
};

/** One practitioner who does not exist. `index` makes the NPI, so each has one of its own. */
export function practitionerAt(
  root: string,
  index: number,
  how: {
    readonly role: Role;
    readonly specialty: string;
    readonly asOf: string;
    readonly admitsAt: string | null;
  },
): Practitioner {
  const draws = drawsFor(root, 'practitioner', index);
  const { role, specialty, asOf, admitsAt } = how;
  const gender = draws.pick(['F', 'M'] as const);
  const names = named(draws, ({ person }) => ({
    firstName: person.firstName(gender === 'F' ? 'female' : 'male'),
    lastName: person.lastName(),
  }));
  const birthDate = dateOf(dayOf('1955-01-01') + draws.below(40 * 365));
  const licence = licenceOf(role, draws);
  const credentialing = CREDENTIALED_BY[role];
  // The last credentialing is never older than two years.
  const credentialedOn = credentialing === 'exempt' ? null : plusDays(asOf, -draws.between(20, 690));
  const others = LANGUAGES.slice(1).filter(([share]) => draws.chance(share / 60));
  return {
    providerId: `P${String(index).padStart(7, '0')}`,
    npi: syntheticNpi('person', index),
    ...names,
    gender,
    birthDate,
    licence,
    specialty,
    role,
    electedPcp: role === 'pcp' && (licence === 'NP' || licence === 'PA'),
    languages: ['en', ...others.map(([, language]) => language)],
    board: draws.weighted([
      [90, 'certified'],
      [8, 'eligible-pursuing'],
      [2, 'approved-exception'],
    ]),
    credentialing,
    credentialedOn,
    recredentialingDue: credentialedOn === null ? null : recredentialingDue(birthDate, credentialedOn),
    malpracticeEach: draws.pick([1_000_000, 1_000_000, 2_000_000]),
    malpracticeTotal: draws.pick([3_000_000, 3_000_000, 5_000_000]),
    admitsAt,
  };
}

/** A contract of a practitioner at a site: executed, then in force, and where a day of its end is given, announced before. */
export function affiliationAt(
  root: string,
  index: number,
  { providerId }: Practitioner,
  { siteId, practiceId }: Site,
  asOf: string,
  end?: { readonly on: string; readonly reason: TerminationReason; readonly effective?: string },
): Affiliation {
  const draws = drawsFor(root, 'affiliation', index);
  const effective = end?.effective ?? plusDays(asOf, -draws.between(400, 3_000));
  return {
    affiliationId: `A${String(index).padStart(7, '0')}`,
    providerId,
    siteId,
    practiceId,
    agreementExecuted: plusDays(effective, -draws.between(0, 90)),
    effective,
    noticeOn: end ? plusDays(end.on, -draws.between(60, 120)) : null,
    terminated: end?.on ?? null,
    reason: end?.reason ?? null,
  };
}
