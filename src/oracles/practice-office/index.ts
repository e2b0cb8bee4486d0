import type { Check } from '../check.ts';
import { reports } from './authorization-reports.ts';
import { eligibility } from './eligibility.ts';
import { offices } from './office.ts';
import { siteReports } from './site-reports.ts';

/** Checks of the subject `practice-office`. */
export const checks: readonly Check[] = [...reports, ...eligibility, ...offices, ...siteReports];
