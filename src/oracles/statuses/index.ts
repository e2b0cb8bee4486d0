import type { Check } from '../check.ts';
import { identity } from './identity.ts';
import { statuses } from './statuses.ts';

/** Checks of the subject `statuses`. */
export const checks: readonly Check[] = [...statuses, ...identity];
