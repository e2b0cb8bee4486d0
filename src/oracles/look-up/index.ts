import type { Check } from '../check.ts';
import { lookups } from './lookups.ts';

/** Checks of the subject `look-up`. */
export const checks: readonly Check[] = [...lookups];
