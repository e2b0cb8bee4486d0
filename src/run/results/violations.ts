import type { Finding } from '../../oracles/index.ts';
import type { Violation } from '../../report/index.ts';
import { findingWords } from '../../report/index.ts';
import type { Outcome } from '../run-suite.ts';

const NAMES: Record<string, string> = {
  decision: 'Decision',
  verbal: 'Verbal notification',
  'written-provider': 'Written notification, provider',
  'written-member': 'Written notification, member',
};

type Point = Violation['timeline'][number];

/** Everything that is known of a case in time: what happened, and the limits that it was held against. */
function timelineOf(found: Finding, { history, findings }: Outcome): Point[] {
  const points: Point[] = [];
  const event = (what: string, at: string, late = false): number =>
    points.push({ what, at, kind: 'event', late });
  for (const record of history?.records ?? []) {
    if (record.kind !== 'portal' || record.case !== found.case) continue;
    if (record.event.type === 'received') event('Received', record.event.at);
    if (record.event.type === 'information-received') event('Additional information', record.event.at);
    if (record.event.type === 'reconsideration-requested')
      event('Reconsideration requested', record.event.at);
  }
  const seen = new Set<string>();
  for (const { time, verdict } of findings.filter((one) => one.case === found.case)) {
    if (!time) continue;
    const name = NAMES[time.duty] ?? time.duty;
    const late = verdict === 'violated' || verdict === 'depends';
    if (time.actualAt && !seen.has(`${name}${time.actualAt}`)) event(name, time.actualAt, late);
    const duty = `${name} due`;
    if (time.dueAt && !seen.has(`${duty}${time.dueAt}`))
      points.push({ what: duty, at: time.dueAt, kind: 'limit', late: false });
    seen.add(`${name}${time.actualAt}`).add(`${duty}${time.dueAt}`);
  }
  return points.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** A finding as the report shows it, with its drawing and the command that reproduces it. */
export const violationOf = (
  found: Finding,
  outcome: Outcome,
  how: { readonly seed: string; readonly interfaceOptions: string; readonly zone: string },
): Violation => ({
  rule: found.rule,
  scenario: outcome.scenario.id,
  case: found.case,
  because: findingWords(found, how.zone),
  given: { ...found.given },
  expected: { ...found.expected },
  observed: { ...found.observed },
  records: [...found.events],
  evidence: found.evidence,
  causedBy: found.causedBy,
  flips: (found.time?.flips ?? []).map((flip) => ({ ...flip })),
  timeline: found.time ? timelineOf(found, outcome) : [],
  reproduce: `portalproof run${how.interfaceOptions} --suite ${outcome.scenario.id} --seed ${how.seed}`,
});
