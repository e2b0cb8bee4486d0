import type { Check } from '../check.ts';
import { accounts } from './accounts.ts';
import { administration } from './administration.ts';
import { delegateAccounts } from './delegate-accounts.ts';
import { features } from './features.ts';

/** Checks of the subject `accounts`. */
export const checks: readonly Check[] = [...accounts, ...administration, ...features, ...delegateAccounts];
