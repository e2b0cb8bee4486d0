import type { Check } from '../check.ts';
import { channels } from './channels.ts';
import { conduct } from './conduct.ts';

/** Checks of the subject `provider-obligations`. */
export const checks: readonly Check[] = [...conduct, ...channels];
