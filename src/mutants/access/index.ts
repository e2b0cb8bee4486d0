import type { Mutant } from '../mutant.ts';
import { permissions } from './permissions.ts';
import { privacy } from './privacy.ts';
import { visibility } from './visibility.ts';

/** Every mutant of the subject access. */
export const accessMutants: readonly Mutant[] = [...permissions, ...visibility, ...privacy];
