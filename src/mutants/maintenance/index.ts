import type { Mutant } from '../mutant.ts';
import { deferrals } from './deferrals.ts';

/** Every mutant of the subject maintenance. */
export const maintenanceMutants: readonly Mutant[] = [...deferrals];
