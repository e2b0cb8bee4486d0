import type { Facts } from '../../facts/facts.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import { type Finding, finding } from '../finding.ts';

const RULE = 'um.program.pa-change-notice';

function judgeChange(facts: Facts, procedure: string, from: string): Finding[] {
  const told = facts.records.find(
    (record) =>
      record.kind === 'portal' &&
      record.event.type === 'announced' &&
      record.event.procedure === procedure &&
      record.event.effectiveFrom === from,
  );
  const date = told ? facts.dateAt(Date.parse(told.at)) : null;
  if (date === null && facts.dateAt(facts.until) < from) return [];
  const because = `The grid asks otherwise of ${procedure} from ${from}; it was announced ${date === null ? 'on no day' : `on ${date}`}.`;
  const verdict = date !== null && date <= from ? 'met' : 'violated';
  const events = told ? [told.seq] : [];
  return [finding({ rule: RULE, case: `grid ${procedure}`, verdict, because, events, evidence: 'reported' })];
}

/** Changes in what needs authorization are announced, at the latest on the day from which they hold. Section 7, Overview. */
export const announcements: readonly Check[] = historyChecks(
  needing(['desk', 'events', 'announcements'], RULE),
  (facts) => {
    if (facts.scripted || !facts.capabilities.includes('announcements')) return [];
    const start = facts.dateAt(Date.parse(facts.records[0]?.at ?? '') || facts.until);
    return facts.world.procedures.flatMap(({ code, grid }) =>
      (grid ?? []).slice(1).flatMap(({ from }) => (from > start ? judgeChange(facts, code, from) : [])),
    );
  },
);
