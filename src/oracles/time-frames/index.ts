import { TIME_TABLE_RULES } from '../../rulebook/index.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import { judgeTimeframes } from './time-frames.ts';

/** Checks of decision and notification time frames. */
export const checks: readonly Check[] = historyChecks(
  needing(['events', 'outbox', 'clock', 'desk'], ...TIME_TABLE_RULES),
  judgeTimeframes,
);
