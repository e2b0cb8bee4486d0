import type { AccessFigures } from '../../rulebook/index.ts';
import { plusDays } from '../days.ts';
import { drawsFor } from '../draws.ts';
import type { Affiliation, Panel, Practitioner } from './model.ts';

/** Whether a contract is in force on a day; both ends are included. */
export const inForce = ({ effective, terminated }: Affiliation, on: string): boolean =>
  effective <= on && (terminated === null || on <= terminated);

/**
 * A panel for each primary care provider in the network. At least half of the panels of a practice are open, so
 * one who practises alone is never closed. Panel Changes.
 */
export function panelsOf(
  root: string,
  asOf: string,
  practitioners: readonly Practitioner[],
  affiliations: readonly Affiliation[],
  figures: AccessFigures,
): Panel[] {
  const primary = new Set(
    practitioners.filter(({ role }) => role === 'pcp').map(({ providerId }) => providerId),
  );
  const practices = new Map<string, Set<string>>();
  for (const affiliation of affiliations) {
    if (!primary.has(affiliation.providerId) || !inForce(affiliation, asOf)) continue;
    const known = practices.get(affiliation.practiceId) ?? new Set<string>();
    practices.set(affiliation.practiceId, known.add(affiliation.providerId));
  }
  const panels: Panel[] = [];
  for (const [practiceId, providers] of practices) {
    const draws = drawsFor(root, `panels ${practiceId}`);
    const most = Math.floor(providers.size / figures.closedPanels.value);
    let mayClose = draws.chance(0.4) ? most : draws.below(1 + most);
    for (const providerId of providers) {
      const closes = mayClose > 0;
      mayClose -= 1;
      const closedFrom = closes ? plusDays(asOf, -draws.between(5, 300)) : null;
      panels.push({
        providerId,
        practiceId,
        state: closes ? 'closed' : 'open',
        noticeOn: closedFrom === null ? null : plusDays(closedFrom, -draws.between(30, 75)),
        closedFrom,
        closedToAllPlans: closes ? true : null,
      });
    }
  }
  return panels;
}
