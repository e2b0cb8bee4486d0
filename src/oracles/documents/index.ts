import type { Check } from '../check.ts';
import { documents } from './documents.ts';
import { faxes } from './faxes.ts';

/** Checks of the subject `documents`. */
export const checks: readonly Check[] = [...documents, ...faxes];
