import { REACH_WORDS, stepWords, summaryWords } from './course-words.ts';
import { instantWords } from './dates.ts';
import type { Results } from './results.ts';

const WHO = { provider: 'Provider', delegate: 'Reviewer', calendar: 'Calendar' } as const;
const MINUTE = 60_000;

/** How long after the step before: `2 h later`, `3 days later`. */
export function later(from: string, to: string): string {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / MINUTE);
  if (minutes < 1) return '';
  if (minutes < 60) return `${minutes} min later`;
  const hours = Math.round(minutes / 60);
  if (hours < 36) return `${hours} h later`;
  const days = Math.round(hours / 24);
  return `${days} days later`;
}

/** The day and the time of an instant (ISO) in a zone, for two lines. */
function dateIn(at: string, zone: string): { readonly day: string; readonly time: string } {
  const [weekday, date, ...time] = instantWords(Date.parse(at), zone).split(' ');
  return { day: `${weekday} ${date}`, time: time.join(' ') };
}

/** How many cards stand open; the rest are folded. */
const OPEN = 3;

/** The peer-to-peers of a run as the page shows them: one row of steps each, colored by what a P2P could do. */
export const coursesFor = (consultations: Results['consultations']) =>
  consultations.map(({ steps, zone, line, summary, ...course }, index) => ({
    ...course,
    summary: summaryWords(summary),
    open: index < OPEN || course.violated.length > 0,
    line: line.charAt(0).toUpperCase() + line.slice(1),
    steps: steps.map((step, place) => ({
      ...step,
      ...stepWords(step.event, zone),
      ...dateIn(step.at, zone),
      who: WHO[step.by],
      reachWords: REACH_WORDS[step.reach],
      newReach: steps[place - 1]?.reach !== step.reach,
      gap: later(steps[place - 1]?.at ?? step.at, step.at),
    })),
  }));
