import type { Mutant } from '../mutant.ts';
import { documents } from './documents.ts';
import { faxes } from './faxes.ts';

/** Every mutant of the subject documents. */
export const documentsMutants: readonly Mutant[] = [...documents, ...faxes];
