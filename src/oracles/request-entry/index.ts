import type { Check } from '../check.ts';
import { announcements } from './announcements.ts';
import { paper } from './paper.ts';
import { requirements } from './requirements.ts';
import { submissions } from './submissions.ts';
import { validRequests } from './valid-requests.ts';

/** Checks of the subject `request-entry`. */
export const checks: readonly Check[] = [
  ...submissions,
  ...validRequests,
  ...announcements,
  ...requirements,
  ...paper,
];
