import type { Mutant } from '../mutant.ts';
import { approvals } from './approvals.ts';
import { grounds } from './grounds.ts';

/** Every mutant of the subject out-of-network. */
export const outOfNetworkMutants: readonly Mutant[] = [...grounds, ...approvals];
