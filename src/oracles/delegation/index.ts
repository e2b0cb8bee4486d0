import type { Check } from '../check.ts';
import { delegated } from './delegated.ts';

/** Checks of the subject `delegation`. */
export const checks: readonly Check[] = [...delegated];
