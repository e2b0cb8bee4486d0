import type { Check } from '../check.ts';
import { access } from './permissions.ts';
import { audit, mail, refusals } from './privacy.ts';
import { visibility } from './visibility.ts';

/** Checks of the subject `access`. */
export const checks: readonly Check[] = [...access, ...visibility, ...refusals, ...audit, ...mail];
