import type { Mutant } from '../mutant.ts';
import { misreadings } from './misreadings.ts';
import { timeLimits } from './time-limits.ts';

/** Every mutant of the subject time-frames. */
export const timeFramesMutants: readonly Mutant[] = [...timeLimits, ...misreadings];
