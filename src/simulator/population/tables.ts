import type { Cell, PlanMember } from './model.ts';
import type { Network } from './network.ts';
import { reviewersOf, usersOf } from './people-of-offices.ts';

/** A table of a world: its columns in order, and its rows. */
export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function tableOf(name: string, records: readonly object[]): Table {
  const fields = Object.keys(records[0] ?? {});
  const cell = (value: unknown): Cell => (Array.isArray(value) ? value.join(' ') : ((value ?? null) as Cell));
  return {
    name,
    columns: fields.map(snake),
    rows: records.map((record) => fields.map((field) => cell((record as Record<string, unknown>)[field]))),
  };
}

/** Everything of a network that is no member. */
export const networkTables = (network: Network): Table[] => [
  tableOf('practices', network.practices),
  tableOf('sites', network.sites),
  tableOf('practitioners', network.practitioners),
  tableOf('affiliations', network.affiliations),
  tableOf('panels', network.panels),
  tableOf('drive_times', network.driveTimes),
  tableOf('users', usersOf(network)),
  tableOf('reviewers', reviewersOf(network)),
];

const MEMBER_COLUMNS = [
  'memberId',
  'firstName',
  'lastName',
  'birthDate',
  'gender',
  'language',
  'lineOfBusiness',
  'product',
  'street',
  'town',
  'county',
  'zip',
  'latitude',
  'longitude',
  'pcpId',
  'pcpSiteId',
  'pcpSince',
] as const satisfies readonly (keyof PlanMember)[];

/** The rows that members come to, table by table. */
export function memberTables(members: readonly PlanMember[]): Table[] {
  return [
    {
      name: 'members',
      columns: MEMBER_COLUMNS.map(snake),
      rows: members.map((member) => MEMBER_COLUMNS.map((column) => member[column])),
    },
    {
      name: 'coverage',
      columns: ['member_id', 'from_date', 'to_date', 'line_of_business', 'product'],
      rows: members.flatMap(({ memberId, coverage }) =>
        coverage.map(({ from, to, lineOfBusiness, product }) => [
          memberId,
          from,
          to,
          lineOfBusiness,
          product,
        ]),
      ),
    },
    {
      name: 'claims',
      columns: ['member_id', 'specialty', 'claims'],
      rows: members.flatMap(({ memberId, claims }) =>
        Object.entries(claims).map(([specialty, count]) => [memberId, specialty, count]),
      ),
    },
    {
      name: 'continuity',
      columns: ['member_id', 'provider_id', 'ground', 'terminated', 'until'],
      rows: members.flatMap(({ memberId, continuity }) =>
        continuity
          ? [[memberId, continuity.providerId, continuity.ground, continuity.terminated, continuity.until]]
          : [],
      ),
    },
  ];
}
