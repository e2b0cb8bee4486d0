import type { Liar } from '../liar.ts';
import { authorizations } from './authorizations.ts';
import { members } from './members.ts';
import { notices } from './notices.ts';
import { referrals } from './referrals.ts';

/** Faults in what becomes of claims. */
export const claimLiars: readonly Liar[] = [...referrals, ...authorizations, ...notices, ...members];
