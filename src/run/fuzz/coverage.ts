import { OPERATIONS } from '../../contract/index.ts';
import { NEEDS } from '../../oracles/index.ts';
import type { RuleId } from '../../rulebook/index.ts';
import type { Scenario } from '../scenario.ts';
import type { Tried } from './try-scenario.ts';

/** How often a rule came up: at all, broken, close to what is allowed, and at its very edge. */
export type RuleCount = { fired: number; violated: number; near: number; at: number };

/** What fuzzing has reached. It can be joined with what another part of it has reached. */
export type Coverage = {
  readonly rules: Record<string, RuleCount>;
  readonly operations: Record<string, number>;
  /** How many scenarios each two things that can be done came up in together. */
  readonly pairs: Record<string, number>;
};

export const nothingCovered = (): Coverage => ({ rules: {}, operations: {}, pairs: {} });

const nameOf = ({ do: what, with: body }: Scenario['steps'][number]): string =>
  what === 'inject' ? `inject.${String(body?.kind)}` : what;

export function cover(coverage: Coverage, scenario: Scenario, { findings }: Tried): void {
  const { rules, operations, pairs } = coverage;
  for (const { rule, verdict, edge } of findings) {
    if (verdict !== 'met' && verdict !== 'violated' && verdict !== 'depends') continue;
    const own = rules[rule] ?? { fired: 0, violated: 0, near: 0, at: 0 };
    rules[rule] = own;
    own.fired += 1;
    if (verdict === 'violated') own.violated += 1;
    if (edge === 'near') own.near += 1;
    if (edge === 'at') own.at += 1;
  }
  const names = [...new Set(scenario.steps.map(nameOf))].sort();
  for (const [place, name] of names.entries()) {
    operations[name] = (operations[name] ?? 0) + 1;
    for (const other of names.slice(place + 1))
      pairs[`${name} + ${other}`] = (pairs[`${name} + ${other}`] ?? 0) + 1;
  }
}

/** Adds one coverage to another. */
export function join(into: Coverage, from: Coverage): void {
  for (const [rule, own] of Object.entries(from.rules)) {
    const sum = into.rules[rule] ?? { fired: 0, violated: 0, near: 0, at: 0 };
    into.rules[rule] = sum;
    sum.fired += own.fired;
    sum.violated += own.violated;
    sum.near += own.near;
    sum.at += own.at;
  }
  for (const field of ['operations', 'pairs'] as const) {
    for (const [name, count] of Object.entries(from[field]))
      into[field][name] = (into[field][name] ?? 0) + count;
  }
}

/** What was never reached, by name: rules that oracles judge, and operations that a scenario could perform. */
export function neverReached({ rules, operations }: Coverage): {
  readonly rules: readonly RuleId[];
  readonly operations: readonly string[];
} {
  const performed = Object.entries(OPERATIONS).filter(([, { surface }]) => surface === 'portal');
  return {
    rules: [...NEEDS.keys()].filter((rule) => !rules[rule]).sort(),
    operations: performed
      .map(([name]) => name)
      .filter((name) => !operations[name])
      .sort(),
  };
}
