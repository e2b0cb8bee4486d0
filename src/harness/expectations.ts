import type { Finding } from '../oracles/index.ts';
import type { Expectation, Scenario } from './scenario.ts';

const matches = (expected: Expectation, found: Finding): boolean =>
  (found.rule === expected.rule || found.time?.alsoMet.includes(expected.rule) === true) &&
  (expected.case === undefined || found.case === expected.case) &&
  (expected.duty === undefined || found.time?.duty === expected.duty) &&
  (expected.part === undefined || found.time?.part === expected.part);

const holds = (expected: Expectation, found: Finding): boolean =>
  found.verdict === expected.verdict &&
  (expected.due === undefined || Date.parse(found.time?.dueAt ?? '') === Date.parse(expected.due));

const words = ({ rule, case: name, duty, verdict, due }: Expectation): string =>
  [rule, name && `case ${name}`, duty, verdict, due && `due ${due}`].filter(Boolean).join(', ');

/** The expectations of a story that no finding fulfils, in words. */
export function unfulfilled(scenario: Scenario, findings: readonly Finding[]): string[] {
  return scenario.expect.flatMap((expected) => {
    const candidates = findings.filter((found) => matches(expected, found));
    if (candidates.some((found) => holds(expected, found))) return [];
    const seen = candidates.map(
      ({ verdict, time }) => `${verdict}${time?.dueAt ? ` (due ${time.dueAt})` : ''}`,
    );
    return [`expected ${words(expected)}; found ${[...new Set(seen)].join(', ') || 'nothing'}`];
  });
}
