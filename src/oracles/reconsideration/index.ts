import type { Check } from '../check.ts';
import { afterwards } from './afterwards.ts';
import { reconsidering } from './delegate.ts';
import { options } from './options.ts';
import { reconsiderations } from './plan.ts';

/** Checks of the subject `reconsideration`. */
export const checks: readonly Check[] = [...reconsiderations, ...options, ...reconsidering, ...afterwards];
