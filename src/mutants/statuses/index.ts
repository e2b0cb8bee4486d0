import type { Mutant } from '../mutant.ts';
import { authorizationIds } from './authorization-ids.ts';
import { statuses } from './statuses.ts';

/** Every mutant of the subject statuses. */
export const statusesMutants: readonly Mutant[] = [...statuses, ...authorizationIds];
