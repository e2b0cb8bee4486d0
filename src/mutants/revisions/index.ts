import type { Mutant } from '../mutant.ts';
import { changes } from './changes.ts';
import { revisions } from './revisions.ts';

/** Every mutant of the subject revisions. */
export const revisionsMutants: readonly Mutant[] = [...changes, ...revisions];
