import type { Mutant } from '../mutant.ts';
import { lists } from './lists.ts';

/** Every mutant of the subject case-lookup. */
export const caseLookupMutants: readonly Mutant[] = [...lists];
