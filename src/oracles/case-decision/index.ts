import type { Check } from '../check.ts';
import { caseLife } from './case-life.ts';
import { caseNotices } from './case-notices.ts';
import { determinations } from './determinations.ts';
import { recording } from './recording.ts';

/** Checks of the subject `case-decision`. */
export const checks: readonly Check[] = [...recording, ...determinations, ...caseNotices, ...caseLife];
