import { setImmediate as breathe } from 'node:timers/promises';
import type { RuleId } from '../../rulebook/index.ts';
import { type Coverage, cover, join, nothingCovered } from './coverage.ts';
import { type Origin, scenarioAt } from './scenario.ts';
import { type Ground, tryScenario, violatedIn } from './try-scenario.ts';

/** A rule that was found violated: the first scenario that shows it, and how many do. */
export type Failure = { readonly rule: RuleId; readonly origin: Origin; readonly scenarios: number };

/** Scenarios that could not be played to their end. */
export type Broken = { readonly message: string; readonly origin: Origin; readonly scenarios: number };

export type FuzzPart = {
  readonly scenarios: number;
  /** Requests and cases that the scenarios make, by the names that they give them. */
  readonly cases: number;
  readonly steps: number;
  /** Findings that are about the plan’s staff or providers, as the scenarios play them. */
  readonly onOthers: number;
  readonly failures: readonly Failure[];
  readonly broken: readonly Broken[];
  readonly coverage: Coverage;
};

export type FuzzOptions = {
  readonly seed: string;
  /** Which places are played: from the first, every so manyth. */
  readonly first: number;
  readonly every: number;
  /** The place before which it ends, where that is set. */
  readonly before: number;
  readonly concurrency: number;
  /** The portal for a scenario; each may be given an interface with faults of its own. */
  readonly ground: (origin: Origin) => Ground;
  readonly stopped: () => boolean;
  readonly onScenario?: (scenarios: number, failures: number) => void;
};

type Kept = { origin: Origin; scenarios: number };

const keep = <K extends string>(kept: Map<K, Kept>, name: K, origin: Origin): void => {
  const known = kept.get(name);
  if (!known) kept.set(name, { origin, scenarios: 1 });
  else {
    known.scenarios += 1;
    if (origin.index < known.origin.index) known.origin = origin;
  }
};

/** Plays random scenarios of a seed until it is stopped or all are played. The same for any number side by side. */
export async function fuzz(options: FuzzOptions): Promise<FuzzPart> {
  const { seed, first, every, before, concurrency, ground, stopped, onScenario } = options;
  const coverage = nothingCovered();
  const failures = new Map<RuleId, Kept>();
  const broken = new Map<string, Kept>();
  let next = first;
  let scenarios = 0;
  let cases = 0;
  let steps = 0;
  let onOthers = 0;
  const one = async (): Promise<void> => {
    while (next < before && !stopped()) {
      const origin = { seed, index: next };
      next += every;
      const scenario = scenarioAt(origin);
      const tried = await tryScenario(scenario, ground(origin));
      scenarios += 1;
      steps += scenario.steps.length;
      cases += new Set(scenario.steps.flatMap(({ case: name }) => name ?? [])).size;
      onOthers += tried.findings.filter(
        ({ verdict, on }) => verdict === 'violated' && on !== 'portal',
      ).length;
      cover(coverage, scenario, tried);
      for (const rule of violatedIn(tried)) keep(failures, rule, origin);
      if (tried.error !== null) keep(broken, tried.error.slice(0, 160), origin);
      onScenario?.(scenarios, failures.size);
      // A portal in this process never waits; a word to stop must get through all the same.
      await breathe();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  const told = <K extends string, T>(kept: Map<K, Kept>, make: (name: K, own: Kept) => T): T[] =>
    [...kept].map(([name, own]) => make(name, own));
  return {
    scenarios,
    cases,
    steps,
    onOthers,
    coverage,
    failures: told(failures, (rule, own) => ({ rule, ...own })),
    broken: told(broken, (message, own) => ({ message, ...own })),
  };
}

/** The sum of parts with one seed, as if one had played them all. */
export function joined(parts: readonly FuzzPart[]): FuzzPart {
  const coverage = nothingCovered();
  const failures = new Map<string, Failure>();
  const broken = new Map<string, Broken>();
  for (const part of parts) {
    join(coverage, part.coverage);
    for (const own of part.failures) failures.set(own.rule, earlier(failures.get(own.rule), own));
    for (const own of part.broken) broken.set(own.message, earlier(broken.get(own.message), own));
  }
  const sum = (field: 'scenarios' | 'cases' | 'steps' | 'onOthers'): number =>
    parts.reduce((all, part) => all + part[field], 0);
  const byPlace = (a: { origin: Origin }, b: { origin: Origin }): number => a.origin.index - b.origin.index;
  return {
    scenarios: sum('scenarios'),
    cases: sum('cases'),
    steps: sum('steps'),
    onOthers: sum('onOthers'),
    coverage,
    failures: [...failures.values()].sort((a, b) => byPlace(a, b) || (a.rule < b.rule ? -1 : 1)),
    broken: [...broken.values()].sort(byPlace),
  };
}

const earlier = <T extends { origin: Origin; scenarios: number }>(known: T | undefined, own: T): T => {
  if (!known) return own;
  const first = own.origin.index < known.origin.index ? own : known;
  return { ...first, scenarios: known.scenarios + own.scenarios };
};
