import type { StoreColumn, StoreTable } from '../../audit/index.ts';
import { type AccessResult, NetworkAccess } from '../../oracles/index.ts';
import { packOf } from '../../rulebook/index.ts';
import {
  bundleOf,
  memberAt,
  memberTables,
  type Network,
  networkOf,
  networkTables,
  organizationOf,
  practitionerOf,
  practitionerRoleOf,
  type Table,
  type Values,
} from '../../simulator/index.ts';
import { print } from '../shared/ports.ts';
import type { WorldSimulation } from './jobs.ts';

export type WorldNetwork = {
  readonly network: Network;
  readonly towns: number;
  readonly tables: readonly Table[];
  readonly bundle: () => string;
};

/** The type of a column, by the values in it: all dates, all numbers, all true or false, or texts. */
function typeOf({ rows }: Table, place: number): string {
  const values = rows.map((row) => row[place]).filter((value) => value !== null && value !== undefined);
  const all = (test: (value: unknown) => boolean): boolean => values.length > 0 && values.every(test);
  if (all((value) => Number.isInteger(value))) return 'INTEGER';
  if (all((value) => typeof value === 'number')) return 'DOUBLE';
  if (all((value) => typeof value === 'boolean')) return 'BOOLEAN';
  return all((value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value))) ? 'DATE' : 'VARCHAR';
}

const storeTable = (table: Table): StoreTable => ({
  name: table.name,
  columns: table.columns.map((name, place): StoreColumn => [name, typeOf(table, place)]),
});

/** A few members are enough to tell the types of their columns; dates of later ones are dates too. */
export function worldTables({ network, tables }: WorldNetwork): StoreTable[] {
  const some = Array.from({ length: Math.min(network.members, 3000) }, (_, index) =>
    memberAt(network, index),
  );
  return [...tables, ...memberTables(some)].map(storeTable);
}

/** Builds the network of a world, its tables and its FHIR bundle. */
export function worldNetwork({ seed, members, asOf }: WorldSimulation): WorldNetwork {
  const network = networkOf(seed, members, asOf, packOf('allways-commercial').figures);
  const specialty = new Map(network.practitioners.map((one) => [one.providerId, one.specialty]));
  const site = new Map(network.sites.map((one) => [one.siteId, one]));
  const bundle = (): string =>
    JSON.stringify(
      bundleOf('network', [
        ...network.practices.map(organizationOf),
        ...network.practitioners.map(practitionerOf),
        ...network.affiliations.map((one) =>
          practitionerRoleOf(one, specialty.get(one.providerId) ?? '', site.get(one.siteId)),
        ),
      ]),
    );
  return { network, towns: network.towns.length, tables: networkTables(network), bundle };
}

const MEMBER_PLACE = ['town', 'latitude', 'longitude'] as const;

/** Looks at the access of a network as its members are made; it reads the rows that are written, nothing else. */
export class AccessCheck {
  readonly #access: NetworkAccess;
  readonly #columns: readonly string[];

  constructor({ network }: WorldNetwork, tables: readonly StoreTable[]) {
    const { practitioners, affiliations, sites, panels, driveTimes, asOf } = network;
    this.#access = new NetworkAccess(
      { asOf, practitioners, affiliations, sites, panels, driveTimes },
      packOf('allways-commercial').figures,
    );
    this.#columns = tables.find(({ name }) => name === 'members')?.columns.map(([name]) => name) ?? [];
  }

  take({ members = [], claims = [] }: Readonly<Record<string, readonly Values[]>>): void {
    const [towns = [], latitudes = [], longitudes = []] = MEMBER_PLACE.map(
      (name) => members[this.#columns.indexOf(name)] ?? [],
    );
    for (const [place, town] of towns.entries())
      this.#access.add({
        town: String(town),
        latitude: Number(latitudes[place]),
        longitude: Number(longitudes[place]),
      });
    const [, specialties = [], counts = []] = claims;
    for (const [place, specialty] of specialties.entries())
      this.#access.claimed(String(specialty), Number(counts[place]));
  }

  /** Prints what was found; answers whether all of it is as it must be. */
  tell(): boolean {
    const results: readonly AccessResult[] = this.#access.results();
    for (const { rule, verdict, says } of results)
      print(`  ${verdict === 'met' ? 'met     ' : 'VIOLATED'} ${rule}: ${says}`);
    return results.every(({ verdict }) => verdict === 'met');
  }
}
