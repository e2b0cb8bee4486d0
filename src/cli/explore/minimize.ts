import { stringify } from 'yaml';
import type { CampaignFailure } from '../../report/index.ts';
import { findingWords } from '../../report/index.ts';
import { packOf } from '../../rulebook/index.ts';
import {
  type Failure,
  type Ground,
  scenarioAt,
  shrinkScenario,
  tokenOf,
  tryScenario,
  violatedIn,
} from '../../run/fuzz/index.ts';
import type { Scenario } from '../../run/index.ts';
import { violationOf } from '../../run/results/violations.ts';

/** A failure with the shortest scenario that shows it. */
export type Explained = CampaignFailure & { readonly scenario: Scenario };

/** Cuts the first scenario of a failure down, and tells what it shows. */
export async function explain(failure: Failure, ground: Ground): Promise<Explained> {
  const { rule, origin, scenarios } = failure;
  const whole = scenarioAt(origin);
  const { scenario, cut, steps, tries } = await shrinkScenario(whole, async (smaller) =>
    violatedIn(await tryScenario(smaller, ground)).includes(rule),
  );
  const { findings, history } = await tryScenario(scenario, ground);
  const found = findings.find(
    (one) => one.rule === rule && one.verdict === 'violated' && one.on === 'portal',
  );
  const outcome = {
    scenario,
    verdict: 'fail',
    seconds: 0,
    history,
    findings,
    notes: [],
    misfits: [],
  } as const;
  const { zone } = packOf(scenario.pack);
  const timeline = found
    ? violationOf(found, outcome, { seed: origin.seed, interfaceOptions: '', zone }).timeline
    : [];
  return {
    rule,
    scenarios,
    because: found
      ? findingWords(found, zone)
      : 'It did not show again: the portal does not answer the same each time.',
    token: tokenOf(origin, cut),
    whole: tokenOf(origin),
    steps: scenario.steps.map(
      ({ at, as, do: what, case: about, use, name, with: body, without, query, path, key }) => ({
        at,
        as,
        what,
        told: Object.entries({ case: about, use, name, with: body, without, query, path, key })
          .filter(([, value]) => value !== undefined)
          .map(([field, value]) => `${field} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
          .join(' · '),
      }),
    ),
    until: scenario.until,
    from: whole.steps.length,
    left: steps,
    tries,
    timeline:
      timeline.length > 0
        ? timeline
        : scenario.steps.map(({ at, do: what }) => ({
            at,
            what,
            kind: 'event' as const,
            late: false,
          })),
    scenario,
  };
}

/**
 * A scenario file for a suite, that expects what the rule asks: on this portal it fails, on one that conforms it passes. It
 * names the world in which it was found, since a plan’s pace follows the world’s seed.
 */
export function scenarioFile({ rule, scenario, token, because }: Explained): string {
  const own = scenario.steps.find((step) => step.case !== undefined)?.case;
  const { id: _id, title: _title, why: _why, expect: _expect, ...rest } = scenario;
  return stringify(
    {
      id: `found/${rule.replaceAll(/[^a-z0-9]+/g, '-')}`,
      title: `Found by fuzzing: ${rule}`,
      why: `Fuzzing found a portal that violates this rule; this is the minimized scenario (${token}). ${because}`,
      ...rest,
      expect: [{ rule, ...(own === undefined ? {} : { case: own }), verdict: 'met', optional: true }],
    },
    { lineWidth: 120 },
  );
}
