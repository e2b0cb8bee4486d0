import type { Check } from '../check.ts';
import { viewer } from './viewer.ts';

/** Checks of the subject `viewer`. */
export const checks: readonly Check[] = [...viewer];
