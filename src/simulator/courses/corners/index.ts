import type { Pen } from '../pen.ts';
import { oddBeginnings } from './beginnings.ts';
import { claimsOn, exemptClaims } from './claims.ts';
import { coverageEnds, entries, spans } from './entries.ts';
import { longAccess, officeDays, sameName, thirdWeekend, trail, twoSites } from './offices.ts';
import { byStatus, hardReviews, neverComplete, watchedThenKept } from './reviews.ts';

/** What random threads seldom reach by themselves, each a short thread of its own; some are drawn more often. */
export const PLAN_CORNERS: readonly ((pen: Pen, name: string) => void)[] = [
  coverageEnds,
  spans,
  spans,
  exemptClaims,
  exemptClaims,
  watchedThenKept,
  twoSites,
  longAccess,
  officeDays,
  sameName,
  thirdWeekend,
  hardReviews,
  hardReviews,
  neverComplete,
  neverComplete,
  entries,
  entries,
  entries,
  trail,
  thirdWeekend,
  thirdWeekend,
  thirdWeekend,
];
export const STAFFED_CORNERS: readonly ((pen: Pen, name: string) => void)[] = [claimsOn, byStatus];
export const DELEGATE_CORNERS: readonly ((pen: Pen, name: string) => void)[] = [oddBeginnings];
