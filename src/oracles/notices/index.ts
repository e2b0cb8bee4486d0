import type { Check } from '../check.ts';
import { administrativeReasons } from './administrative.ts';
import { notices } from './notices.ts';

/** Checks of the subject `notices`. */
export const checks: readonly Check[] = [...notices, ...administrativeReasons];
