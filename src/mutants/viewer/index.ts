import type { Mutant } from '../mutant.ts';
import { viewer } from './viewer.ts';

/** Every mutant of the subject viewer. */
export const viewerMutants: readonly Mutant[] = [...viewer];
