import type { StaffRole } from '../../contract/index.ts';
/** Who gives a command: a signed-in user, or the desk of the plan itself. */
export type Actor =
  | { readonly kind: 'provider'; readonly user: string; readonly site: string }
  | { readonly kind: 'staff'; readonly user: string | null; readonly role: StaffRole };
