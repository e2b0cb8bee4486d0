import type { Check } from '../check.ts';
import { deferrals } from './deferrals.ts';

/** Checks of the subject `maintenance`. */
export const checks: readonly Check[] = [...deferrals];
