import type { PortalState } from '../core/state.ts';

/** Days from 1 January, counted from 1. */
function dayOfYear(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`);
  return Math.round((day - Date.parse(`${date.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000) + 1;
}

/**
 * The next request number on a local date: two digits of the year, three of the day, R, and a
 * sequence that starts anew each day. User Guide, the response screen.
 */
export function numberFor(state: PortalState, today: string): string {
  const day = `${today.slice(2, 4)}${String(dayOfYear(today)).padStart(3, '0')}`;
  const sequence = (state.issuedOn.get(day) ?? 0) + 1;
  return `${day}R${String(sequence).padStart(5, '0')}`;
}
