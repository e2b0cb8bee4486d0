import type { Check } from '../check.ts';
import { casePage } from './case-page.ts';
import { caseLists } from './lists.ts';

/** Checks of the subject `case-lookup`. */
export const checks: readonly Check[] = [...caseLists, ...casePage];
