import { z } from 'zod';
import { packOf } from '../../rulebook/index.ts';
import {
  bundleOf,
  columnsOf,
  coveragesOf,
  memberAt,
  memberTables,
  type Network,
  networkOf,
  patientOf,
  requestAt,
  type Values,
  type Workload,
  workloadOf,
} from '../../simulator/index.ts';

const world = z.object({
  kind: z.literal('world'),
  seed: z.string(),
  members: z.int(),
  asOf: z.string(),
  fhir: z.boolean(),
});
const log = z.object({
  kind: z.literal('log'),
  seed: z.string(),
  pack: z.string(),
  members: z.int(),
  from: z.string(),
  days: z.int(),
  requestsPerMember: z.number(),
  late: z.number(),
  justInTime: z.number(),
  errors: z.number(),
});
/** What is simulated; every worker makes the same of it. */
export const simulation = z.discriminatedUnion('kind', [world, log]);
export type Simulation = z.infer<typeof simulation>;
export type WorldSimulation = z.infer<typeof world>;
export type LogSimulation = z.infer<typeof log>;

export const part = z.object({ from: z.int(), to: z.int() });
export type Part = z.infer<typeof part>;

/** What one part of the work came to: values by table and column, and a FHIR bundle where one was asked for. */
export type PartMade = {
  readonly tables: Readonly<Record<string, readonly Values[]>>;
  readonly bundle: string | null;
};

const range = ({ from, to }: Part): number[] => Array.from({ length: to - from }, (_, index) => from + index);

function membersPart(network: Network, { fhir }: WorldSimulation, own: Part): PartMade {
  const members = range(own).map((index) => memberAt(network, index));
  const tables: Record<string, Values[]> = {};
  for (const { name, columns, rows } of memberTables(members))
    tables[name] = columns.map((_, place) => rows.map((row) => row[place] as string | number | null));
  const resources = fhir
    ? members.flatMap((member) => [patientOf(member), ...coveragesOf(member, network.asOf)])
    : null;
  return { tables, bundle: resources && JSON.stringify(bundleOf(`members-${own.from}`, resources)) };
}

/** The workload that a simulation of a log is about. */
export const workloadFor = (sim: LogSimulation): Workload =>
  workloadOf({
    root: sim.seed,
    pack: packOf(sim.pack),
    members: sim.members,
    from: sim.from,
    days: sim.days,
    requestsPerMember: sim.requestsPerMember,
    rates: { late: sim.late, justInTime: sim.justInTime, between: sim.late / 8 },
    errors: sim.errors,
  });

/** Makes ready what makes parts; a network or a calendar is built once. */
export function makerOf(sim: Simulation): (own: Part) => PartMade {
  if (sim.kind === 'world') {
    const network = networkOf(sim.seed, sim.members, sim.asOf, packOf('allways-commercial').figures);
    return (own) => membersPart(network, sim, own);
  }
  const load = workloadFor(sim);
  return (own) => ({ tables: columnsOf(range(own).map((index) => requestAt(load, index))), bundle: null });
}
