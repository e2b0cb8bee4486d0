import type { Mutant } from '../mutant.ts';
import { accounts } from './accounts.ts';
import { delegateAccounts } from './delegate-accounts.ts';
import { features } from './features.ts';
import { userAdministration } from './user-administration.ts';

/** Every mutant of the subject accounts. */
export const accountsMutants: readonly Mutant[] = [
  ...accounts,
  ...userAdministration,
  ...features,
  ...delegateAccounts,
];
