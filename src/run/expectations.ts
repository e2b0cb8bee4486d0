import { type Finding, instant, matches, NEEDS, same, type Value } from '../oracles/index.ts';
import type { Expectation, Scenario } from './scenario.ts';

type Written = NonNullable<Expectation['given']>;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** A written value as findings may tell it: what reads as an instant may be one, or the text that went over the wire. */
const toldAs = (written: Written[string]): readonly Value[] =>
  typeof written === 'string' && INSTANT.test(written) ? [written, instant(Date.parse(written))] : [written];

const every = (values: Written | undefined, holds: (name: string, value: Written[string]) => boolean) =>
  Object.entries(values ?? {}).every(([name, value]) => holds(name, value));

/** Whether what a rule requires of one observed value lets it be so; null where it requires nothing of that name. */
function allows({ expected }: Finding, name: string, written: Written[string]): boolean | null {
  const wanted = expected[name];
  if (wanted === undefined) return null;
  return toldAs(written).some((value) => matches({ [name]: wanted }, { [name]: value }));
}

const applies = (expected: Expectation, found: Finding): boolean =>
  (found.rule === expected.rule || found.time?.alsoMet.includes(expected.rule) === true) &&
  (expected.case === undefined || found.case === expected.case) &&
  (expected.duty === undefined || found.time?.duty === expected.duty) &&
  (expected.part === undefined || found.time?.part === expected.part);

/** Whether a finding is about what the expectation gives. */
const fits = (expected: Expectation, found: Finding): boolean =>
  every(expected.given, (name, value) =>
    toldAs(value).some((one) => name in found.given && same(found.given[name] ?? null, one)),
  );

const holds = (expected: Expectation, found: Finding): boolean =>
  (found.verdict === expected.verdict || (expected.mayDepend === true && found.verdict === 'depends')) &&
  (expected.due === undefined || Date.parse(found.time?.dueAt ?? '') === Date.parse(expected.due)) &&
  every(expected.allows, (name, value) => allows(found, name, value) === true) &&
  every(expected.forbids, (name, value) => allows(found, name, value) === false);

const told = (what: string, values: Written | undefined): string | undefined =>
  values && `${what} ${JSON.stringify(values)}`;

const words = ({ rule, case: name, duty, verdict, due, ...values }: Expectation): string =>
  [
    rule,
    name && `case ${name}`,
    duty,
    verdict,
    due && `due ${due}`,
    told('given', values.given),
    told('allowing', values.allows),
    told('forbidding', values.forbids),
  ]
    .filter(Boolean)
    .join(', ');

/** What was found, and as much of it as the expectation asks about. */
function found(expected: Expectation, { verdict, time, given, expected: required }: Finding): string {
  const asked = expected.allows || expected.forbids ? ` requiring ${JSON.stringify(required)}` : '';
  const basis = expected.given ? ` given ${JSON.stringify(given)}` : '';
  return `${verdict}${time?.dueAt ? ` (due ${time.dueAt})` : ''}${basis}${asked}`;
}

/**
 * The expectations of a scenario that no finding fulfills, in words. A rule about which the implementation
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
    const all = findings.filter((one) => applies(expected, one));
    const candidates = all.filter((one) => fits(expected, one));
    if (candidates.some((one) => holds(expected, one))) return [];
    if (expected.optional && candidates.every(({ verdict }) => verdict === 'depends')) return [];
    const seen = (candidates.length > 0 ? candidates : all).map((one) => found(expected, one));
    return [`expected ${words(expected)}; found ${[...new Set(seen)].join(', ') || 'nothing'}`];
  });
}
