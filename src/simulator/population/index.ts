export {
  bundleOf,
  coveragesOf,
  organizationOf,
  patientOf,
  practitionerOf,
  practitionerRoleOf,
} from './fhir.ts';
export { FULL_PANELS, memberAt } from './members.ts';
export type { Cell, PlanMember } from './model.ts';
export { type Network, networkOf } from './network.ts';
export { memberTables, networkTables, type Table } from './tables.ts';
