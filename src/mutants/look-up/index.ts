import type { Mutant } from '../mutant.ts';
import { lookUps } from './look-ups.ts';

/** Every mutant of the subject look-up. */
export const lookUpMutants: readonly Mutant[] = [...lookUps];
