import { type Finding, NEEDS } from '../oracles/index.ts';
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

/**
 * The expectations of a scenario that no finding fulfils, in words. A rule about which the implementation
 * cannot be asked is not expected of it.
 */
export function unfulfilled(
  scenario: Scenario,
  findings: readonly Finding[],
  capabilities: readonly string[],
): string[] {
  const askable = ({ rule }: Expectation): boolean =>
    (NEEDS.get(rule) ?? []).every((need) => capabilities.includes(need));
  return scenario.expect.filter(askable).flatMap((expected) => {
    const candidates = findings.filter((found) => matches(expected, found));
    if (candidates.some((found) => holds(expected, found))) return [];
    if (expected.optional && candidates.every(({ verdict }) => verdict === 'depends')) return [];
    const seen = candidates.map(
      ({ verdict, time }) => `${verdict}${time?.dueAt ? ` (due ${time.dueAt})` : ''}`,
    );
    return [`expected ${words(expected)}; found ${[...new Set(seen)].join(', ') || 'nothing'}`];
  });
}
