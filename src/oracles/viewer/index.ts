import type { Check } from '../check.ts';
import { response } from './response.ts';
import { view } from './view.ts';

/** Checks of the subject `viewer`. */
export const checks: readonly Check[] = [...response, ...view];
