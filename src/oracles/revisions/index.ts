import type { Check } from '../check.ts';
import { moreCare } from './more-care.ts';
import { revisedRequests } from './revised-requests.ts';
import { revisions } from './revisions.ts';

/** Checks of the subject `revisions`. */
export const checks: readonly Check[] = [...moreCare, ...revisions, ...revisedRequests];
