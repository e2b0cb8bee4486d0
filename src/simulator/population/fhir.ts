import type { Affiliation, PlanMember, Practice, Practitioner, Site } from './model.ts';

type Resource = { readonly resourceType: string; readonly id: string } & Record<string, unknown>;

/** Says in every resource that it is about nobody. */
const meta = {
  tag: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
      code: 'HTEST',
      display: 'test health data',
    },
  ],
};
const NPI = 'http://hl7.org/fhir/sid/us-npi';
const identifier = (system: string, value: string) => [{ system, value }];
const GENDERS = { F: 'female', M: 'male', X: 'other' } as const;
const PLAN = 'plan';

const plan: Resource = {
  resourceType: 'Organization',
  id: PLAN,
  meta,
  active: true,
  name: 'Synthetic Health Plan',
  type: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'pay' }] }],
};

export const organizationOf = ({ practiceId, name, npi }: Practice): Resource => ({
  resourceType: 'Organization',
  id: practiceId,
  meta,
  identifier: identifier(NPI, npi),
  active: true,
  name,
  type: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'prov' }] }],
});

export const practitionerOf = ({
  providerId,
  npi,
  firstName,
  lastName,
  gender,
  birthDate,
  languages,
}: Practitioner): Resource => ({
  resourceType: 'Practitioner',
  id: providerId,
  meta,
  identifier: identifier(NPI, npi),
  active: true,
  name: [{ family: lastName, given: [firstName] }],
  gender: GENDERS[gender],
  birthDate,
  communication: languages.map((code) => ({ coding: [{ system: 'urn:ietf:bcp:47', code }] })),
});

export const practitionerRoleOf = (
  { affiliationId, providerId, practiceId, effective, terminated, siteId }: Affiliation,
  specialty: string,
  site: Site | undefined,
): Resource => ({
  resourceType: 'PractitionerRole',
  id: affiliationId,
  meta,
  identifier: identifier('urn:portalproof:site', siteId),
  active: terminated === null,
  period: { start: effective, ...(terminated === null ? {} : { end: terminated }) },
  practitioner: { reference: `Practitioner/${providerId}` },
  organization: { reference: `Organization/${practiceId}` },
  specialty: [{ text: specialty }],
  ...(site ? { telecom: [{ system: 'phone', value: site.phone }] } : {}),
});

export const patientOf = (member: PlanMember): Resource => ({
  resourceType: 'Patient',
  id: member.memberId,
  meta,
  identifier: identifier('urn:portalproof:member', member.memberId),
  active: true,
  name: [{ family: member.lastName, given: [member.firstName] }],
  gender: GENDERS[member.gender],
  birthDate: member.birthDate,
  address: [
    {
      line: [member.street],
      city: member.town,
      district: member.county,
      state: 'MA',
      postalCode: member.zip,
    },
  ],
  communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: member.language }] } }],
  generalPractitioner: [{ reference: `Practitioner/${member.pcpId}` }],
});

/** One Coverage for each span; the member’s number is the subscriber’s, never the patient’s resource itself. */
export const coveragesOf = ({ memberId, coverage }: PlanMember, asOf: string): Resource[] =>
  coverage.map(({ from, to, lineOfBusiness, product }, index) => ({
    resourceType: 'Coverage',
    id: `${memberId}-${index + 1}`,
    meta,
    status: to !== null && to < asOf ? 'cancelled' : 'active',
    subscriberId: `${memberId}-S`,
    beneficiary: { reference: `Patient/${memberId}` },
    period: { start: from, ...(to === null ? {} : { end: to }) },
    payor: [{ reference: `Organization/${PLAN}` }],
    class: [
      {
        type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/coverage-class', code: 'plan' }] },
        value: lineOfBusiness,
        name: product,
      },
    ],
  }));

/** A bundle of resources, each to be found by its type and id. The plan itself is in each, for coverage refers to it. */
export const bundleOf = (id: string, resources: readonly Resource[]): Resource => ({
  resourceType: 'Bundle',
  id,
  meta,
  type: 'collection',
  entry: [plan, ...resources].map((resource) => ({
    fullUrl: `urn:portalproof:${resource.resourceType}/${resource.id}`,
    resource,
  })),
});
