import type { Delegate, Member, Procedure, Requirement, World } from '../../contract/index.ts';

/** A service as the grid looks at it. `place` is a place of service or a setting; `date` is civil. */
export type Service = {
  readonly procedure: string;
  readonly date: string;
  readonly place: string;
  readonly emergent: boolean;
  readonly product: string;
  readonly purpose?: string | undefined;
  readonly network: boolean;
};

const EXEMPT_PURPOSES: Readonly<Record<string, readonly string[]>> = {
  gynecology: ['routine', 'preventive', 'urgent'],
  'behavioral-health': ['outpatient', 'diversionary'],
};

/** Places where imaging is part of other care. Section 7, Delegated Entity, eviCore Healthcare. */
const PART_OF_OTHER_CARE = ['emergency-room', 'observation', 'surgical', 'inpatient'];

export const procedureOf = (world: World, code: string): Procedure | undefined =>
  world.procedures.find((known) => known.code === code);

/** The row of the grid in force on a date. */
export function gridOf(procedure: Procedure | undefined, date: string): Requirement {
  const version = procedure?.grid?.filter(({ from }) => from <= date).at(-1);
  if (version) return version.asks;
  return procedure?.category === 'consultation' ? 'referral' : 'prior-authorization';
}

function exemptFromReferral(service: Service, procedure: Procedure | undefined): boolean {
  const category = procedure?.category ?? 'other';
  if (service.emergent || service.product.includes('PPO') || category === 'routine-vision') return true;
  if (category === 'family-planning') return service.network;
  return EXEMPT_PURPOSES[category]?.includes(service.purpose ?? '') ?? false;
}

/** What is asked of a service. Section 7, Referrals, Prior Authorization and Notification. */
export function requirementOf(world: World, service: Service): Requirement {
  const procedure = procedureOf(world, service.procedure);
  const asks = gridOf(procedure, service.date);
  if (service.place === 'observation') return 'required-notification';
  if (service.emergent && service.place === 'inpatient') return 'required-notification';
  if (service.place === 'emergency-room' || service.emergent) {
    return asks === 'requested-notification' ? asks : 'nothing';
  }
  if (asks === 'referral' && exemptFromReferral(service, procedure)) return 'nothing';
  const imaging = procedure?.category === 'imaging' && delegateOf(world, procedure) !== undefined;
  return imaging && PART_OF_OTHER_CARE.includes(service.place) ? 'nothing' : asks;
}

/** The delegate that decides a service; those that only consult or support are not asked by providers. */
export const delegateOf = (world: World, procedure: Procedure | undefined): Delegate | undefined =>
  world.delegates?.find(
    ({ role, categories }) =>
      (role === 'decides' || role === 'approves-only') && categories.includes(procedure?.category ?? 'other'),
  );

/** Whether an affiliation is in the network on a date; the last day is still in. */
export function inNetwork(world: World, affiliation: string, date: string): boolean {
  const known = world.providers.flatMap((one) => one.affiliations).find(({ id }) => id === affiliation);
  return known?.network === true && (known.networkUntil === undefined || date <= known.networkUntil);
}

/** Whether a service is excluded by the member's agreement, or its benefit used up. */
export function benefitOf(
  member: Member | undefined,
  procedure: Procedure | undefined,
): 'covered' | 'excluded' | 'exhausted' {
  if (procedure?.review === 'excluded' || member?.benefits?.excluded.includes(procedure?.code ?? ''))
    return 'excluded';
  const limit = member?.benefits?.limits.find(({ category }) => category === procedure?.category);
  return limit && limit.used >= limit.limit ? 'exhausted' : 'covered';
}
