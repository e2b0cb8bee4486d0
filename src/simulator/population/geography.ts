import type { Draws } from '../draws.ts';
import type { Town } from './towns.ts';

export type Place = { readonly latitude: number; readonly longitude: number };

const EARTH_MILES = 3958.8;
const MILES_A_DEGREE = 69.09;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle miles between two places. */
export function miles(a: Place, b: Place): number {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_MILES * Math.asin(Math.sqrt(chord));
}

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** The place so many miles from another in a direction (radians, from north by east); rounded to about a yard. */
export const awayFrom = ({ latitude, longitude }: Place, distance: number, direction: number): Place => ({
  latitude: rounded(latitude + (distance * Math.cos(direction)) / MILES_A_DEGREE),
  longitude: rounded(
    longitude + (distance * Math.sin(direction)) / (MILES_A_DEGREE * Math.cos(radians(latitude))),
  ),
});

/** A place within so many miles of a town’s centre, as likely anywhere. */
export const around = (town: Town, within: number, draws: Draws): Place =>
  awayFrom(town, within * Math.sqrt(draws.next()), draws.next() * 2 * Math.PI);

/** How far from the centre of their town members live at most, and sites lie at most, in miles. */
export const HOME_MILES = 2.5;
export const SITE_MILES = 1;

/**
 * Towns from which every town is within reach: a site near the centre of one is at most so many miles from each
 * home of the towns that it serves. The town that serves most residents is chosen first.
 */
export function hubs(towns: readonly Town[], limitMiles: number): Town[] {
  const reach = limitMiles - HOME_MILES - SITE_MILES;
  const chosen: Town[] = [];
  let left = [...towns];
  while (left.length > 0) {
    const served = (hub: Town): Town[] => left.filter((town) => miles(hub, town) <= reach);
    const residents = (hub: Town): number => served(hub).reduce((sum, town) => sum + town.residents, 0);
    const best = towns.reduce((a, b) => (residents(b) > residents(a) ? b : a));
    chosen.push(best);
    const gone = new Set(served(best));
    left = left.filter((town) => !gone.has(town));
  }
  return chosen;
}

/** Minutes by car between towns, given as a table of its own so that nobody derives them from the miles. */
export function driveMinutes(from: Town, to: Town, draws: Draws): number {
  const pace = 1.6 + draws.next() * 0.9;
  return Math.max(4, Math.round(miles(from, to) * pace + draws.between(3, 8)));
}
