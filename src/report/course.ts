import type { Results } from './results.ts';

const REACH = {
  'may-change': 'a talk may change the determination',
  explains: 'a talk can only explain',
  nothing: 'nothing to discuss',
} as const;
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

/** `EST`, `PDT`: the abbreviation of a zone on a date. */
const abbreviation = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(Date.parse(at))
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

const dateIn = (at: string, zone: string): { day: string; time: string } => {
  const parts = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(Date.parse(at));
  return {
    day: parts({ weekday: 'short', day: 'numeric', month: 'short' }),
    time: `${parts({ hour: '2-digit', minute: '2-digit' })} ${abbreviation(at, zone)}`,
  };
};

/** How many cards stand open; the rest are folded. */
const OPEN = 3;

/** The consultations of a run as the page shows them: one row of steps each, coloured by what a talk could do. */
export const coursesFor = (consultations: Results['consultations']) =>
  consultations.map(({ steps, zone, line, ...course }, index) => ({
    ...course,
    open: index < OPEN || course.violated.length > 0,
    line: line.charAt(0).toUpperCase() + line.slice(1),
    steps: steps.map((step, place) => ({
      ...step,
      ...dateIn(step.at, zone),
      who: WHO[step.by],
      reachWords: REACH[step.reach],
      newReach: steps[place - 1]?.reach !== step.reach,
      gap: later(steps[place - 1]?.at ?? step.at, step.at),
    })),
  }));
