import type { Facts } from '../../facts/facts.ts';
import { type Check, type Comparison, reported, worldChecks } from '../check.ts';
import { atLeast } from '../value.ts';

/** How long before it holds a change of the grid was announced. Dates are civil ones of the plan. */
function announced(facts: Facts, procedure: string, from: string): Comparison | null {
  const notice = facts.records.find(
    (record) =>
      record.kind === 'portal' &&
      record.event.type === 'announced' &&
      record.event.procedure === procedure &&
      record.event.effectiveFrom === from,
  );
  const date = notice ? facts.dateAt(Date.parse(notice.at)) : null;
  if (date === null && facts.dateAt(facts.until) < from) return null;
  return reported(
    notice ? [notice.seq] : [],
    { daysAhead: atLeast(0) },
    {
      daysAhead: date === null ? null : (Date.parse(from) - Date.parse(date)) / 86_400_000,
      announcedOn: date,
    },
    { given: { procedure, effectiveFrom: from }, case: `grid ${procedure}` },
  );
}

/** Changes in what needs authorization are announced, at the latest on the day from which they hold. Section 7, Overview. */
export const announcements: readonly Check[] = worldChecks(['desk', 'events', 'announcements'], {
  'um.program.pa-change-notice': ({ procedures }, facts) => {
    if (facts.scripted) return null;
    const start = facts.dateAt(Date.parse(facts.records[0]?.at ?? '') || facts.until);
    return procedures.flatMap(({ code, grid }) =>
      (grid ?? [])
        .slice(1)
        .filter(({ from }) => from > start)
        .flatMap(({ from }) => announced(facts, code, from) ?? []),
    );
  },
});
