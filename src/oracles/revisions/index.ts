import type { Check } from '../check.ts';
import { changes } from './changes.ts';
import { revisions } from './revisions.ts';

/** Checks of the subject `revisions`. */
export const checks: readonly Check[] = [...changes, ...revisions];
