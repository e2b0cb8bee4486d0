import type { Mutant } from '../mutant.ts';
import { delegates } from './delegates.ts';

/** Every mutant of the subject delegation. */
export const delegationMutants: readonly Mutant[] = [...delegates];
