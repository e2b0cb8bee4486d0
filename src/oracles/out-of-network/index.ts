import type { Check } from '../check.ts';
import { outsideApprovals } from './approvals.ts';
import { grounds } from './grounds.ts';

/** Checks of the subject `out-of-network`. */
export const checks: readonly Check[] = [...grounds, ...outsideApprovals];
